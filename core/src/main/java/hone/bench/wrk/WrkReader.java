package hone.bench.wrk;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the text of wrk and wrk2: the mean latency, those of `--latency`, requests in a second.
///
/// wrk is a closed loop; wrk2 (`-R`) sends on schedule and counts from when a request was due. Its
/// "Uncorrected Latency" (`-U`) leaves that out and is not read. Socket errors and answers other than
/// 2xx and 3xx are failed requests.
///
/// @see <a href="https://github.com/wg/wrk">wrk</a>
public final class WrkReader implements ResultReader {

  private static final Pattern BEGIN = Pattern.compile("Running .+? test @ (.*)");
  private static final Pattern MEAN = Pattern.compile(" +Latency +(\\S+).*");
  private static final Pattern QUANTILE = Pattern.compile(" *(\\d+(?:\\.\\d+)?)% +(\\S+)");
  private static final Pattern TIME = Pattern.compile("([0-9.]+)(us|ms|s|m|h)");
  private static final String RATE = "Requests/sec:";

  @Override
  public String format() {
    return "wrk";
  }

  @Override
  public Sniff sniff(byte[] head) {
    String text = new String(head, UTF_8);
    boolean begins = text.lines().anyMatch(line -> BEGIN.matcher(line).matches());
    return begins ? Sniff.YES : Sniff.NO;
  }

  @Override
  public Results read(Source source, Consumer<Diagnostic> passedOver) throws IOException {
    ResultsBuilder results = new ResultsBuilder(source.name(), passedOver);
    Text text = new Text(results);
    Lines.each(source, text::line);
    text.end();
    return results.build();
  }

  /// One output, from the first line to the last.
  private static final class Text {

    private final ResultsBuilder results;
    private LoadRun run;
    private double failed;
    private boolean corrected = true;
    private boolean done;

    Text(ResultsBuilder results) {
      this.results = results;
      this.run = LoadRun.of(results, "");
    }

    void line(String line, long number) {
      Matcher begin = BEGIN.matcher(line);
      Matcher mean = MEAN.matcher(line);
      Matcher quantile = QUANTILE.matcher(line);
      if (begin.matches()) {
        run = LoadRun.of(results, begin.group(1).strip());
      } else if (line.contains("Uncorrected Latency")) {
        corrected = false;
      } else if (mean.matches() && !line.contains("Distribution")) {
        latency("mean", mean.group(1), number);
      } else if (quantile.matches() && corrected) {
        latency("p" + plain(quantile.group(1)), quantile.group(2), number);
      } else if (line.startsWith(RATE)) {
        rate(line.substring(RATE.length()).strip(), number);
      } else if (line.contains("Socket errors:") || line.contains("Non-2xx or 3xx responses:")) {
        failed += sum(line.substring(line.indexOf(':') + 1));
      }
    }

    /// Without zeros behind the point: `99.900` is `99.9`.
    private static String plain(String percent) {
      return percent.contains(".") ? percent.replaceFirst("\\.?0+$", "") : percent;
    }

    private void latency(String quantile, String text, long number) {
      Matcher time = TIME.matcher(text);
      if (!time.matches()) {
        results.passOver(number, "expected a time, found '" + text + "'");
        return;
      }
      String unit =
          time.group(2).equals("m") ? "min" : time.group(2).equals("h") ? "hr" : time.group(2);
      run.latency(quantile, Scaled.of(unit), value(time.group(1)), number);
    }

    private void rate(String text, long number) {
      run.rate("requests", value(text), number);
      done = true;
    }

    void end() {
      if (done && failed > 0) {
        run.failed("requests", failed, 1);
      }
    }

    private static double value(String text) {
      try {
        return Double.parseDouble(text);
      } catch (NumberFormatException none) {
        return Double.NaN;
      }
    }

    private static double sum(String text) {
      double sum = 0;
      Matcher count = Pattern.compile("\\d{1,15}").matcher(text);
      while (count.find()) {
        sum += Double.parseDouble(count.group());
      }
      return sum;
    }
  }
}
