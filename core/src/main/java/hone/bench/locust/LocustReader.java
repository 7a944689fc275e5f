package hone.bench.locust;

import static java.nio.charset.StandardCharsets.UTF_8;

import hone.bench.BenchmarkName;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Reads `…_stats.csv` of `locust --csv`: a row for each endpoint, times in milliseconds.
///
/// Percentiles are whole milliseconds above 1 and rounded further above 100. The row `Aggregated` mixes
/// all endpoints and is not read. The numbers of `--json` differ from these, because they are written
/// at another moment. Closed loop: users wait for an answer.
///
/// @see <a href="https://docs.locust.io/en/stable/retrieving-stats.html">locust</a>
public final class LocustReader implements ResultReader {

  private static final Scaled MILLISECONDS = Scaled.of("ms");
  private static final SortedMap<String, String> LATENCIES =
      new TreeMap<>(
          Map.of(
              "mean",
              "Average Response Time",
              "p50",
              "50%",
              "p90",
              "90%",
              "p95",
              "95%",
              "p99",
              "99%"));
  private static final String COLUMNS = "Type,Name,Request Count,Failure Count,";

  @Override
  public String format() {
    return "locust";
  }

  @Override
  public Sniff sniff(byte[] head) {
    return new String(head, UTF_8).startsWith(COLUMNS) ? Sniff.YES : Sniff.NO;
  }

  @Override
  public Results read(Source source, Consumer<Diagnostic> passedOver) throws IOException {
    ResultsBuilder results = new ResultsBuilder(source.name(), passedOver);
    List<String> columns = new ArrayList<>();
    Lines.each(
        source,
        (line, number) -> {
          List<String> cells = cells(line);
          if (number == 1) {
            columns.addAll(cells);
            if (!line.startsWith(COLUMNS)) {
              throw new FormatException(source.name(), "expected '" + COLUMNS + "…' in line 1");
            }
          } else if (cells.size() != columns.size()) {
            results.passOver(
                number, "expected " + columns.size() + " values, found " + cells.size());
          } else if (!cells.get(0).isEmpty() || !cells.get(1).equals("Aggregated")) {
            row(results, new Row(columns, cells), number);
          }
        });
    return results.build();
  }

  /// Cells by the name of their column; a missing column has no number in it.
  private record Row(List<String> columns, List<String> cells) {

    String text(String column) {
      int at = columns.indexOf(column);
      return at < 0 ? "" : cells.get(at);
    }

    double number(String column) {
      try {
        return Double.parseDouble(text(column));
      } catch (NumberFormatException none) {
        return Double.NaN;
      }
    }
  }

  private static void row(ResultsBuilder results, Row row, long number) {
    String plain = row.text("Name").isEmpty() ? "requests" : row.text("Name");
    LoadRun run = new LoadRun(results, new BenchmarkName(row.text("Type") + " " + plain, plain));
    if (!(row.number("Request Count") > 0)) {
      results.fail(plain, "no requests");
      return;
    }
    LATENCIES.forEach((name, column) -> {
      if (!row.text(column).isEmpty()) {
        run.latency(name, MILLISECONDS, row.number(column), number);
      }
    });
    if (!row.text("Requests/s").isEmpty()) {
      run.rate("requests", row.number("Requests/s"), number);
    }
    if (!row.text("Failure Count").isEmpty()) {
      run.failed("requests", row.number("Failure Count"), number);
    }
  }

  /// The cells of a line; one in quotes may hold commas, and quotes written twice.
  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char character = line.charAt(i);
      if (character == '"') {
        boolean doubled = quoted && i + 1 < line.length() && line.charAt(i + 1) == '"';
        if (doubled) {
          cell.append('"');
          i++;
        } else {
          quoted = !quoted;
        }
      } else if (character == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(character);
      }
    }
    cells.add(cell.toString());
    return cells;
  }
}
