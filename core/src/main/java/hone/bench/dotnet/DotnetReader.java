package hone.bench.dotnet;

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

/// Reads BenchmarkDotNet's JSON reports, full or brief: `Benchmarks[].Statistics.OriginalValues`,
/// nanoseconds for one operation, a value for each iteration, outliers among them.
///
/// With the memory diagnoser `Memory.BytesAllocatedPerOperation` is read too. A benchmark that failed
/// has no statistics and is a failure.
///
/// @see <a href="https://benchmarkdotnet.org/articles/configs/exporters.html">exporters</a>
public final class DotnetReader implements ResultReader {

  private static final Scaled NANOSECONDS = Scaled.of("ns");
  private static final Scaled BYTES = Scaled.of("B/op");

  @Override
  public String format() {
    return "benchmarkdotnet";
  }

  @Override
  public Sniff sniff(byte[] head) {
    return JsonResults.sniff(head, "HostEnvironmentInfo", "Benchmarks[].FullName");
  }

  @Override
  public Results read(Source source, Consumer<Diagnostic> passedOver) throws IOException {
    ResultsBuilder results = new ResultsBuilder(source.name(), passedOver);
    JsonNode document = JsonResults.read(source);
    JsonResults.each(
        JsonResults.list(source.name(), document, "Benchmarks", "BenchmarkDotNet"),
        (benchmark, place) -> benchmark(results, benchmark, place));
    return results.build();
  }

  private static void benchmark(ResultsBuilder results, JsonNode benchmark, long place) {
    String full = text(benchmark.path("FullName"));
    String info = text(benchmark.path("DisplayInfo"));
    if (full.isEmpty()) {
      results.passOver(place, "expected 'FullName' in benchmark " + place);
      return;
    }
    BenchmarkName name = new BenchmarkName(info.isEmpty() ? full : full + " " + info, full);
    JsonNode statistics = benchmark.path("Statistics");
    if (!results.addAll(name, NANOSECONDS, statistics.path("OriginalValues"), place)) {
      if (!statistics.has("Median")) {
        results.fail(full, "no statistics");
        return;
      }
      results.passOver(place, "no values of '" + full + "': their median stands for all");
      results.add(name, NANOSECONDS, statistics.path("Median"), place);
    }
    JsonNode bytes = benchmark.path("Memory").path("BytesAllocatedPerOperation");
    if (bytes.isNumber()) {
      results.add(name, BYTES, bytes, place);
    }
  }
}
