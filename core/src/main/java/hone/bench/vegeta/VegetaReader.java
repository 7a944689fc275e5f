package hone.bench.vegeta;

import static hone.bench.JsonResults.number;
import static hone.bench.JsonResults.text;

import hone.bench.BenchmarkName;
import hone.bench.JsonResults;
import hone.bench.LoadRun;
import hone.bench.ResultReader;
import hone.bench.Results;
import hone.bench.ResultsBuilder;
import hone.bench.Scaled;
import hone.input.Diagnostic;
import hone.input.Sniff;
import hone.input.Source;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/// Reads vegeta: `report -type json`, or the requests one by one of `encode -to json`, which is the
/// better of the two. Times are nanoseconds.
///
/// vegeta sends on schedule, but counts from when a request was sent. Of a report, the mean and
/// percentiles, the rate of answers (`throughput`) and how many failed are read.
///
/// @see <a href="https://github.com/tsenart/vegeta">vegeta</a>
public final class VegetaReader implements ResultReader {

  private static final Scaled NANOSECONDS = Scaled.of("ns");

  @Override
  public String format() {
    return "vegeta";
  }

  @Override
  public Sniff sniff(byte[] head) {
    return JsonResults.sniff(head, "latencies.50th", "latencies.95th", "attack");
  }

  @Override
  public Results read(Source source, Consumer<Diagnostic> passedOver) throws IOException {
    ResultsBuilder results = new ResultsBuilder(source.name(), passedOver);
    Map<String, Long> failed = new LinkedHashMap<>();
    JsonResults.lines(
        source,
        (line, number) -> {
          if (line.has("latencies")) {
            report(LoadRun.of(results, text(line.path("attack"))), line, number);
          } else if (line.has("latency")) {
            request(results, failed, line, number);
          }
        },
        (line, number) -> results.passOver(number, "expected a line of JSON"));
    failed.forEach((name, count) -> {
      if (count > 0) {
        LoadRun.of(results, name).failed("requests", (double) count, 1);
      }
    });
    return results.build();
  }

  private static void report(LoadRun run, JsonNode report, long number) {
    JsonNode latencies = report.path("latencies");
    run.latency("mean", NANOSECONDS, latencies.path("mean"), number);
    for (String quantile : List.of("50", "90", "95", "99")) {
      run.latency("p" + quantile, NANOSECONDS, latencies.path(quantile + "th"), number);
    }
    run.rate("requests", report.path("throughput"), number);
    if (report.has("success") && report.has("requests")) {
      double requests = number(report.path("requests"));
      run.failed("requests", Math.rint(requests * (1 - number(report.path("success")))), number);
    }
  }

  private static void request(
      ResultsBuilder results, Map<String, Long> failed, JsonNode line, long number) {
    String given = text(line.path("attack"));
    String name = given.isEmpty() ? "requests" : given;
    double code = number(line.path("code"));
    failed.merge(name, code >= 200 && code < 400 ? 0L : 1L, Long::sum);
    results.add(new BenchmarkName(name, name), NANOSECONDS, line.path("latency"), number);
  }
}
