package hone.bench.pyperf;

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
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/// Reads pyperf's JSON: `benchmarks[].runs[].values`, seconds for one call, several from each process.
///
/// Warm-ups and calibration runs (which have no `values`) are not read. `unit` may also be `byte` or
/// `integer`. Names are those in the metadata, of the benchmark or of the whole file.
///
/// @see <a href="https://pyperf.readthedocs.io/en/latest/api.html">pyperf</a>
public final class PyperfReader implements ResultReader {

  @Override
  public String format() {
    return "pyperf";
  }

  @Override
  public Sniff sniff(byte[] head) {
    return JsonResults.sniff(
        head,
        "benchmarks[].runs[].values",
        "benchmarks[].runs[].warmups",
        "benchmarks[].runs[].metadata");
  }

  @Override
  public Results read(Source source, Consumer<Diagnostic> passedOver) throws IOException {
    ResultsBuilder results = new ResultsBuilder(source.name(), passedOver);
    JsonNode document = JsonResults.read(source);
    JsonNode shared = document.path("metadata");
    JsonResults.each(
        JsonResults.list(source.name(), document, "benchmarks", "pyperf"),
        (benchmark, place) -> {
          String name = named(benchmark.path("metadata"), shared, "name");
          String unit = named(benchmark.path("metadata"), shared, "unit");
          if (name.isEmpty()) {
            results.passOver(place, "expected 'name' in the metadata of benchmark " + place);
          } else {
            runs(results, new BenchmarkName(name, name), scaled(unit), benchmark, place);
          }
        });
    return results.build();
  }

  private static String named(JsonNode own, JsonNode shared, String key) {
    String name = text(own.path(key));
    return name.isEmpty() ? text(shared.path(key)) : name;
  }

  private static Scaled scaled(String unit) {
    return switch (unit) {
      case "byte" -> Scaled.of("B").named("B/op");
      case "integer" -> Scaled.of("count");
      default -> Scaled.of("s");
    };
  }

  private static void runs(
      ResultsBuilder results, BenchmarkName name, Scaled scaled, JsonNode benchmark, long place) {
    boolean any = false;
    for (JsonNode run : benchmark.path("runs")) {
      any |= results.addAll(name, scaled, run.path("values"), place);
    }
    if (!any) {
      results.fail(name.name(), "no values");
    }
  }
}
