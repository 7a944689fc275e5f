package hone.bench.go;

import static java.nio.charset.StandardCharsets.UTF_8;

import hone.bench.JsonResults;
import hone.bench.Lines;
import hone.bench.ResultReader;
import hone.bench.Results;
import hone.bench.ResultsBuilder;
import hone.input.Diagnostic;
import hone.input.Sniff;
import hone.input.Source;
import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Consumer;

/// Reads Go's benchmark format, and the `-json` events of `go test` that carry it.
///
/// ```
/// pkg: example.com/shop
/// BenchmarkEncode/format=json-8   1000   1122 ns/op   26 B/op   2 allocs/op
/// ```
///
/// **Names** lose `Benchmark`, and the `-8` of GOMAXPROCS where every line of the input ends in the
/// same one: a lone `-8` may as well belong to a sub-benchmark, and a run with `-cpu 1,2,4` differs
/// in nothing else. Where two packages have a benchmark of one name, the package goes in front.
///
/// **Configuration** lines (`note: after`) hold for what follows. Results of one name under two
/// configurations are two benchmarks, told apart by what differs: `Size [note: after]`.
///
/// **Units** are tidied as `benchstat` does; `Unit … better=higher assume=exact` lines are obeyed,
/// wherever they stand. Anything else between the lines is other output and is left alone; a
/// benchmark line that cannot be read is passed over with a word. `--- FAIL` and a package that
/// failed without one become failures.
///
/// @see <a href="https://golang.org/design/14313-benchmark-format">the Go benchmark data format</a>
public final class GoReader implements ResultReader {

  @Override
  public String format() {
    return "go";
  }

  @Override
  public Sniff sniff(byte[] head) {
    Set<String> keys = JsonResults.paths(head);
    if (keys.contains("Action") && keys.contains("Package")) {
      return Sniff.YES;
    }
    boolean known = new String(head, UTF_8).lines().anyMatch(GoReader::isTelling);
    return known ? Sniff.YES : Sniff.NO;
  }

  private static boolean isTelling(String line) {
    byte[] bytes = line.getBytes(UTF_8);
    return GoText.isResult(bytes, 0, bytes.length)
        || line.startsWith("goos: ")
        || line.startsWith("--- FAIL: Benchmark")
        || line.startsWith("FAIL\t");
  }

  @Override
  public Results read(Source source, Consumer<Diagnostic> passedOver) throws IOException {
    ResultsBuilder results = new ResultsBuilder(source.name(), passedOver);
    GoTable table = new GoTable();
    if (Arrays.equals(source.head(1), new byte[] {'{'})) {
      GoEvents.read(source, table, results);
    } else {
      GoText text = new GoText(table, results);
      Lines.bytes(source, text);
      text.end();
    }
    table.pour(results);
    return results.build(GoNames.tidying(results.names()));
  }
}
