package hone.bench.google;

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
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/// Reads Google Benchmark's `--benchmark_format=json`: a measurement for each repetition, in
/// nanoseconds of real time and of CPU time.
///
/// Aggregates (`_mean`, `_median`) are passed over: they are made of the repetitions. With
/// `--benchmark_report_aggregates_only` nothing else is there; the median then stands for all, with
/// a word about it. `bytes_per_second` and `items_per_second` follow from the time and are not read;
/// other counters have no unit and no direction. A benchmark with `error_occurred` is a failure.
///
/// @see <a href="https://github.com/google/benchmark/blob/main/docs/user_guide.md">Google Benchmark</a>
public final class GoogleBenchmarkReader implements ResultReader {

  @Override
  public String format() {
    return "google-benchmark";
  }

  @Override
  public Sniff sniff(byte[] head) {
    return JsonResults.sniff(
        head, "context.library_build_type", "benchmarks[].run_name", "benchmarks[].real_time");
  }

  @Override
  public Results read(Source source, Consumer<Diagnostic> passedOver) throws IOException {
    ResultsBuilder results = new ResultsBuilder(source.name(), passedOver);
    JsonNode document = JsonResults.read(source);
    JsonNode runs = JsonResults.list(source.name(), document, "benchmarks", "Google Benchmark");
    Set<String> repeated = new HashSet<>();
    JsonResults.each(
        runs,
        (run, place) -> {
          if (!isAggregate(run)) {
            repeated.add(name(run));
          }
        });
    JsonResults.each(runs, (run, place) -> run(results, run, repeated, place));
    return results.build();
  }

  private static void run(ResultsBuilder results, JsonNode run, Set<String> repeated, long place) {
    String name = name(run);
    boolean stands = isAggregate(run) && text(run.path("aggregate_name")).equals("median");
    if (name.isEmpty()) {
      results.passOver(place, "expected 'name' in benchmark " + place);
    } else if (run.path("error_occurred").asBoolean(false)) {
      results.fail(name, text(run.path("error_message")));
    } else if (!isAggregate(run)) {
      times(results, name, run, place);
    } else if (stands && !repeated.contains(name)) {
      results.passOver(place, "no repetitions of '" + name + "': their median stands for all");
      times(results, name, run, place);
    }
  }

  private static void times(ResultsBuilder results, String name, JsonNode run, long place) {
    String unit = text(run.path("time_unit"));
    BenchmarkName both = new BenchmarkName(name, name);
    Scaled scaled = Scaled.of(unit.isBlank() ? "ns" : unit);
    results.add(both, scaled, run.path("real_time"), place);
    if (run.has("cpu_time")) {
      results.add(both, scaled.named("cpu-sec/op"), run.path("cpu_time"), place);
    }
  }

  private static boolean isAggregate(JsonNode run) {
    return text(run.path("run_type")).equals("aggregate");
  }

  private static String name(JsonNode run) {
    String name = text(run.path("run_name"));
    return name.isEmpty() ? text(run.path("name")) : name;
  }
}
