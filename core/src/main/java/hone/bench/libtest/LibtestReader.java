package hone.bench.libtest;

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

/// Reads what Rust's `cargo bench` prints for `#[bench]` functions, and criterion with
/// `--output-format bencher`: `test NAME ... bench:   1,234.56 ns/iter (+/- 78.90) = 910 MB/s`.
///
/// The number is the median of an unknown count of runs and stands for all of them; the `+/-` is a
/// range, not a deviation. Throughput follows from the time and is not read. A test that failed is a
/// failure; ordinary tests, `ok` or `ignored`, are left alone.
///
/// @see <a href="https://doc.rust-lang.org/nightly/unstable-book/library-features/test.html">test</a>
public final class LibtestReader implements ResultReader {

  private static final String TEST = "test ";
  private static final String BENCH = " ... bench:";
  private static final String UNIT = " ns/iter";
  private static final String FAILED = " ... FAILED";

  @Override
  public String format() {
    return "libtest";
  }

  @Override
  public Sniff sniff(byte[] head) {
    boolean known =
        new String(head, UTF_8)
            .lines()
            .anyMatch(line -> line.startsWith(TEST) && line.contains(BENCH));
    return known ? Sniff.YES : Sniff.NO;
  }

  @Override
  public Results read(Source source, Consumer<Diagnostic> passedOver) throws IOException {
    ResultsBuilder results = new ResultsBuilder(source.name(), passedOver);
    Lines.each(
        source,
        (line, number) -> {
          int bench = line.lastIndexOf(BENCH);
          if (!line.startsWith(TEST)) {
            return;
          }
          if (bench > TEST.length()) {
            String name = line.substring(TEST.length(), bench).strip();
            time(results, name, line.substring(bench + BENCH.length()), number);
          } else if (line.endsWith(FAILED) && line.length() > TEST.length() + FAILED.length()) {
            results.fail(
                line.substring(TEST.length(), line.length() - FAILED.length()).strip(), "failed");
          }
        });
    return results.build();
  }

  private static void time(ResultsBuilder results, String name, String text, long number) {
    int unit = text.indexOf(UNIT);
    String digits = unit < 0 ? "" : text.substring(0, unit).strip().replace(",", "");
    try {
      double value = Double.parseDouble(digits);
      if (name.isEmpty()) {
        results.passOver(number, "expected a name, found '" + text + "'");
      } else {
        results.add(new BenchmarkName(name, name), Metric.TIME, value, number);
      }
    } catch (NumberFormatException none) {
      results.passOver(number, "expected '… ns/iter' for '" + name + "', found '" + text + "'");
    }
  }
}
