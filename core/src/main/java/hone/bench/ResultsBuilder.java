package hone.bench;

import static hone.bench.JsonResults.number;

import hone.input.Diagnostic;
import hone.input.FormatException;
import hone.input.Printable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/// Gathers measurements one by one, in the order of the input.
///
/// A number that no run can have given is passed over with a word; a metric that is left with none
/// becomes a failure, so that it is not lost.
public final class ResultsBuilder {

  private final String input;
  private final Consumer<Diagnostic> passedOver;
  private final Map<BenchmarkName, Map<String, Gathered>> benchmarks = new LinkedHashMap<>();
  private final List<Failure> failures = new ArrayList<>();

  /// A builder with nothing in it.
  ///
  /// @param input where the bytes come from, for messages
  public ResultsBuilder(String input, Consumer<Diagnostic> passedOver) {
    this.input = input;
    this.passedOver = passedOver;
  }

  private record Gathered(Metric metric, Measurements values) {}

  /// One measurement, in the metric's unit.
  ///
  /// @param at line, or place in the list, for messages
  public void add(BenchmarkName benchmark, Metric metric, double value, long at) {
    if (isPossible(benchmark, metric, value, at)) {
      gathered(benchmark, metric, at).add(value);
    } else {
      gathered(benchmark, metric, at);
    }
  }

  /// One measurement, as a document has it.
  ///
  /// @param value in the tool's unit; anything but a number is passed over with a word
  public void add(BenchmarkName benchmark, Scaled scaled, JsonNode value, long at) {
    add(benchmark, scaled.metric(), number(value) * scaled.factor(), at);
  }

  /// A list of measurements, as a document has it.
  ///
  /// @return whether there is such a list with anything in it
  public boolean addAll(BenchmarkName benchmark, Scaled scaled, JsonNode values, long at) {
    if (!values.isArray()) {
      return false;
    }
    for (JsonNode value : values) {
      add(benchmark, scaled, value, at);
    }
    return !values.isEmpty();
  }

  /// Measurements of one metric that were checked one by one before.
  public void addAll(BenchmarkName benchmark, Metric metric, Measurements values, long at) {
    gathered(benchmark, metric, at).addAll(values);
  }

  /// Whether a run can have given this number; if not, that is said.
  public boolean isPossible(BenchmarkName benchmark, Metric metric, double value, long at) {
    boolean possible = Measurement.isPossible(metric, value);
    if (!possible) {
      passOver(at, "impossible " + metric.name() + " of '" + benchmark.name() + "': " + value);
    }
    return possible;
  }

  private Measurements gathered(BenchmarkName benchmark, Metric metric, long at) {
    Gathered gathered =
        benchmarks
            .computeIfAbsent(benchmark, name -> new LinkedHashMap<>())
            .computeIfAbsent(metric.name(), name -> new Gathered(metric, new Measurements()));
    if (!gathered.metric().equals(metric)) {
      passOver(
          at,
          "unit or direction of %s of '%s' is not the one before"
              .formatted(metric.name(), benchmark.name()));
      return new Measurements();
    }
    return gathered.values();
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
    // An immutable copy of a set looks through all names of one hash, and loses the order.
    return Collections.unmodifiableSet(new LinkedHashSet<>(benchmarks.keySet()));
  }

  public Results build() throws FormatException {
    return build(name -> name);
  }

  /// Everything gathered. Names are the short ones where these tell the benchmarks apart, else full;
  /// what even its full name does not tell from another gets a number.
  ///
  /// @param tidied applied to each name before it is looked at
  /// @throws FormatException if there is neither a measurement nor a failure
  public Results build(UnaryOperator<String> tidied) throws FormatException {
    Map<String, Integer> uses = new HashMap<>();
    benchmarks.keySet().forEach(each -> uses.merge(tidied.apply(each.name()), 1, Integer::sum));
    List<Series> series = new ArrayList<>();
    List<Failure> failed = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    failures.forEach(
        each -> failed.add(new Failure(tidied.apply(each.benchmark()), each.reason())));
    benchmarks.forEach((benchmark, metrics) -> {
      String shortName = tidied.apply(benchmark.name());
      String name =
          free(
              taken,
              uses.getOrDefault(shortName, 0) == 1 ? shortName : tidied.apply(benchmark.full()));
      metrics
          .values()
          .forEach(gathered -> {
            if (gathered.values().isEmpty()) {
              failed.add(new Failure(name, "no possible " + gathered.metric().name()));
            } else {
              series.add(new Series(name, gathered.metric(), gathered.values().list()));
            }
          });
    });
    if (series.isEmpty() && failed.isEmpty()) {
      throw new FormatException(input, "no benchmark results");
    }
    return new Results(series, failed);
  }

  private static String free(Set<String> taken, String name) {
    String free = name;
    for (int number = 2; !taken.add(free); number++) {
      free = name + "#" + number;
    }
    return free;
  }
}
