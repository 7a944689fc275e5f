package hone.bench.pytest;

import static hone.bench.JsonResults.text;

import hone.bench.BenchmarkName;
import hone.bench.JsonResults;
import hone.bench.ResultReader;
import hone.bench.Results;
import hone.bench.ResultsBuilder;
import hone.bench.Scaled;
import hone.input.Diagnostic;
import hone.input.Sniff;
import hone.input.Source;
import java.io.IOException;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/// Reads the JSON of pytest-benchmark: `benchmarks[].stats.data`, seconds for one call, a value for
/// each round.
///
/// `--benchmark-json` always has the raw data; `--benchmark-save` only with
/// `--benchmark-save-data`. Without it the median stands for all rounds, with a word about it.
///
/// **Names** are those of the tests with their parameters, `test_total[10]`; the file goes in front
/// where two files have a test of one name. A test that fails is not in the document, so that it
/// shows only beside one that has it.
///
/// @see <a href="https://pytest-benchmark.readthedocs.io/">pytest-benchmark</a>
public final class PytestReader implements ResultReader {

  private static final Scaled SECONDS = Scaled.of("s");

  @Override
  public String format() {
    return "pytest-benchmark";
  }

  @Override
  public Sniff sniff(byte[] head) {
    Set<String> paths = JsonResults.paths(head);
    if (paths.contains("benchmarks[].fullname") || paths.contains("machine_info.node")) {
      return Sniff.YES;
    }
    return paths.contains("machine_info") ? Sniff.MAYBE : Sniff.NO;
  }

  @Override
  public Results read(Source source, Consumer<Diagnostic> passedOver) throws IOException {
    ResultsBuilder results = new ResultsBuilder(source.name(), passedOver);
    JsonNode document = JsonResults.read(source);
    JsonResults.each(
        JsonResults.list(source.name(), document, "benchmarks", "pytest-benchmark"),
        (benchmark, place) -> {
          String name = text(benchmark.path("name"));
          if (name.isEmpty()) {
            results.passOver(place, "expected 'name' in benchmark " + place);
          } else {
            String full = text(benchmark.path("fullname"));
            rounds(
                results, new BenchmarkName(full.isEmpty() ? name : full, name), benchmark, place);
          }
        });
    return results.build();
  }

  private static void rounds(
      ResultsBuilder results, BenchmarkName name, JsonNode benchmark, long place) {
    JsonNode stats = benchmark.path("stats");
    if (results.addAll(name, SECONDS, stats.path("data"), place)) {
      return;
    }
    if (stats.has("median")) {
      results.passOver(
          place, "no raw data of '" + name.name() + "': its median stands for all rounds");
      results.add(name, SECONDS, stats.path("median"), place);
    } else {
      results.fail(name.name(), "no data");
    }
  }
}
