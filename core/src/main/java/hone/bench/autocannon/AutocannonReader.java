package hone.bench.autocannon;

import static hone.bench.JsonResults.number;
import static hone.bench.JsonResults.text;

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
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/// Reads what `autocannon -j` prints: latencies in whole milliseconds, requests in a second.
///
/// One run is one measurement of each: compare several runs of both sides. Closed loop: a server that
/// stalls is asked less, so that high quantiles look better than users see them. A quantile of 0 ms is
/// less than the tool can tell. Failed are errors and answers other than 2xx.
///
/// @see <a href="https://github.com/mcollina/autocannon">autocannon</a>
public final class AutocannonReader implements ResultReader {

  private static final Scaled MILLISECONDS = Scaled.of("ms");

  @Override
  public String format() {
    return "autocannon";
  }

  @Override
  public Sniff sniff(byte[] head) {
    return JsonResults.sniff(head, "latency.p97_5", "requests.sent");
  }

  @Override
  public Results read(Source source, Consumer<Diagnostic> passedOver) throws IOException {
    ResultsBuilder results = new ResultsBuilder(source.name(), passedOver);
    JsonNode document = JsonResults.read(source);
    LoadRun run = LoadRun.of(results, text(document.path("url")));
    for (String quantile : List.of("p50", "p90", "p99", "p99_9")) {
      JsonNode value = document.path("latency").path(quantile);
      run.latency(quantile.replace('_', '.'), MILLISECONDS, value, 1);
    }
    run.rate("requests", document.path("requests").path("average"), 1);
    if (document.has("errors") && document.has("non2xx")) {
      run.failed("requests", number(document.path("errors")) + number(document.path("non2xx")), 1);
    }
    return results.build();
  }
}
