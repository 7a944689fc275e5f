package hone.bench.perf;

import static hone.bench.JsonResults.text;
import static java.nio.charset.StandardCharsets.UTF_8;

import hone.bench.BenchmarkName;
import hone.bench.Better;
import hone.bench.JsonResults;
import hone.bench.Lines;
import hone.bench.Metric;
import hone.bench.ResultReader;
import hone.bench.Results;
import hone.bench.ResultsBuilder;
import hone.bench.Scaled;
import hone.input.Diagnostic;
import hone.input.Sniff;
import hone.input.Source;
import hone.unit.Unit;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads `perf stat` as text, as CSV (`-x,`) and as JSON (`-j`): a number for each counter, the mean of
/// the runs of `-r`.
///
/// Counters are lower-is-better counts; clocks are times. A counter that is `<not supported>` or
/// `<not counted>` is passed over with a word. One that was multiplexed is scaled up by perf, and
/// instructions and cycles of a virtual machine may be missing altogether.
///
/// @see <a href="https://man7.org/linux/man-pages/man1/perf-stat.1.html">perf-stat(1)</a>
public final class PerfStatReader implements ResultReader {

  private static final String BEGIN = "Performance counter stats for ";
  private static final String STARTED = "# started on ";
  private static final Pattern COUNTER =
      Pattern.compile(
          " +(<not (?:supported|counted)>|[0-9][0-9.,]*)(?: +(msec|ns|Bytes|Joules))? +([^\\s#]\\S*)(?: .*)?");
  private static final Pattern ELAPSED =
      Pattern.compile(" +([0-9.]+)(?: \\+- [0-9.]+)? +seconds time elapsed.*");

  @Override
  public String format() {
    return "perf-stat";
  }

  @Override
  public Sniff sniff(byte[] head) {
    String text = new String(head, UTF_8);
    boolean known = text.contains(BEGIN) || text.startsWith(STARTED);
    return known ? Sniff.YES : JsonResults.sniff(head, "counter-value");
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
    private String command = "perf stat";
    private boolean prose;

    Text(ResultsBuilder results) {
      this.results = results;
    }

    void line(String line, long number) throws IOException {
      Matcher elapsed = ELAPSED.matcher(line);
      Matcher counter = COUNTER.matcher(line);
      if (line.contains(BEGIN)) {
        String given = line.substring(line.indexOf(BEGIN) + BEGIN.length());
        String named = given.replaceFirst("^'(.*)'(?: \\(\\d+ runs\\))?:?$", "$1").strip();
        command = named.isEmpty() ? command : named;
        prose = true;
      } else if (line.startsWith("{")) {
        json(line, number);
      } else if (prose && elapsed.matches()) {
        counter("elapsed", elapsed.group(1), "s", number);
      } else if (prose && counter.matches()) {
        String unit = counter.group(2) == null ? "" : counter.group(2);
        counter(counter.group(3), counter.group(1).replace(",", ""), unit, number);
      } else if (!prose && !line.startsWith("#") && line.contains(",")) {
        List<String> cells = List.of(line.split(",", -1));
        counter(cells.size() < 3 ? "" : cells.get(2), cells.get(0), cells.get(1), number);
      }
    }

    private void json(String line, long number) throws IOException {
      JsonResults.lines(
          Source.of("", line.getBytes(UTF_8)),
          (counter, ignored) ->
              counter(
                  text(counter.path("event")),
                  counter.path("counter-value").asString(""),
                  text(counter.path("unit")),
                  number),
          (broken, ignored) -> results.passOver(number, "expected a line of JSON"));
    }

    private void counter(String event, String value, String unit, long number) {
      BenchmarkName name = new BenchmarkName(command, command);
      if (event.isBlank()) {
        results.passOver(number, "expected a counter");
        return;
      }
      try {
        Scaled scaled =
            Scaled.of(
                unit.equals("msec")
                    ? "ms"
                    : unit.equals("Bytes") ? "B" : unit.isBlank() ? "count" : unit);
        Unit base = scaled.metric().unit();
        results.add(
            name,
            new Metric(base.equals(Unit.NANOSECONDS) ? event + "-sec" : event, base, Better.LOWER),
            Double.parseDouble(value) * scaled.factor(),
            number);
      } catch (NumberFormatException none) {
        results.passOver(number, "no number of '" + event + "': '" + value + "'");
      }
    }
  }
}
