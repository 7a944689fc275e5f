package hone.bench;

import hone.input.Diagnostic;
import hone.input.FormatException;
import hone.input.Printable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// Gathers measurements one by one, in the order of the input.
///
/// A number that no run can have given is passed over with a word; a metric that is left with none
/// becomes a failure, so that it is not lost.
public final class ResultsBuilder {

  private final String input;
  private final Consumer<Diagnostic> passedOver;
  private final Map<BenchmarkName, Map<Metric, List<Double>>> measurements = new LinkedHashMap<>();
  private final List<Failure> failures = new ArrayList<>();

  /// A builder with nothing in it.
  ///
  /// @param input where the bytes come from, for messages
  public ResultsBuilder(String input, Consumer<Diagnostic> passedOver) {
    this.input = input;
    this.passedOver = passedOver;
  }

  /// One measurement, in the metric's unit.
  ///
  /// @param at line, or place in the list, for messages
  public void add(BenchmarkName benchmark, Metric metric, double value, long at) {
    List<Double> values =
        measurements
            .computeIfAbsent(benchmark, name -> new LinkedHashMap<>())
            .computeIfAbsent(metric, name -> new ArrayList<>());
    if (Measurement.isPossible(metric, value)) {
      values.add(value);
    } else {
      passOver(at, "impossible " + metric.name() + " of '" + benchmark.name() + "': " + value);
    }
  }

  /// A benchmark that did not finish.
  public void fail(String benchmark, String reason) {
    failures.add(new Failure(benchmark, reason));
  }

  /// A record that is none.
  public void passOver(long at, String message) {
    passedOver.accept(new Diagnostic(input, at, Printable.of(message)));
  }

  /// The names so far, in the order of first appearance.
  public Set<BenchmarkName> names() {
    return Set.copyOf(measurements.keySet());
  }

  public Results build() throws FormatException {
    return build(name -> name);
  }

  /// Everything gathered. Names are the short ones where these tell the benchmarks apart, else full.
  ///
  /// @param tidied applied to each name before it is looked at
  /// @throws FormatException if there is neither a measurement nor a failure
  public Results build(UnaryOperator<String> tidied) throws FormatException {
    Map<String, Integer> uses = new HashMap<>();
    measurements.keySet().forEach(each -> uses.merge(tidied.apply(each.name()), 1, Integer::sum));
    List<Series> series = new ArrayList<>();
    List<Failure> failed = new ArrayList<>();
    failures.forEach(
        each -> failed.add(new Failure(tidied.apply(each.benchmark()), each.reason())));
    measurements.forEach((benchmark, metrics) -> {
      String shortName = tidied.apply(benchmark.name());
      String name =
          uses.getOrDefault(shortName, 0) == 1 ? shortName : tidied.apply(benchmark.full());
      metrics.forEach((metric, values) -> {
        if (values.isEmpty()) {
          failed.add(new Failure(name, "no possible " + metric.name()));
        } else {
          series.add(new Series(name, metric, values));
        }
      });
    });
    if (series.isEmpty() && failed.isEmpty()) {
      throw new FormatException(input, "no benchmark results");
    }
    return new Results(series, failed);
  }
}
