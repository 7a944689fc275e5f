package hone.load;

import hone.input.FormatException;
import hone.live.Latencies;
import hone.live.Traffic;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// Reads k6's summary: the file of `--summary-export`, or the data that `handleSummary` gets.
///
/// The one has a metric's numbers in the metric, the other under its `values`. Of percentiles k6
/// writes p(90) and p(95) unless told otherwise with `--summary-trend-stats`.
final class K6Summary {

  private static final Map<String, Double> PERCENTILES =
      Map.of(
          "med", 0.5, "p(50)", 0.5, "p(90)", 0.9, "p(95)", 0.95, "p(99)", 0.99, "p(99.9)", 0.999,
          "max", 1.0);

  private K6Summary() {}

  /// The requests; failed are those that k6 counts in `http_req_failed`.
  static Traffic read(String input, JsonNode document, Optional<String> endpointClass)
      throws FormatException {
    ToolNumbers numbers = new ToolNumbers(input, document);
    JsonNode metrics = document.path("metrics");
    if (!metrics.has("http_reqs")) {
      return none(endpointClass);
    }
    long sent = numbers.count(place(metrics, "http_reqs") + "/count");
    long failed =
        metrics.has("http_req_failed")
            ? numbers.count(place(metrics, "http_req_failed") + "/passes")
            : 0;
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
        Traffic.Model.CLOSED,
        sent,
        Math.min(sent, failed),
        0,
        all,
        ToolNumbers.classes(endpointClass, all));
  }

  /// A run that sent nothing has no metric of requests.
  private static Traffic none(Optional<String> endpointClass) {
    Latencies all = new Latencies.Told(0, new TreeMap<>());
    return new Traffic(Traffic.Model.CLOSED, 0, 0, 0, all, ToolNumbers.classes(endpointClass, all));
  }

  private static String place(JsonNode metrics, String metric) {
    String place = "/metrics/" + metric;
    return metrics.path(metric).has("values") ? place + "/values" : place;
  }
}
