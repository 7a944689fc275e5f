package hone.bench.runs;

import static hone.bench.JsonResults.text;

import hone.bench.BenchmarkName;
import hone.bench.Better;
import hone.bench.JsonResults;
import hone.bench.Metric;
import hone.bench.ResultReader;
import hone.bench.Results;
import hone.bench.ResultsBuilder;
import hone.bench.Scaled;
import hone.input.Diagnostic;
import hone.input.Sniff;
import hone.input.Source;
import hone.unit.Unit;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/// Reads the file of runs that `hone measure` keeps, `runs.jsonl`: each run of both sides, raw.
///
/// The file holds the base and the candidate: a benchmark is read once for each, `Encode [side: base]`
/// and `Encode [side: candidate]`. To judge the two against each other, `hone measure` itself knows the
/// order of the runs and is surer than any comparison of files.
public final class RunsReader implements ResultReader {

  @Override
  public String format() {
    return "hone-runs";
  }

  @Override
  public Sniff sniff(byte[] head) {
    return JsonResults.sniff(head, "wall_nanos", "machine.cpu", "blocks", "results[].benchmark");
  }

  @Override
  public Results read(Source source, Consumer<Diagnostic> passedOver) throws IOException {
    ResultsBuilder results = new ResultsBuilder(source.name(), passedOver);
    JsonResults.lines(
        source,
        (line, number) -> {
          for (JsonNode result : line.path("results")) {
            series(results, text(line.path("side")), result, number);
          }
        },
        (line, number) -> results.passOver(number, "expected a run, found no JSON"));
    return results.build();
  }

  private static void series(ResultsBuilder results, String side, JsonNode result, long number) {
    String benchmark = text(result.path("benchmark"));
    String metric = text(result.path("metric"));
    String unit = text(result.path("unit"));
    Optional<Better> better = Better.of(text(result.path("better")));
    if (benchmark.isEmpty() || metric.isBlank() || unit.isBlank() || better.isEmpty()) {
      results.passOver(number, "expected 'benchmark', 'metric', 'unit' and 'better'");
      return;
    }
    String full = side.isEmpty() ? benchmark : benchmark + " [side: " + side + "]";
    Metric measured = new Metric(metric, Unit.of(unit), better.get());
    results.addAll(
        new BenchmarkName(full, benchmark),
        new Scaled(measured, 1),
        result.path("samples"),
        number);
  }
}
