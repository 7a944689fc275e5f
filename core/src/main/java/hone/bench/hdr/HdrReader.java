package hone.bench.hdr;

import static java.nio.charset.StandardCharsets.UTF_8;

import hone.bench.Lines;
import hone.bench.LoadRun;
import hone.bench.ResultReader;
import hone.bench.Results;
import hone.bench.ResultsBuilder;
import hone.bench.Scaled;
import hone.input.Diagnostic;
import hone.input.FormatException;
import hone.input.Sniff;
import hone.input.Source;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.HdrHistogram.Histogram;

/// Reads interval logs of HdrHistogram (`.hlog`, format 1.0 to 1.3, with tags) and histograms that
/// stand alone on a line as Base64.
///
/// The intervals of a tag are added up: a log is one run, whose seconds have the same process and
/// the same machine in common. Of the sum the mean, some quantiles and the number of values in a
/// second are measured; a quantile only where at least one value lies above it.
///
/// **Unit**: a log says nowhere what was recorded. Its third column is the maximum in milliseconds,
/// by the convention of the tools that write logs, so that its ratio to the histogram's own tells:
/// nanoseconds, microseconds or milliseconds. Where it tells nothing, nanoseconds are assumed, with
/// a word about it.
///
/// @see <a href="https://github.com/HdrHistogram/HdrHistogram">HdrHistogram</a>
public final class HdrReader implements ResultReader {

  private static final Pattern INTERVAL =
      Pattern.compile("(?:Tag=([^,]*),)?([0-9.]+),([0-9.]+),([0-9.Ee+-]+),(\\S+)");
  private static final String FORMAT_LINE = "#[Histogram log format version";
  private static final String UNTAGGED = "values";
  private static final long MOST_BYTES = 1L << 26;

  @Override
  public String format() {
    return "hdrhistogram";
  }

  @Override
  public Sniff sniff(byte[] head) {
    boolean known =
        new String(head, UTF_8)
            .lines()
            .anyMatch(line -> line.startsWith(FORMAT_LINE) || isInterval(line) || isAlone(line));
    return known ? Sniff.YES : Sniff.NO;
  }

  @Override
  public Results read(Source source, Consumer<Diagnostic> passedOver) throws IOException {
    ResultsBuilder results = new ResultsBuilder(source.name(), passedOver);
    Log log = new Log(source.name(), results);
    Lines.each(source, log::line);
    log.tell();
    return results.build();
  }

  private static boolean isInterval(String line) {
    Matcher matcher = INTERVAL.matcher(line);
    return matcher.matches() && Encoded.isLike(matcher.group(5));
  }

  private static boolean isAlone(String line) {
    return Encoded.isLike(line) && line.indexOf(',') < 0 && line.indexOf(' ') < 0;
  }

  /// One log, from the first line to the last.
  private static final class Log {

    private final String input;
    private final ResultsBuilder results;
    private final Map<String, Sum> sums = new LinkedHashMap<>();
    private long bytes;

    Log(String input, ResultsBuilder results) {
      this.input = input;
      this.results = results;
    }

    void line(String line, long number) throws FormatException {
      if (line.isBlank() || line.startsWith("#") || line.startsWith("\"StartTimestamp\"")) {
        return;
      }
      Matcher interval = INTERVAL.matcher(line);
      if (interval.matches()) {
        String tag = Optional.ofNullable(interval.group(1)).orElse("");
        add(tag, interval.group(5), number)
            .ifPresent(sum -> sum.interval(number(interval.group(3)), number(interval.group(4))));
      } else if (isAlone(line)) {
        add("", line, number);
      } else {
        results.passOver(number, "expected an interval, found '" + cut(line) + "'");
      }
    }

    void tell() {
      sums.forEach((tag, sum) -> sum.tell(LoadRun.of(results, tag.isEmpty() ? UNTAGGED : tag)));
    }

    private Optional<Sum> add(String tag, String encoded, long number) throws FormatException {
      Optional<Histogram> histogram = Encoded.decoded(encoded);
      if (histogram.isEmpty()) {
        results.passOver(number, "not a histogram: '" + cut(encoded) + "'");
        return Optional.empty();
      }
      Sum sum = sums.get(tag);
      if (sum == null) {
        sum = new Sum(histogram.get().getNumberOfSignificantValueDigits(), number);
        sums.put(tag, sum);
      }
      long before = sum.total.getEstimatedFootprintInBytes();
      sum.add(histogram.get());
      bytes += sum.total.getEstimatedFootprintInBytes() - before;
      if (bytes > MOST_BYTES) {
        throw new FormatException(
            input, "line " + number + ": its histograms need more than 64 MiB");
      }
      return Optional.of(sum);
    }

    private static double number(String text) {
      try {
        return Double.parseDouble(text);
      } catch (NumberFormatException none) {
        return Double.NaN;
      }
    }

    private static String cut(String text) {
      return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
  }

  /// All intervals of one tag.
  private static final class Sum {

    private static final double[] QUANTILES = {50, 90, 99, 99.9, 99.99};
    private static final String[] NAMES = {"p50", "p90", "p99", "p99.9", "p99.99"};

    private final Histogram total;
    private final long at;
    private double seconds;
    private double told;
    private double recorded;
    private double last;

    Sum(int digits, long at) {
      this.total = new Histogram(digits);
      this.at = at;
    }

    void add(Histogram histogram) {
      last = (double) histogram.getMaxValue();
      total.add(histogram);
    }

    /// @param length  seconds
    /// @param maximum as the log has it
    void interval(double length, double maximum) {
      if (Double.isFinite(length)) {
        seconds += length;
      }
      if (maximum > told) {
        told = maximum;
        recorded = last;
      }
    }

    void tell(LoadRun run) {
      long count = total.getTotalCount();
      if (count == 0) {
        run.results().passOver(at, "no values of '" + run.name().name() + "'");
        return;
      }
      Scaled unit = unit(run);
      run.latency("mean", unit, total.getMean(), at);
      for (int i = 0; i < QUANTILES.length; i++) {
        if (count * (100 - QUANTILES[i]) >= 100) {
          run.latency(NAMES[i], unit, (double) total.getValueAtPercentile(QUANTILES[i]), at);
        }
      }
      if (seconds > 0) {
        run.rate("values", count / seconds, at);
      }
    }

    private Scaled unit(LoadRun run) {
      double ratio = told > 0 ? recorded / told : 0;
      for (Map.Entry<String, Double> each : Map.of("ns", 1e6, "us", 1e3, "ms", 1.0).entrySet()) {
        if (Math.abs(ratio / each.getValue() - 1) < 0.1) {
          return Scaled.of(each.getKey());
        }
      }
      run.results().passOver(at, "no unit of '" + run.name().name() + "': taken for nanoseconds");
      return Scaled.of("ns");
    }
  }
}
