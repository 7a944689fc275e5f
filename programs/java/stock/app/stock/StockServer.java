package stock;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Serves a warehouse over HTTP, on loopback only. */
final class StockServer implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(StockServer.class.getName());
    private static final int THREADS = 4;
    private static final int MAX_BODY_BYTES = 1 << 20;

    private final Warehouse warehouse;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    StockServer(int port, Warehouse warehouse) throws IOException {
        this.warehouse = warehouse;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
    }

    void start() {
        server.start();
        LOG.log(System.Logger.Level.INFO, "listening on 127.0.0.1:{0}", Integer.toString(port()));
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
    }

    /** Answers without a socket, so that tests and benchmarks can ask too. */
    Answer answer(String method, String path, String query, String body) {
        String[] parts = path.split("/", -1);
        try {
            if (method.equals("POST") && path.equals("/movements")) {
                return moved(body);
            }
            if (!method.equals("GET")) {
                return Answer.text(405, "method is not allowed: '" + method + "'");
            }
            if (path.equals("/healthz")) {
                return Answer.text(200, "ok");
            }
            if (path.equals("/levels")) {
                return Answer.csv(Csv.levels(warehouse.below(number("below", query))));
            }
            if (parts.length == 4 && parts[1].equals("items")) {
                Optional<Item> item = warehouse.item(parts[2]);
                if (item.isEmpty()) {
                    return Answer.text(404, "no such item: '" + parts[2] + "'");
                }
                if (parts[3].equals("batches")) {
                    return Answer.csv(Csv.batches(item.get().batches()));
                }
                if (parts[3].equals("cost")) {
                    return cost(item.get(), number("quantity", query));
                }
            }
        } catch (IllegalArgumentException | ArithmeticException bad) {
            return Answer.text(400, bad.getMessage());
        }
        return Answer.text(404, "no such page: '" + path + "'");
    }

    private Answer moved(String body) {
        Movements.Summary done = Movements.carryOut(body, warehouse);
        StringBuilder out = new StringBuilder("received,issued,issued_cost\n")
                .append(done.received()).append(',').append(done.issued()).append(',');
        Csv.money(out, done.issuedCostCents());
        return Answer.csv(out.append('\n').toString());
    }

    private static Answer cost(Item item, long quantity) {
        StringBuilder out = new StringBuilder("item,quantity,cost\n").append(item.code()).append(',').append(quantity).append(',');
        Csv.money(out, item.costCents(quantity));
        return Answer.csv(out.append('\n').toString());
    }

    private static long number(String name, String query) {
        if (query != null && query.startsWith(name + "=")) {
            return Long.parseLong(query.substring(name.length() + 1));
        }
        throw new IllegalArgumentException(name + " is missing");
    }

    private void handle(HttpExchange exchange) throws IOException {
        Answer answer = answer(exchange);
        byte[] body = answer.body();
        exchange.getResponseHeaders().set("Content-Type", answer.contentType());
        exchange.sendResponseHeaders(answer.status(), body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        byte[] body;
        try (InputStream in = exchange.getRequestBody()) {
            body = in.readNBytes(MAX_BODY_BYTES + 1);
        }
        if (body.length > MAX_BODY_BYTES) {
            return Answer.text(413, "body is larger than " + MAX_BODY_BYTES + " bytes");
        }
        try {
            String query = exchange.getRequestURI().getQuery();
            return answer(exchange.getRequestMethod(), path, query, new String(body, StandardCharsets.UTF_8));
        } catch (RuntimeException bug) {
            LOG.log(System.Logger.Level.ERROR, "could not answer " + path, bug);
            return Answer.text(500, "internal error");
        }
    }
}
