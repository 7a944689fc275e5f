package orders.http;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import orders.catalogue.Catalogue;
import orders.json.JsonException;
import orders.json.JsonReader;
import orders.json.JsonWriter;
import orders.model.Category;
import orders.model.Customer;
import orders.model.Order;
import orders.model.OrderLine;
import orders.model.Product;
import orders.pricing.Pricing;
import orders.report.RevenueReport;

/** Orders and reports as JSON, and orders back from it. */
final class OrderJson {

    private static final int MAX_LINES = 2_000;

    /** An order as a client sends it. */
    record Wish(Customer customer, List<OrderLine> lines) {}

    private OrderJson() {}

    static JsonWriter list(List<Order> orders) {
        JsonWriter json = new JsonWriter().beginObject().name("orders").beginArray();
        for (Order order : orders) {
            json.beginObject();
            head(json, order);
            json.name("lines").value(order.lines().size()).endObject();
        }
        return json.endArray().endObject();
    }

    static JsonWriter detail(Order order) {
        JsonWriter json = new JsonWriter().beginObject();
        head(json, order);
        json.name("lines").beginArray();
        for (OrderLine line : order.lines()) {
            json.beginObject().name("sku").value(line.product().sku());
            json.name("product").value(line.product().name());
            json.name("quantity").value(line.quantity());
            json.name("net_cents").value(Pricing.netCents(order.customer(), line)).endObject();
        }
        return json.endArray().endObject();
    }

    static JsonWriter report(RevenueReport report) {
        JsonWriter json = new JsonWriter().beginObject();
        for (YearMonth month : report.netCentsByMonth().keySet()) {
            json.name(month.toString()).beginObject();
            for (Category category : Category.values()) {
                json.name(category.label()).value(report.netCents(month, category));
            }
            json.endObject();
        }
        return json.endObject();
    }

    static Wish wish(String body, Catalogue catalogue) {
        try {
            Map<?, ?> order = typed(Map.class, JsonReader.read(body), "order");
            int id = Math.toIntExact(typed(Long.class, order.get("customer"), "customer"));
            Customer customer =
                    catalogue.customer(id).orElseThrow(() -> HttpFault.badRequest("no such customer: " + id));
            List<?> lines = typed(List.class, order.get("lines"), "lines");
            if (lines.isEmpty() || lines.size() > MAX_LINES) {
                throw HttpFault.badRequest("lines are not in 1.." + MAX_LINES + ": " + lines.size());
            }
            List<OrderLine> wanted = new ArrayList<>(lines.size());
            for (Object line : lines) {
                wanted.add(line(typed(Map.class, line, "line"), catalogue));
            }
            return new Wish(customer, wanted);
        } catch (JsonException | ArithmeticException | IllegalArgumentException bad) {
            throw HttpFault.badRequest(bad.getMessage());
        }
    }

    private static OrderLine line(Map<?, ?> line, Catalogue catalogue) {
        String sku = typed(String.class, line.get("sku"), "sku");
        Product product =
                catalogue.product(sku).orElseThrow(() -> HttpFault.badRequest("no such product: '" + sku + "'"));
        return new OrderLine(product, Math.toIntExact(typed(Long.class, line.get("quantity"), "quantity")));
    }

    private static void head(JsonWriter json, Order order) {
        json.name("id").value(order.id());
        json.name("customer").value(order.customer().name());
        json.name("placed").value(order.placed().toString());
        json.name("status").value(order.status().label());
        json.name("net_cents").value(order.totals().netCents());
        json.name("gross_cents").value(order.totals().grossCents());
    }

    private static <T> T typed(Class<T> type, Object value, String name) {
        if (!type.isInstance(value)) {
            throw HttpFault.badRequest(name + " is missing or of the wrong kind");
        }
        return type.cast(value);
    }
}
