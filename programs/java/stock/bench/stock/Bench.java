package stock;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;

/**
 * Measures what requests cost behind the sockets and prints it as JSON.
 *
 * <p>Each sample is CPU time of this thread, in nanoseconds per request: the work neither waits nor
 * spreads over threads, and what else the machine does stays out of the figure.
 */
public final class Bench {

    private static final long WARM_UP_NANOS = 250_000_000;
    private static final long SAMPLE_NANOS = 20_000_000;
    private static final int SAMPLES = 10;
    private static final int ITEMS = 20;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private long consumed;

    public static void main(String[] args) throws Exception {
        Bench bench = new Bench();
        List<String> results = new ArrayList<>();
        try (StockServer server = new StockServer(0, SampleStock.ofSeed(1))) {
            results.add(bench.measured("levels", i -> get(server, "/levels", "below=60")));
            results.add(bench.measured("batches", i -> get(server, "/items/ITEM-" + (1 + i % ITEMS) + "/batches", null)));
            results.add(bench.measured("cost", i -> get(server, "/items/ITEM-" + (1 + i % ITEMS) + "/cost", "quantity=32000")));
        }
        System.out.println("{\"benchmarks\": [" + String.join(",\n", results) + "]}");
        System.err.println("characters produced: " + bench.consumed);
    }

    private static int get(StockServer server, String path, String query) {
        Answer answer = server.answer("GET", path, query, "");
        if (answer.status() != 200) {
            throw new IllegalStateException(path + ": " + answer.text());
        }
        return answer.text().length();
    }

    private String measured(String name, ToIntFunction<Integer> request) {
        int rounds = 1;
        for (long spent = 0; spent < WARM_UP_NANOS; ) {
            long nanos = cpuNanos(rounds, request);
            spent += nanos;
            if (nanos < SAMPLE_NANOS) {
                rounds++;
            }
        }
        rounds = (int) Math.max(1, rounds * SAMPLE_NANOS / cpuNanos(rounds, request));
        List<String> samples = new ArrayList<>();
        for (int i = 0; i < SAMPLES; i++) {
            samples.add(String.format(Locale.ROOT, "%.1f", (double) cpuNanos(rounds, request) / (ITEMS * rounds)));
        }
        return String.format(
                Locale.ROOT, "{\"name\": \"%s\", \"unit\": \"ns/op\", \"better\": \"lower\", \"samples\": %s}", name, samples);
    }

    /** CPU time of so many rounds over the items. */
    private long cpuNanos(int rounds, ToIntFunction<Integer> request) {
        long start = threads.getCurrentThreadCpuTime();
        for (int i = 0; i < ITEMS * rounds; i++) {
            consumed += request.applyAsInt(i);
        }
        return threads.getCurrentThreadCpuTime() - start;
    }
}
