package hone.bench.mitata;

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

/// Reads mitata's JSON: `benchmarks[].runs[].stats.samples`, nanoseconds for one call.
///
/// mitata sorts its samples and drops the two fastest and slowest of more than twelve: their order
/// is not that of the runs. Without samples the average stands for all, with a word about it. A run
/// that threw carries an `error` and is a failure.
///
/// **Names** are those of the runs with arguments filled in, else the alias; the group goes in front
/// where two groups have a benchmark of one name.
///
/// @see <a href="https://github.com/evanwashere/mitata">mitata</a>
public final class MitataReader implements ResultReader {

  private static final Scaled NANOSECONDS = Scaled.of("ns");

  @Override
  public String format() {
    return "mitata";
  }

  @Override
  public Sniff sniff(byte[] head) {
    return JsonResults.sniff(
        head, "benchmarks[].alias", "benchmarks[].runs[].stats", "layout[].types");
  }

  @Override
  public Results read(Source source, Consumer<Diagnostic> passedOver) throws IOException {
    JsonNode document = JsonResults.read(source);
    ResultsBuilder results = new ResultsBuilder(source.name(), passedOver);
    JsonResults.each(
        JsonResults.list(source.name(), document, "benchmarks", "mitata"),
        (benchmark, place) ->
            benchmark(results, benchmark, group(document, benchmark.path("group")), place));
    return results.build();
  }

  private static void benchmark(
      ResultsBuilder results, JsonNode benchmark, String group, long place) {
    String alias = text(benchmark.path("alias"));
    if (benchmark.path("runs").isEmpty()) {
      results.passOver(place, "no runs of '" + alias + "'");
    }
    for (JsonNode run : benchmark.path("runs")) {
      String given = text(run.path("name"));
      String name = given.isEmpty() ? alias : given;
      if (name.isEmpty()) {
        results.passOver(place, "expected 'name' or 'alias' in benchmark " + place);
      } else {
        run(results, new BenchmarkName(group + name, name), run, place);
      }
    }
  }

  private static String group(JsonNode document, JsonNode number) {
    String name =
        number.isInt() ? text(document.path("layout").path(number.intValue()).path("name")) : "";
    return name.isEmpty() ? "" : name + "/";
  }

  private static void run(ResultsBuilder results, BenchmarkName name, JsonNode run, long place) {
    JsonNode stats = run.path("stats");
    if (results.addAll(name, NANOSECONDS, stats.path("samples"), place)) {
      return;
    }
    if (stats.has("avg")) {
      results.passOver(place, "no samples of '" + name.name() + "': its average stands for all");
      results.add(name, NANOSECONDS, stats.path("avg"), place);
    } else {
      String message = text(run.path("error").path("message"));
      results.fail(name.name(), message.isEmpty() ? "no result" : message);
    }
  }
}
