package hone.bench.mitata;

import static hone.bench.JsonResults.number;
import static hone.bench.JsonResults.text;

import hone.bench.BenchmarkName;
import hone.bench.JsonResults;
import hone.bench.Metric;
import hone.bench.ResultReader;
import hone.bench.Results;
import hone.bench.ResultsBuilder;
import hone.input.Diagnostic;
import hone.input.FormatException;
import hone.input.Sniff;
import hone.input.Source;
import java.io.IOException;
import java.util.Set;
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

  @Override
  public String format() {
    return "mitata";
  }

  @Override
  public Sniff sniff(byte[] head) {
    Set<String> paths = JsonResults.paths(head);
    boolean known = paths.contains("benchmarks[].runs") || paths.contains("layout[].types");
    return known ? Sniff.YES : Sniff.NO;
  }

  @Override
  public Results read(Source source, Consumer<Diagnostic> passedOver) throws IOException {
    JsonNode document = JsonResults.read(source);
    if (!document.path("benchmarks").isArray()) {
      throw new FormatException(source.name(), "expected 'benchmarks' of mitata");
    }
    ResultsBuilder results = new ResultsBuilder(source.name(), passedOver);
    long place = 0;
    for (JsonNode benchmark : document.path("benchmarks")) {
      place++;
      String alias = text(benchmark.path("alias"));
      String group = group(document, benchmark.path("group"));
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
    return results.build();
  }

  private static String group(JsonNode document, JsonNode number) {
    String name =
        number.isInt() ? text(document.path("layout").path(number.intValue()).path("name")) : "";
    return name.isEmpty() ? "" : name + "/";
  }

  private static void run(ResultsBuilder results, BenchmarkName name, JsonNode run, long place) {
    JsonNode stats = run.path("stats");
    JsonNode samples = stats.path("samples");
    if (samples.isArray() && !samples.isEmpty()) {
      for (JsonNode sample : samples) {
        results.add(name, Metric.TIME, number(sample), place);
      }
    } else if (stats.has("avg")) {
      results.passOver(place, "no samples of '" + name.name() + "': its average stands for all");
      results.add(name, Metric.TIME, number(stats.path("avg")), place);
    } else {
      String message = text(run.path("error").path("message"));
      results.fail(name.name(), message.isEmpty() ? "no result" : message);
    }
  }
}
