package hone.bench.pgbench;

import static java.nio.charset.StandardCharsets.UTF_8;

import hone.bench.BenchmarkName;
import hone.bench.Lines;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads pgbench: the text at its end, or a file of `--log`, which has every transaction.
///
/// From the text: transactions in a second (without the time to connect, where both are printed), mean
/// latency in milliseconds and failed transactions. From a log:
/// the time of each transaction, in microseconds. With `--rate` the latency counts from the scheduled
/// start.
///
/// @see <a href="https://www.postgresql.org/docs/current/pgbench.html">pgbench</a>
public final class PgbenchReader implements ResultReader {

  private static final Scaled MILLISECONDS = Scaled.of("ms");
  private static final Scaled MICROSECONDS = Scaled.of("us");
  private static final Pattern TYPE = Pattern.compile("transaction type: (.+)");
  private static final Pattern MEAN = Pattern.compile("latency average = (\\S+) ms");
  private static final Pattern RATE = Pattern.compile("tps = (\\S+)(.*)");
  private static final Pattern FAILED = Pattern.compile("number of failed transactions: (\\S+).*");
  private static final Pattern LOG =
      Pattern.compile("\\d+ \\d+ (\\d+|failed|skipped) \\d+ \\d{9,} \\d+(?: \\d+){0,2}");

  @Override
  public String format() {
    return "pgbench";
  }

  @Override
  public Sniff sniff(byte[] head) {
    List<String> lines = new String(head, UTF_8).lines().toList();
    boolean log =
        !lines.isEmpty()
            && lines.stream()
                .limit(Math.max(1, lines.size() - 1))
                .allMatch(line -> LOG.matcher(line).matches());
    boolean told = lines.stream().anyMatch(line -> TYPE.matcher(line).matches());
    return log || told ? Sniff.YES : Sniff.NO;
  }

  @Override
  public Results read(Source source, Consumer<Diagnostic> passedOver) throws IOException {
    ResultsBuilder results = new ResultsBuilder(source.name(), passedOver);
    Text text = new Text(results);
    Lines.each(source, text::line);
    return results.build();
  }

  /// One output, from the first line to the last.
  private static final class Text {

    private final ResultsBuilder results;
    private final BenchmarkName logged = new BenchmarkName("transactions", "transactions");
    private LoadRun run;

    Text(ResultsBuilder results) {
      this.results = results;
      this.run = LoadRun.of(results, "transactions");
    }

    void line(String line, long number) {
      Matcher type = TYPE.matcher(line);
      Matcher mean = MEAN.matcher(line);
      Matcher rate = RATE.matcher(line);
      Matcher failed = FAILED.matcher(line);
      Matcher log = LOG.matcher(line);
      if (type.matches()) {
        run = LoadRun.of(results, type.group(1).strip());
      } else if (mean.matches()) {
        run.latency("mean", MILLISECONDS, value(mean.group(1)), number);
      } else if (rate.matches() && !rate.group(2).contains("including")) {
        run.rate("transactions", value(rate.group(1)), number);
      } else if (failed.matches()) {
        run.failed("transactions", value(failed.group(1)), number);
      } else if (log.matches()) {
        logged(log.group(1), number);
      }
    }

    private void logged(String time, long number) {
      if (Character.isDigit(time.charAt(0))) {
        results.add(logged, MICROSECONDS.metric(), value(time) * MICROSECONDS.factor(), number);
      } else {
        results.passOver(
            number, "a transaction that " + (time.equals("failed") ? "failed" : "was skipped"));
      }
    }

    private static double value(String text) {
      try {
        return Double.parseDouble(text);
      } catch (NumberFormatException none) {
        return Double.NaN;
      }
    }
  }
}
