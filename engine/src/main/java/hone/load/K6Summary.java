package hone.load;

import hone.input.FormatException;
import hone.live.Latencies;
import hone.live.Traffic;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// Reads k6's summary: the file of `--summary-export`, or the data that `handleSummary` gets.
///
/// The one has a metric's numbers in the metric, the other under its `values`. Of percentiles k6
/// writes those of `K6_SUMMARY_TREND_STATS`, unless `--summary-trend-stats` says otherwise.
final class K6Summary {

  /// What k6 is asked for, beside what it tells by itself.
  static final String STATISTICS = "avg,min,med,max,p(90),p(95),p(99),p(99.9)";

  private static final Map<String, Double> PERCENTILES =
      Map.of(
          "med", 0.5, "p(50)", 0.5, "p(90)", 0.9, "p(95)", 0.95, "p(99)", 0.99, "p(99.9)", 0.999,
          "max", 1.0);

  /// A line of what k6 prints at its start: `* orders: 60.00 iterations/s for 30s (maxVUs: 5-10, …`.
  private static final Pattern SCENARIO = Pattern.compile("(?m)^ +\\* [^:\\n]{1,200}: (.*)$");

  private K6Summary() {}

  /// Whether k6 said of every scenario that it starts so many iterations in a second. Where it said
  /// nothing, as with `--quiet`, it is taken for the loop that it runs by itself.
  ///
  /// @param printed what k6 wrote to standard output
  static Traffic.Model model(String printed) {
    List<String> scenarios =
        SCENARIO.matcher(printed).results().map(line -> line.group(1)).toList();
    boolean scheduled =
        !scenarios.isEmpty()
            && scenarios.stream().allMatch(scenario -> scenario.contains(" iterations/s for "));
    return scheduled ? Traffic.Model.OPEN : Traffic.Model.CLOSED;
  }

  /// The requests; failed are those that k6 counts in `http_req_failed`, late are iterations that were
  /// due when none of its users was free.
  static Traffic read(
      String input, JsonNode document, Traffic.Model model, Optional<String> endpointClass)
      throws FormatException {
    ToolNumbers numbers = new ToolNumbers(input, document);
    JsonNode metrics = document.path("metrics");
    if (!metrics.has("http_reqs")) {
      return none(model, endpointClass);
    }
    long sent = numbers.count(place(metrics, "http_reqs") + "/count");
    long failed = count(numbers, metrics, "http_req_failed", "/passes");
    long dropped = count(numbers, metrics, "dropped_iterations", "/count");
    String durations = place(metrics, "http_req_duration");
    SortedMap<Double, Double> quantiles = new TreeMap<>();
    for (Map.Entry<String, Double> percentile : PERCENTILES.entrySet()) {
      Optional<Double> nanos = numbers.nanos(durations + "/" + percentile.getKey());
      if (nanos.isPresent() && sent > 0) {
        quantiles.put(percentile.getValue(), nanos.get());
      }
    }
    Latencies all = new Latencies.Told(sent, quantiles);
    return new Traffic(
        model, sent, Math.min(sent, failed), dropped, all, ToolNumbers.classes(endpointClass, all));
  }

  /// A run that sent nothing has no metric of requests.
  private static Traffic none(Traffic.Model model, Optional<String> endpointClass) {
    Latencies all = new Latencies.Told(0, new TreeMap<>());
    return new Traffic(model, 0, 0, 0, all, ToolNumbers.classes(endpointClass, all));
  }

  private static long count(ToolNumbers numbers, JsonNode metrics, String metric, String number)
      throws FormatException {
    return metrics.has(metric) ? numbers.count(place(metrics, metric) + number) : 0;
  }

  private static String place(JsonNode metrics, String metric) {
    String place = "/metrics/" + metric;
    return metrics.path(metric).has("values") ? place + "/values" : place;
  }
}
