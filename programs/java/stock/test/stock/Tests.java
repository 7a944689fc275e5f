package stock;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Runs all tests; the exit code is the number of those that failed. */
public final class Tests {

    /** A test may throw anything; that is how it fails. */
    private interface Test {
        void run() throws Exception;
    }

    private final Map<String, Test> tests = new LinkedHashMap<>();

    private Tests() {
        tests.put("the oldest batches are used up first", Tests::oldestFirst);
        tests.put("a batch may be used up exactly or in part", Tests::exactOrInPart);
        tests.put("asking for the cost takes nothing", Tests::askingTakesNothing);
        tests.put("nothing costs nothing, all costs the sum of all batches", Tests::nothingAndAll);
        tests.put("more than there is, or less than none, is refused and changes nothing", Tests::refusesTooMuch);
        tests.put("a cost beyond long is an error, not a number", Tests::overflow);
        tests.put("issuing piece by piece costs the same as at once", Tests::pieceByPiece);
        tests.put("low levels come smallest size first, then by name and code", Tests::lowLevels);
        tests.put("movements are carried out line by line", Tests::movements);
        tests.put("a bad movement names its line", Tests::badMovement);
        tests.put("names with commas or quotation marks are quoted", Tests::quoting);
        tests.put("the same seed gives the same warehouse", Tests::seed);
        tests.put("the server answers, and says what is wrong with a request", Tests::server);
    }

    public static void main(String[] args) {
        int failed = 0;
        for (Map.Entry<String, Test> test : new Tests().tests.entrySet()) {
            try {
                test.getValue().run();
                System.out.println("ok      " + test.getKey());
            } catch (Exception | AssertionError fault) {
                failed++;
                System.out.println("FAILED  " + test.getKey());
                fault.printStackTrace(System.out);
            }
        }
        System.out.println(failed + " failed");
        System.exit(failed == 0 ? 0 : 1);
    }

    private static void oldestFirst() {
        Item item = item(new Batch(10, 100), new Batch(5, 200), new Batch(8, 50));

        equal(10 * 100 + 2 * 200L, item.costCents(12));
        equal(1_400L, item.issue(12));
        equal(List.of(new Batch(3, 200), new Batch(8, 50)), item.batches());
        equal(11L, item.quantity());
    }

    private static void exactOrInPart() {
        Item item = item(new Batch(10, 100), new Batch(5, 200));

        equal(1_000L, item.issue(10));
        equal(List.of(new Batch(5, 200)), item.batches());
        equal(200L, item.issue(1));
        equal(List.of(new Batch(4, 200)), item.batches());
    }

    private static void askingTakesNothing() {
        Item item = item(new Batch(10, 100), new Batch(5, 200));

        equal(item.costCents(12), item.costCents(12));
        equal(List.of(new Batch(10, 100), new Batch(5, 200)), item.batches());
        equal(15L, item.quantity());
    }

    private static void nothingAndAll() {
        Item item = item(new Batch(10, 100), new Batch(5, 0), new Batch(1, 7));

        equal(0L, item.costCents(0));
        equal(1_007L, item.costCents(16));
        equal(1_007L, item.issue(16));
        equal(List.of(), item.batches());
        equal(0L, item.issue(0));
        equal(0L, item("empty").costCents(0));
    }

    private static void refusesTooMuch() {
        Item item = item(new Batch(10, 100));

        equal("quantity of X is not in 0..10: 11", refusal(() -> item.costCents(11)));
        equal("quantity of X is not in 0..10: 11", refusal(() -> item.issue(11)));
        equal("quantity of X is not in 0..10: -1", refusal(() -> item.issue(-1)));
        equal("quantity is below 1: 0", refusal(() -> new Batch(0, 1)));
        equal("unit cost is negative: -1", refusal(() -> new Batch(1, -1)));
        equal(List.of(new Batch(10, 100)), item.batches());
    }

    private static void overflow() {
        Item item = item(new Batch(1, Long.MAX_VALUE), new Batch(1, 1));

        try {
            item.costCents(2);
        } catch (ArithmeticException expected) {
            return;
        }
        throw new AssertionError("no ArithmeticException");
    }

    private static void pieceByPiece() {
        Item one = SampleStock.ofSeed(4).item("ITEM-3").orElseThrow();
        Item other = SampleStock.ofSeed(4).item("ITEM-3").orElseThrow();
        long costCents = 0;
        for (int i = 0; i < 1_000; i++) {
            costCents += one.issue(7);
        }

        equal(costCents, other.issue(7_000));
        equal(one.batches(), other.batches());
    }

    private static Item named(String code, String name, int quantity) {
        Item item = new Item(code, name);
        item.receive(new Batch(quantity, 2));
        return item;
    }

    private static void lowLevels() {
        Warehouse warehouse = new Warehouse(List.of(
                named("P12", "Pipe 12 mm", 1), named("P4", "Pipe 4 mm", 9), named("N4", "Nut 4 mm", 5),
                named("Z", "Box", 2), named("A4", "Nut 4 mm", 7), named("E", "Pipe 3 mm", 10)));

        equal("item,name,quantity\nZ,Box,2\nA4,Nut 4 mm,7\nN4,Nut 4 mm,5\nP4,Pipe 4 mm,9\nP12,Pipe 12 mm,1\n",
                Csv.levels(warehouse.below(10)));
        equal("item,name,quantity\n", Csv.levels(warehouse.below(0)));
    }

    private static void movements() {
        Warehouse warehouse = new Warehouse(List.of(item("A", 5), item("B", 5)));

        equal(new Movements.Summary(2, 1, 6), Movements.carryOut("receive,A,3,10\r\nissue,B,3\nreceive,B,1,1\n", warehouse));
        equal(List.of(new Batch(5, 2), new Batch(3, 10)), warehouse.item("A").orElseThrow().batches());
        equal(List.of(new Batch(2, 2), new Batch(1, 1)), warehouse.item("B").orElseThrow().batches());
    }

    private static void badMovement() {
        Warehouse warehouse = new Warehouse(List.of(item("A", 5)));

        equal("line 1: not a movement: ''", refusal(() -> Movements.carryOut("", warehouse)));
        equal("line 1: not a movement: 'issue,A'", refusal(() -> Movements.carryOut("issue,A", warehouse)));
        equal("line 2: no such item: 'Z'", refusal(() -> Movements.carryOut("issue,A,1\nissue,Z,1", warehouse)));
        equal("line 1: For input string: \"x\"", refusal(() -> Movements.carryOut("issue,A,x", warehouse)));
        equal(4L, warehouse.item("A").orElseThrow().quantity());
    }

    private static void quoting() {
        StringBuilder out = new StringBuilder();
        Csv.quoted(out, "plain");
        Csv.quoted(out, "a,b");
        Csv.quoted(out, "3\"");
        Csv.money(out, 1_205);

        equal("plain\"a,b\"\"3\"\"\"12.05", out.toString());
    }

    private static void seed() {
        equal(SampleStock.ofSeed(9).below(1_000_000), SampleStock.ofSeed(9).below(1_000_000));
        equal(false, SampleStock.ofSeed(9).below(1_000_000).equals(SampleStock.ofSeed(8).below(1_000_000)));
    }

    private static void server() throws IOException, InterruptedException {
        Warehouse warehouse = new Warehouse(List.of(item("A", 5), item("B", 9)));
        try (StockServer server = new StockServer(0, warehouse)) {
            server.start();
            equal("200 ok\n", ask(server, "/healthz", ""));
            equal("200 item,quantity,cost\nA,4,0.08\n", ask(server, "/items/A/cost?quantity=4", ""));
            equal("200 quantity,unit_cost,cost\n5,0.02,0.10\n", ask(server, "/items/A/batches", ""));
            equal("200 item,name,quantity\nA,name of A,5\n", ask(server, "/levels?below=6", ""));
            equal("200 received,issued,issued_cost\n0,1,0.10\n", ask(server, "/movements", "issue,A,5"));
            equal("400 quantity of A is not in 0..0: 1\n", ask(server, "/items/A/cost?quantity=1", ""));
            equal("400 quantity is missing\n", ask(server, "/items/A/cost", ""));
            equal("400 line 1: not a movement: 'x'\n", ask(server, "/movements", "x"));
            equal("404 no such item: 'Z'\n", ask(server, "/items/Z/batches", ""));
            equal("404 no such page: '/items/A/b'\n", ask(server, "/items/A/b", ""));
            equal("405 method is not allowed: 'POST'\n", ask(server, "/levels", "x"));
        }
    }

    private static String ask(StockServer server, String path, String body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
        if (!body.isEmpty()) {
            request.POST(BodyPublishers.ofString(body));
        }
        HttpResponse<String> response = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
        return response.statusCode() + " " + response.body();
    }

    private static Item item(Batch... batches) {
        Item item = new Item("X", "x");
        for (Batch batch : batches) {
            item.receive(batch);
        }
        return item;
    }

    private static Item item(String code, int... quantities) {
        Item item = new Item(code, "name of " + code);
        for (int quantity : quantities) {
            item.receive(new Batch(quantity, 2));
        }
        return item;
    }

    private static String refusal(Test action) {
        try {
            action.run();
        } catch (IllegalArgumentException refusal) {
            return refusal.getMessage();
        } catch (Exception other) {
            throw new AssertionError(other);
        }
        throw new AssertionError("was not refused");
    }

    private static void equal(Object expected, Object found) {
        if (!Objects.equals(expected, found)) {
            throw new AssertionError("expected " + expected + ", found " + found);
        }
    }
}
