package hone.bench.hey;

import static java.nio.charset.StandardCharsets.UTF_8;

import hone.bench.BenchmarkName;
import hone.bench.Lines;
import hone.bench.LoadRun;
import hone.bench.Metric;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads hey: its text, or the requests one by one of `-o csv`, which is the better of the two.
///
/// From the text: mean and percentiles in seconds (hey 0.1.5 prints `50%%`), requests in a second,
/// failures. Where nothing listens hey prints only errors beside a high rate: the rate is not read
/// then, and the run is a failure. Closed loop, unless `-q` limits it.
///
/// @see <a href="https://github.com/rakyll/hey">hey</a>
public final class HeyReader implements ResultReader {

  private static final Scaled SECONDS = Scaled.of("s");
  private static final String COLUMNS = "response-time,DNS+dialup,";
  private static final Pattern QUANTILE = Pattern.compile(" +(\\d+(?:\\.\\d+)?)%+ in (\\S+) secs");
  private static final Pattern FIGURE =
      Pattern.compile("\\s+(Average|Requests/sec):\\s+(\\S+)(?: secs)?");
  private static final Pattern STATUS =
      Pattern.compile("\\s+\\[(\\d{3})]\\s+(\\d{1,15}) responses");
  private static final Pattern ERROR = Pattern.compile("\\s+\\[(\\d{1,15})]\\s+(?![|■])(\\S.*)");

  @Override
  public String format() {
    return "hey";
  }

  @Override
  public Sniff sniff(byte[] head) {
    String text = new String(head, UTF_8);
    boolean summary = text.contains("Summary:") && text.contains("Requests/sec:");
    return text.startsWith(COLUMNS) || (summary && text.contains("Slowest:"))
        ? Sniff.YES
        : Sniff.NO;
  }

  @Override
  public Results read(Source source, Consumer<Diagnostic> passedOver) throws IOException {
    ResultsBuilder results = new ResultsBuilder(source.name(), passedOver);
    boolean each = new String(source.head(COLUMNS.length()), UTF_8).equals(COLUMNS);
    if (each) {
      requests(source, results);
    } else {
      Summary summary = new Summary(LoadRun.of(results, ""));
      Lines.each(source, summary::line);
      summary.end();
    }
    return results.build();
  }

  private static void requests(Source source, ResultsBuilder results) throws IOException {
    BenchmarkName name = new BenchmarkName("requests", "requests");
    long[] failed = {0, 0};
    Lines.each(
        source,
        (line, number) -> {
          List<String> cells = List.of(line.split(",", -1));
          if (number > 1 && cells.size() >= 7) {
            failed[0]++;
            failed[1] += cells.get(6).startsWith("2") || cells.get(6).startsWith("3") ? 0 : 1;
            results.add(name, Metric.TIME, value(cells.getFirst()) * SECONDS.factor(), number);
          } else if (number > 1) {
            results.passOver(number, "expected seven values, found '" + line + "'");
          }
        });
    if (failed[1] > 0) {
      LoadRun.of(results, "requests").failed("requests", (double) failed[1], 1);
    }
  }

  private static double value(String text) {
    try {
      return Double.parseDouble(text.strip());
    } catch (NumberFormatException none) {
      return Double.NaN;
    }
  }

  /// The text, from the first line to the last.
  private static final class Summary {

    private final LoadRun run;
    private double rate = Double.NaN;
    private double failed;
    private boolean answered;
    private long rateLine;

    Summary(LoadRun run) {
      this.run = run;
    }

    void line(String line, long number) {
      Matcher quantile = QUANTILE.matcher(line);
      Matcher figure = FIGURE.matcher(line);
      Matcher status = STATUS.matcher(line);
      Matcher error = ERROR.matcher(line);
      if (quantile.matches()) {
        run.latency("p" + quantile.group(1), SECONDS, value(quantile.group(2)), number);
      } else if (figure.matches() && figure.group(1).equals("Average")) {
        run.latency("mean", SECONDS, value(figure.group(2)), number);
      } else if (figure.matches()) {
        rate = value(figure.group(2));
        rateLine = number;
      } else if (status.matches()) {
        answered = true;
        failed +=
            status.group(1).startsWith("2") || status.group(1).startsWith("3")
                ? 0
                : value(status.group(2));
      } else if (error.matches()) {
        failed += value(error.group(1));
      }
    }

    void end() {
      if (answered) {
        run.rate("requests", rate, rateLine);
        run.failed("requests", failed, 1);
      } else if (failed > 0) {
        run.results().fail(run.name().name(), "no answers");
      }
    }
  }
}
