package hone.bench.k6;

import static hone.bench.JsonResults.number;
import static hone.bench.JsonResults.text;
import static java.nio.charset.StandardCharsets.UTF_8;

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
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// Reads k6's results: the file of `--summary-export`, what `handleSummary` gets, either of them
/// with `--new-machine-readable-summary`, or the stream of `--out json`.
///
/// From a summary: median, mean and the percentiles there are of `http_req_duration` (in ms; p(99)
/// only when asked for with `--summary-trend-stats`), of each tagged part of it as well, requests
/// in a second and failed requests. From the stream, which is 14 MB for four seconds: each request,
/// by its `name` tag, with how many failed.
///
/// @see <a href="https://grafana.com/docs/k6/latest/results-output/">k6</a>
public final class K6Reader implements ResultReader {

  private static final Scaled MILLISECONDS = Scaled.of("ms");
  private static final String DURATION = "http_req_duration";
  private static final String FAILED = "http_req_failed";
  private static final Pattern PERCENTILE = Pattern.compile("p\\(?(\\d{1,3}(?:\\.\\d{1,6})?)\\)?");

  @Override
  public String format() {
    return "k6";
  }

  @Override
  public Sniff sniff(byte[] head) {
    String text = new String(head, UTF_8);
    boolean point = text.contains("\"Point\"") || text.contains("\"Metric\"");
    boolean stream = text.startsWith("{") && text.contains("\"metric\"") && point;
    return stream
        ? Sniff.YES
        : JsonResults.sniff(
            head,
            "metrics.http_reqs",
            "metrics.http_req_duration",
            "metrics.iterations",
            "metrics.vus",
            "metrics.data_sent",
            "metrics.data_received",
            "metadata.k6_version",
            "config.script");
  }

  @Override
  public Results read(Source source, Consumer<Diagnostic> passedOver) throws IOException {
    ResultsBuilder results = new ResultsBuilder(source.name(), passedOver);
    boolean stream = new String(source.head(4096), UTF_8).contains("\"metric\"");
    if (stream) {
      stream(source, results);
    } else {
      JsonNode document = JsonResults.read(source);
      if (document.path("results").path("metrics").isArray()) {
        listed(document, results);
      } else {
        summary(document.path("metrics"), results);
      }
    }
    return results.build();
  }

  private static void summary(JsonNode metrics, ResultsBuilder results) {
    for (Map.Entry<String, JsonNode> each : metrics.properties()) {
      String metric = each.getKey();
      JsonNode values =
          each.getValue().has("values") ? each.getValue().path("values") : each.getValue();
      LoadRun run = LoadRun.of(results, "requests" + metric.replaceFirst("^[^{]*", ""));
      String plain = metric.replaceFirst("\\{.*$", "");
      switch (plain) {
        case DURATION -> durations(run, values);
        case "http_reqs" -> run.rate("requests", values.path("rate"), 1);
        case FAILED -> run.failed("requests", number(values.path("passes")), 1);
        default -> {}
      }
    }
  }

  /// The form of `--new-machine-readable-summary`: a list, and counts without a rate.
  private static void listed(JsonNode document, ResultsBuilder results) throws IOException {
    double seconds = number(document.path("config").path("duration"));
    JsonResults.each(
        document.path("results").path("metrics"),
        (metric, place) -> {
          String name = text(metric.path("name"));
          JsonNode values = metric.path("values");
          LoadRun run = LoadRun.of(results, "requests" + name.replaceFirst("^[^{]*", ""));
          switch (name.replaceFirst("\\{.*$", "")) {
            case DURATION -> durations(run, values);
            case "http_reqs" -> run.rate("requests", number(values.path("count")) / seconds, place);
            case FAILED -> run.failed("requests", number(values.path("matches")), place);
            default -> {}
          }
        });
  }

  private static void durations(LoadRun run, JsonNode values) {
    run.latency("mean", MILLISECONDS, values.path("avg"), 1);
    run.latency("p50", MILLISECONDS, values.path("med"), 1);
    for (Map.Entry<String, JsonNode> each : values.properties()) {
      Matcher percentile = PERCENTILE.matcher(each.getKey());
      if (percentile.matches() && !percentile.group(1).equals("50")) {
        run.latency("p" + percentile.group(1), MILLISECONDS, each.getValue(), 1);
      }
    }
  }

  private static void stream(Source source, ResultsBuilder results) throws IOException {
    Map<String, Long> failed = new LinkedHashMap<>();
    JsonResults.lines(
        source,
        (line, number) -> {
          String metric = text(line.path("metric"));
          JsonNode data = line.path("data");
          String tagged = text(data.path("tags").path("name"));
          String name = tagged.isEmpty() ? "requests" : tagged;
          if (metric.equals(DURATION) && data.has("value")) {
            BenchmarkName both = new BenchmarkName(name, name);
            results.add(both, MILLISECONDS, data.path("value"), number);
          } else if (metric.equals(FAILED) && data.has("value")) {
            failed.merge(name, number(data.path("value")) > 0 ? 1L : 0L, Long::sum);
          }
        },
        (line, number) -> results.passOver(number, "expected a line of JSON"));
    failed.forEach(
        (name, count) -> LoadRun.of(results, name).failed("requests", (double) count, 1));
  }
}
