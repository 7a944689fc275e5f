package hone.bench.neutral;

import static hone.bench.JsonResults.text;

import hone.bench.BenchmarkName;
import hone.bench.Better;
import hone.bench.JsonResults;
import hone.bench.ResultReader;
import hone.bench.Results;
import hone.bench.ResultsBuilder;
import hone.bench.Scaled;
import hone.input.Diagnostic;
import hone.input.FormatException;
import hone.input.Sniff;
import hone.input.Source;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/// Reads hone's own form, which any script can print.
///
/// ```
/// {"benchmarks": [{"name": "search", "unit": "ms", "better": "lower", "samples": [12.1, 11.9]}]}
/// ```
///
/// `unit` is a unit (`ns`, `ms`, `B`) or a ratio (`ns/op`, `ops/s`, `MB/s`); `better` may be left
/// out where the unit tells; `metric` gives the metric another name. A benchmark that did not finish
/// has `"failed": "why"` instead of samples.
public final class NeutralReader implements ResultReader {

  @Override
  public String format() {
    return "hone";
  }

  @Override
  public Sniff sniff(byte[] head) {
    Set<String> paths = JsonResults.paths(head);
    if (paths.contains("benchmarks[].samples") || paths.contains("benchmarks[].failed")) {
      return Sniff.YES;
    }
    boolean alike = paths.contains("benchmarks[].unit") && !paths.contains("benchmarks[].latency");
    return alike ? Sniff.MAYBE : Sniff.NO;
  }

  @Override
  public Results read(Source source, Consumer<Diagnostic> passedOver) throws IOException {
    ResultsBuilder results = new ResultsBuilder(source.name(), passedOver);
    JsonNode document = JsonResults.read(source);
    JsonResults.each(
        JsonResults.list(source.name(), document, "benchmarks", "hone's own form"),
        (benchmark, place) -> benchmark(source.name(), results, benchmark, place));
    return results.build();
  }

  private static void benchmark(
      String input, ResultsBuilder results, JsonNode benchmark, long place) throws FormatException {
    String name = text(benchmark.path("name"));
    if (name.isEmpty()) {
      throw new FormatException(input, "expected 'name' in benchmark " + place);
    }
    if (benchmark.has("failed")) {
      results.fail(name, text(benchmark.path("failed")));
      return;
    }
    Scaled scaled = scaled(input, benchmark, place);
    BenchmarkName both = new BenchmarkName(name, name);
    if (!results.addAll(both, scaled, benchmark.path("samples"), place)) {
      results.fail(name, "no samples");
    }
  }

  private static Scaled scaled(String input, JsonNode benchmark, long place)
      throws FormatException {
    String unit = text(benchmark.path("unit"));
    if (unit.isBlank()) {
      throw new FormatException(input, "expected 'unit' in benchmark " + place);
    }
    String metric = text(benchmark.path("metric"));
    Scaled scaled = metric.isBlank() ? Scaled.of(unit) : Scaled.of(unit).named(metric);
    if (!benchmark.has("better")) {
      return scaled;
    }
    Optional<Better> better = Better.of(text(benchmark.path("better")));
    return scaled.with(
        better.orElseThrow(() ->
            new FormatException(
                input, "expected \"better\": \"lower\" or \"higher\" in benchmark " + place)));
  }
}
