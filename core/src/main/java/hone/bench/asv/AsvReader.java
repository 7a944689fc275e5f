package hone.bench.asv;

import static hone.bench.JsonResults.number;
import static hone.bench.JsonResults.text;

import hone.bench.BenchmarkName;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/// Reads one result file of airspeed velocity, `results/<machine>/<commit>-<environment>.json`: rows
/// in the order of `result_columns`, a result for each combination of parameters.
///
/// The unit is not in the file: it is told by the name, seconds for `time_` and `timeraw_`, bytes for
/// `mem_` and `peakmem_`; `track_` has no unit and lower is taken for better. `samples` are there with
/// `--record-samples`; without them the result, a median, stands for all with a word about it. `null`
/// is a failure; `NaN` is a combination that the benchmark skipped. asv itself ends well when nothing
/// could be measured.
///
/// @see <a href="https://asv.readthedocs.io/en/stable/dev.html">airspeed velocity</a>
public final class AsvReader implements ResultReader {

  private static final int MOST_COMBINATIONS = 1_000_000;

  @Override
  public String format() {
    return "asv";
  }

  @Override
  public Sniff sniff(byte[] head) {
    return JsonResults.sniff(head, "result_columns[]", "env_name", "result_columns");
  }

  @Override
  public Results read(Source source, Consumer<Diagnostic> passedOver) throws IOException {
    JsonNode document = JsonResults.read(source);
    List<String> columns = new ArrayList<>();
    JsonNode named =
        JsonResults.list(source.name(), document, "result_columns", "airspeed velocity");
    named.forEach(column -> columns.add(text(column)));
    ResultsBuilder results = new ResultsBuilder(source.name(), passedOver);
    long place = 0;
    for (Map.Entry<String, JsonNode> each : document.path("results").properties()) {
      place++;
      if (each.getKey().isEmpty()) {
        throw new FormatException(source.name(), "benchmark " + place + " has no name");
      }
      row(results, each.getKey(), new Row(columns, each.getValue()), place);
    }
    return results.build();
  }

  /// Values by the name of their column.
  private record Row(List<String> columns, JsonNode values) {

    JsonNode get(String column) {
      return values.path(columns.indexOf(column));
    }
  }

  private static void row(ResultsBuilder results, String benchmark, Row row, long place) {
    List<String> combinations = combinations(row.get("params"));
    JsonNode found = row.get("result");
    if (found.isNull() || found.isMissingNode()) {
      results.fail(benchmark, "no result");
      return;
    }
    for (int i = 0; i < found.size(); i++) {
      String name = benchmark + (i < combinations.size() ? combinations.get(i) : "");
      JsonNode result = found.path(i);
      boolean skipped = result.isNumber() && Double.isNaN(number(result));
      JsonNode samples = row.get("samples").path(i);
      BenchmarkName both = new BenchmarkName(name, name);
      if (result.isNull()) {
        results.fail(name, "no result");
      } else if (skipped) {
        results.passOver(place, "skipped: '" + name + "'");
      } else if (!results.addAll(both, scaled(benchmark), samples, place)) {
        results.passOver(place, "no samples of '" + name + "': its result stands for all");
        results.add(both, scaled(benchmark), result, place);
      }
    }
  }

  private static Scaled scaled(String benchmark) {
    String method = benchmark.substring(benchmark.lastIndexOf('.') + 1);
    if (method.startsWith("mem") || method.startsWith("peakmem")) {
      return Scaled.of("B").named("B/op");
    }
    return method.startsWith("track") ? Scaled.of("value") : Scaled.of("s");
  }

  /// `(10, json)` and so on, the last parameter changing first.
  private static List<String> combinations(JsonNode parameters) {
    List<String> combinations = List.of("");
    for (JsonNode values : parameters) {
      List<String> longer = new ArrayList<>();
      for (String begun : combinations) {
        for (JsonNode value : values) {
          longer.add(begun + (begun.isEmpty() ? "" : ", ") + value.asString(""));
        }
        if (longer.size() > MOST_COMBINATIONS) {
          return List.of();
        }
      }
      combinations = longer;
    }
    return parameters.isEmpty()
        ? List.of("")
        : combinations.stream().map(each -> "(" + each + ")").toList();
  }
}
