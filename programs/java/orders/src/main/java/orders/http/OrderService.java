package orders.http;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import orders.catalogue.Catalogue;
import orders.invoice.InvoiceText;
import orders.model.Order;
import orders.model.Status;
import orders.report.RevenueReport;
import orders.search.OrderQuery;
import orders.search.OrderSearch;
import orders.store.OrderStore;
import orders.store.SampleData;

/** Answers requests; knows nothing of sockets. */
final class OrderService {

    private static final int DEFAULT_LIMIT = 20;
    private static final int MAX_LIMIT = 200;

    private final Clock clock;
    private final Catalogue catalogue;
    private final OrderStore store;
    private final OrderSearch search;

    OrderService(SampleData data, int recentCapacity, Clock clock) {
        this.clock = clock;
        catalogue = data.catalogue();
        search = new OrderSearch(data.products());
        store = new OrderStore(recentCapacity);
        store.load(data.orders());
    }

    Response answer(String method, String path, String rawQuery, String body) {
        String[] parts = path.substring(1).split("/");
        if (method.equals("POST") && path.equals("/orders")) {
            return place(body);
        }
        if (!method.equals("GET")) {
            throw new HttpFault(405, "method is not allowed: '" + method + "'");
        }
        if (path.equals("/healthz")) {
            return Response.text("ok\n");
        }
        if (path.equals("/orders")) {
            return list(Parameters.of(rawQuery));
        }
        if (path.equals("/reports/revenue")) {
            return Response.json(200, OrderJson.report(RevenueReport.of(store.archive())));
        }
        if (parts[0].equals("orders") && parts.length == 2) {
            return Response.json(200, OrderJson.detail(order(parts[1])));
        }
        if (parts[0].equals("orders") && parts.length == 3 && parts[2].equals("invoice")) {
            return Response.text(InvoiceText.render(order(parts[1])));
        }
        throw HttpFault.notFound("no such page: '" + path + "'");
    }

    private Response place(String body) {
        OrderJson.Wish wish = OrderJson.wish(body, catalogue);
        Order order = store.place(wish.customer(), LocalDate.now(clock), wish.lines());
        return Response.json(201, OrderJson.detail(order));
    }

    private Response list(Parameters parameters) {
        int limit = parameters.number("limit").orElse(DEFAULT_LIMIT);
        if (limit < 1 || limit > MAX_LIMIT) {
            throw HttpFault.badRequest("limit is not in 1.." + MAX_LIMIT + ": " + limit);
        }
        OrderQuery query = new OrderQuery(
                parameters.number("customer"), status(parameters), parameters.text("product"), limit);
        return Response.json(200, OrderJson.list(search.find(store.archive(), query)));
    }

    private static Optional<Status> status(Parameters parameters) {
        return parameters
                .text("status")
                .map(label -> Status.of(label)
                        .orElseThrow(() -> HttpFault.badRequest("no such status: '" + label + "'")));
    }

    private Order order(String id) {
        return store.find(Parameters.parsed("order", id))
                .orElseThrow(() -> HttpFault.notFound("no such order: " + id));
    }
}
