package hone.bench.vitest;

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

/// Reads what `vitest bench --outputJson` writes: milliseconds for one call.
///
/// vitest keeps no samples (`samples` is empty unless `includeSamples` is set): the median stands for
/// all, with a word about it, and nothing can be said about noise. A benchmark that threw has no
/// numbers and is a failure. Note that `vitest bench --compare` ends with 0 however much slower.
///
/// @see <a href="https://vitest.dev/guide/features.html#benchmarking">vitest bench</a>
public final class VitestReader implements ResultReader {

  private static final Scaled MILLISECONDS = Scaled.of("ms");

  @Override
  public String format() {
    return "vitest";
  }

  @Override
  public Sniff sniff(byte[] head) {
    return JsonResults.sniff(head, "files[].groups", "files[].groups[].benchmarks");
  }

  @Override
  public Results read(Source source, Consumer<Diagnostic> passedOver) throws IOException {
    ResultsBuilder results = new ResultsBuilder(source.name(), passedOver);
    JsonNode document = JsonResults.read(source);
    JsonNode files = JsonResults.list(source.name(), document, "files", "vitest bench");
    for (JsonNode file : files) {
      for (JsonNode group : file.path("groups")) {
        JsonResults.each(
            group.path("benchmarks"),
            (benchmark, place) ->
                benchmark(results, text(group.path("fullName")), benchmark, place));
      }
    }
    return results.build();
  }

  private static void benchmark(
      ResultsBuilder results, String group, JsonNode benchmark, long place) {
    String name = text(benchmark.path("name"));
    if (name.isEmpty()) {
      results.passOver(place, "expected 'name' in benchmark " + place);
      return;
    }
    BenchmarkName both = new BenchmarkName(group.isEmpty() ? name : group + " > " + name, name);
    if (results.addAll(both, MILLISECONDS, benchmark.path("samples"), place)) {
      return;
    }
    if (benchmark.has("median") || benchmark.has("mean")) {
      results.passOver(place, "no samples of '" + name + "': their median stands for all");
      JsonNode middle = benchmark.has("median") ? benchmark.path("median") : benchmark.path("mean");
      results.add(both, MILLISECONDS, middle, place);
    } else {
      results.fail(name, "no result");
    }
  }
}
