package hone.bench;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What one input says about any number of benchmarks.
///
/// @param series   one for each benchmark and metric, in the order of first appearance
/// @param failures what ran and did not finish
public record Results(List<Series> series, List<Failure> failures) {

  public Results {
    series = List.copyOf(series);
    failures = List.copyOf(failures);
    Set<SeriesKey> seen = new HashSet<>();
    for (Series each : series) {
      if (!seen.add(SeriesKey.of(each))) {
        throw new IllegalArgumentException(
            "two series of " + each.metric().name() + " for '" + each.benchmark() + "'");
      }
    }
  }

  public Results(List<Series> series) {
    this(series, List.of());
  }

  /// The series of one benchmark and metric.
  public Optional<Series> find(String benchmark, String metric) {
    return series.stream()
        .filter(each -> each.benchmark().equals(benchmark) && each.metric().name().equals(metric))
        .findFirst();
  }
}
