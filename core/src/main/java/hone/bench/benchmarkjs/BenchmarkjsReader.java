package hone.bench.benchmarkjs;

import static java.nio.charset.StandardCharsets.UTF_8;

import hone.bench.BenchmarkName;
import hone.bench.Lines;
import hone.bench.Metric;
import hone.bench.ResultReader;
import hone.bench.Results;
import hone.bench.ResultsBuilder;
import hone.input.Diagnostic;
import hone.input.Sniff;
import hone.input.Source;
import java.io.IOException;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the lines that benchmark.js prints of a suite (`String(event.target)`):
/// `RegExp#test x 61,350,486 ops/sec ±1.99% (11 runs sampled)`.
///
/// The number is the inverse of the mean over all runs and stands for them; print `stats.sample` in
/// hone's own form to keep them. A benchmark that threw prints nothing but its name and a colon, and is a
/// failure.
///
/// @see <a href="https://benchmarkjs.com/docs/">benchmark.js</a>
public final class BenchmarkjsReader implements ResultReader {

  private static final Pattern RESULT =
      Pattern.compile(
          "(.+) x (\\S{1,40}) ops/sec(?: \\S{1,2}\\S+%)?(?: \\(\\d+ runs? sampled\\))?");

  @Override
  public String format() {
    return "benchmark.js";
  }

  @Override
  public Sniff sniff(byte[] head) {
    boolean known =
        new String(head, UTF_8).lines().anyMatch(line -> RESULT.matcher(line).matches());
    return known ? Sniff.YES : Sniff.NO;
  }

  @Override
  public Results read(Source source, Consumer<Diagnostic> passedOver) throws IOException {
    ResultsBuilder results = new ResultsBuilder(source.name(), passedOver);
    Lines.each(
        source,
        (line, number) -> {
          Matcher result = RESULT.matcher(line);
          if (line.contains(" ops/sec") && result.matches()) {
            rate(results, result.group(1).strip(), result.group(2), number);
          } else if (line.endsWith(": ") && line.length() > 2) {
            results.fail(line.substring(0, line.length() - 2), "no result");
          }
        });
    return results.build();
  }

  private static void rate(ResultsBuilder results, String name, String text, long number) {
    try {
      double value = Double.parseDouble(text.replace(",", ""));
      if (!name.isEmpty()) {
        results.add(new BenchmarkName(name, name), Metric.THROUGHPUT, value, number);
      }
    } catch (NumberFormatException none) {
      results.passOver(
          number, "expected a number of ops/sec for '" + name + "', found '" + text + "'");
    }
  }
}
