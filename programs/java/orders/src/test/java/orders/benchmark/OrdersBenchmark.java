package orders.benchmark;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import orders.invoice.InvoiceText;
import orders.json.JsonReader;
import orders.model.Order;
import orders.model.Status;
import orders.report.RevenueReport;
import orders.search.OrderQuery;
import orders.search.OrderSearch;
import orders.store.SampleData;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a request costs behind the sockets. Not forked: {@code benchmark.sh} starts a fresh JVM. JMH
 * goes by name, so the invoice, which makes the most garbage, comes last and disturbs nobody.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 80, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 8, time = 40, timeUnit = TimeUnit.MILLISECONDS)
@Fork(0)
public class OrdersBenchmark {

    private static final OrderQuery OPEN_TEA =
            new OrderQuery(OptionalInt.empty(), Optional.of(Status.OPEN), Optional.of("tea"), 20);

    private List<Order> orders;
    private OrderSearch search;
    private String body;

    @Setup
    public void makeOrders() {
        SampleData data = SampleData.ofSeed(1);
        orders = data.orders();
        search = new OrderSearch(data.products());
        StringBuilder text = new StringBuilder("{\"customer\": 7, \"lines\": [");
        for (int i = 0; i < 100; i++) {
            text.append(i == 0 ? "" : ", ").append("{\"sku\": \"SKU-").append(10_001 + i).append("\", \"quantity\": 3}");
        }
        body = text.append("]}").toString();
    }

    @Benchmark
    public RevenueReport revenueReport() {
        return RevenueReport.of(orders);
    }

    /** Streams take the compiler longer than loops do. */
    @Benchmark
    @Warmup(iterations = 8, time = 80, timeUnit = TimeUnit.MILLISECONDS)
    public List<Order> searchOrders() {
        return search.find(orders, OPEN_TEA);
    }

    @Benchmark
    public Object orderFromJson() {
        return JsonReader.read(body);
    }

    @Benchmark
    public String writeInvoice() {
        return InvoiceText.render(orders.getFirst());
    }
}
