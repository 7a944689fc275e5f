package orders.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import orders.store.SampleData;

/** The HTTP side: reads a request, has it answered, writes the answer. Listens on loopback only. */
public final class OrderServer implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(OrderServer.class.getName());
    private static final int THREADS = 4;
    private static final int MAX_BODY_BYTES = 1 << 20;

    private final OrderService service;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    public OrderServer(int port, SampleData data, int recentCapacity, Clock clock) throws IOException {
        service = new OrderService(data, recentCapacity, clock);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
    }

    public void start() {
        server.start();
        LOG.log(System.Logger.Level.INFO, "listening on 127.0.0.1:{0}", Integer.toString(port()));
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
    }

    private void handle(HttpExchange exchange) throws IOException {
        Response response = answer(exchange);
        exchange.getResponseHeaders().set("Content-Type", response.contentType());
        exchange.sendResponseHeaders(response.status(), response.body().length);
        try (OutputStream body = exchange.getResponseBody()) {
            body.write(response.body());
        }
    }

    private Response answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        try {
            return service.answer(
                    exchange.getRequestMethod(), path, exchange.getRequestURI().getRawQuery(), body(exchange));
        } catch (HttpFault fault) {
            return Response.fault(fault.status(), fault.getMessage());
        } catch (RuntimeException bug) {
            LOG.log(System.Logger.Level.ERROR, "could not answer " + path, bug);
            return Response.fault(500, "internal error");
        }
    }

    private static String body(HttpExchange exchange) throws IOException {
        try (InputStream in = exchange.getRequestBody()) {
            byte[] bytes = in.readNBytes(MAX_BODY_BYTES + 1);
            if (bytes.length > MAX_BODY_BYTES) {
                throw new HttpFault(413, "body is larger than " + MAX_BODY_BYTES + " bytes");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
