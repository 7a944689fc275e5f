package orders.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import orders.invoice.InvoiceText;
import orders.json.JsonReader;
import orders.store.SampleData;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OrderServerTest {

    private static final SampleData DATA = SampleData.ofSeed(11);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-04T10:00:00Z"), ZoneOffset.UTC);

    private static OrderServer server;
    private static HttpClient client;

    @BeforeAll
    static void start() throws IOException {
        server = new OrderServer(0, DATA, 2, CLOCK);
        server.start();
        client = HttpClient.newHttpClient();
    }

    @AfterAll
    static void stop() {
        client.close();
        server.close();
    }

    @Test
    void isHealthy() throws Exception {
        assertEquals(200, get("/healthz").statusCode());
    }

    @Test
    void servesTheInvoiceOfAnOrder() throws Exception {
        HttpResponse<String> invoice = get("/orders/61/invoice");

        assertEquals(200, invoice.statusCode());
        assertEquals("text/plain; charset=utf-8", invoice.headers().firstValue("content-type").orElseThrow());
        assertEquals(InvoiceText.render(DATA.orders().get(60)), invoice.body());
    }

    @Test
    void aPlacedOrderCanBeReadAndOnlyTheNewestAreKept() throws Exception {
        String sku = DATA.products().getFirst().sku();
        HttpResponse<String> created = post("{\"customer\": 7, \"lines\": [{\"sku\": \"" + sku + "\", \"quantity\": 3}]}");
        Map<?, ?> order = (Map<?, ?>) JsonReader.read(created.body());

        assertEquals(201, created.statusCode());
        assertEquals("2026-03-04", order.get("placed"));
        assertEquals("open", order.get("status"));
        assertEquals(created.body(), get("/orders/" + order.get("id")).body());

        for (int i = 0; i < 2; i++) {
            post("{\"customer\": 8, \"lines\": [{\"sku\": \"" + sku + "\", \"quantity\": 1}]}");
        }
        assertEquals(404, get("/orders/" + order.get("id")).statusCode());
    }

    @Test
    void searchesWithALimit() throws Exception {
        Map<?, ?> found = (Map<?, ?>) JsonReader.read(get("/orders?status=open&product=tea&limit=5").body());
        List<?> orders = (List<?>) found.get("orders");

        assertEquals(5, orders.size());
        for (Object order : orders) {
            assertEquals("open", ((Map<?, ?>) order).get("status"));
        }
    }

    @Test
    void reportsTwelveMonths() throws Exception {
        Map<?, ?> report = (Map<?, ?>) JsonReader.read(get("/reports/revenue").body());

        assertEquals(12, report.size());
        assertTrue(report.containsKey("2025-02"));
    }

    @Test
    void saysWhatIsWrongWithARequest() throws Exception {
        assertFault(404, "no such order: 9999", get("/orders/9999"));
        assertFault(400, "order is not a number: 'x'", get("/orders/x/invoice"));
        assertFault(400, "no such status: 'lost'", get("/orders?status=lost"));
        assertFault(400, "limit is not in 1..200: 0", get("/orders?limit=0"));
        assertFault(404, "no such page: '/orders/1/2/3'", get("/orders/1/2/3"));
        assertFault(404, "no such page: '/'", get("/"));
        assertFault(400, "no such customer: 0", post("{\"customer\": 0, \"lines\": []}"));
        assertFault(400, "lines are not in 1..2000: 0", post("{\"customer\": 1, \"lines\": []}"));
        assertFault(400, "customer is missing or of the wrong kind", post("{\"customer\": \"1\"}"));
        assertFault(400, "unexpected end at offset 0", post(""));
        assertFault(400, "quantity is zero for " + DATA.products().getFirst().sku(),
                post("{\"customer\": 1, \"lines\": [{\"sku\": \"" + DATA.products().getFirst().sku() + "\", \"quantity\": 0}]}"));
    }

    private static void assertFault(int status, String message, HttpResponse<String> response) {
        assertEquals(Map.of("error", message), JsonReader.read(response.body()));
        assertEquals(status, response.statusCode());
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return client.send(request(path).build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(String body) throws Exception {
        return client.send(request("/orders").POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    }
}
