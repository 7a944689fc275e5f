package hone.bench.oha;

import static hone.bench.JsonResults.number;

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
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/// Reads oha's JSON (`--output-format json`, `-j` before 1.5): percentiles in seconds, requests in a
/// second, failures.
///
/// Failed are the requests without an answer and the answers of 400 and above. Closed loop unless `-q`
/// is given, and then only `--latency-correction` counts from when a request was due.
///
/// @see <a href="https://github.com/hatoo/oha">oha</a>
public final class OhaReader implements ResultReader {

  private static final Scaled SECONDS = Scaled.of("s");

  @Override
  public String format() {
    return "oha";
  }

  @Override
  public Sniff sniff(byte[] head) {
    return JsonResults.sniff(
        head, "summary.requestsPerSec", "latencyPercentiles", "responseTimeHistogram");
  }

  @Override
  public Results read(Source source, Consumer<Diagnostic> passedOver) throws IOException {
    ResultsBuilder results = new ResultsBuilder(source.name(), passedOver);
    JsonNode document = JsonResults.read(source);
    LoadRun run = LoadRun.of(results, JsonResults.text(document.path("url")));
    run.latency("mean", SECONDS, document.path("summary").path("average"), 1);
    for (String quantile : List.of("p50", "p90", "p99", "p99.9")) {
      run.latency(quantile, SECONDS, document.path("latencyPercentiles").path(quantile), 1);
    }
    run.rate("requests", document.path("summary").path("requestsPerSec"), 1);
    double failed = sum(document.path("errorDistribution"), 0);
    failed += sum(document.path("statusCodeDistribution"), 400);
    if (failed > 0) {
      run.failed("requests", failed, 1);
    }
    return results.build();
  }

  /// Of the counts under a number, or under any name.
  private static double sum(JsonNode counts, int least) {
    double sum = 0;
    for (Map.Entry<String, JsonNode> each : counts.properties()) {
      boolean known = each.getKey().matches("[0-9]{1,6}");
      if (least == 0 || (known && Integer.parseInt(each.getKey()) >= least)) {
        sum += Math.max(0, number(each.getValue()));
      }
    }
    return Double.isFinite(sum) ? sum : 0;
  }
}
