package hone.bench.tinybench;

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
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/// Reads tinybench's tasks printed as JSON: an array of them, or one under `results` or
/// `benchmarks`.
///
/// ```
/// console.log(JSON.stringify(bench.tasks.map((t) => ({name: t.name, ...t.result}))))
/// ```
///
/// The result may also stay under `result`. `latency.samples` are milliseconds and are there only
/// with `retainSamples: true`; without them the median (`p50`, else `mean`) stands for all, with a
/// word about it. tinybench sorts its samples, so their order is not that of the runs. A task that
/// threw is a failure.
///
/// @see <a href="https://github.com/tinylibs/tinybench">tinybench</a>
public final class TinybenchReader implements ResultReader {

  private static final Scaled MILLISECONDS = Scaled.of("ms");

  @Override
  public String format() {
    return "tinybench";
  }

  @Override
  public Sniff sniff(byte[] head) {
    Set<String> paths = JsonResults.paths(head);
    for (String list : List.of("[]", "results[]", "benchmarks[]")) {
      if (paths.contains(list + ".latency")
          || paths.contains(list + ".result.latency")
          || paths.contains(list + ".timestampProviderName")) {
        return Sniff.YES;
      }
      if (paths.contains(list + ".state") || paths.contains(list + ".result")) {
        return Sniff.MAYBE;
      }
    }
    return Sniff.NO;
  }

  @Override
  public Results read(Source source, Consumer<Diagnostic> passedOver) throws IOException {
    JsonNode document = JsonResults.read(source);
    JsonNode listed =
        document.has("results") ? document.path("results") : document.path("benchmarks");
    JsonNode tasks = document.isArray() ? document : listed;
    if (!tasks.isArray()) {
      throw new FormatException(source.name(), "expected an array of tinybench tasks");
    }
    ResultsBuilder results = new ResultsBuilder(source.name(), passedOver);
    JsonResults.each(
        tasks,
        (task, place) -> {
          String name = text(task.path("name"));
          if (name.isEmpty()) {
            results.passOver(place, "expected 'name' in task " + place);
          } else {
            task(results, name, task.path("result").isObject() ? task.path("result") : task, place);
          }
        });
    return results.build();
  }

  private static void task(ResultsBuilder results, String name, JsonNode result, long place) {
    JsonNode latency = result.path("latency");
    BenchmarkName benchmark = new BenchmarkName(name, name);
    if (results.addAll(benchmark, MILLISECONDS, latency.path("samples"), place)) {
      return;
    }
    if (latency.has("p50") || latency.has("mean")) {
      results.passOver(
          place, "no samples of '" + name + "': its median stands for all (retainSamples: true)");
      JsonNode middle = latency.has("p50") ? latency.path("p50") : latency.path("mean");
      results.add(benchmark, MILLISECONDS, middle, place);
    } else {
      String message = text(result.path("error").path("message"));
      String state = text(result.path("state"));
      results.fail(name, message.isEmpty() ? state.isEmpty() ? "no result" : state : message);
    }
  }
}
