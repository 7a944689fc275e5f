package hone.load;

import hone.input.FormatException;
import hone.live.Latencies;
import hone.live.Traffic;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// Reads what `autocannon -j` prints: latencies in whole milliseconds.
final class AutocannonResult {

  private static final Map<String, Double> PERCENTILES =
      Map.of(
          "p50", 0.5, "p75", 0.75, "p90", 0.9, "p97_5", 0.975, "p99", 0.99, "p99_9", 0.999,
          "p99_99", 0.9999, "max", 1.0);

  private AutocannonResult() {}

  /// The requests; those without an answer are `errors`, those answered with a status other than
  /// 200 to 299 are `non2xx`.
  static Traffic read(String input, JsonNode document, Optional<String> endpointClass)
      throws FormatException {
    ToolNumbers numbers = new ToolNumbers(input, document);
    long answered = numbers.count("/requests/total");
    long errors = numbers.count("/errors");
    SortedMap<Double, Double> quantiles = new TreeMap<>();
    for (Map.Entry<String, Double> percentile : PERCENTILES.entrySet()) {
      Optional<Double> nanos = numbers.nanos("/latency/" + percentile.getKey());
      if (nanos.isPresent() && answered > 0) {
        quantiles.put(percentile.getValue(), nanos.get());
      }
    }
    Latencies all = new Latencies.Told(answered, quantiles);
    return new Traffic(
        Traffic.Model.CLOSED,
        answered + errors,
        Math.min(answered, numbers.count("/non2xx")) + errors,
        0,
        all,
        ToolNumbers.classes(endpointClass, all));
  }
}
