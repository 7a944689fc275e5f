package hone.bench.go;

import static java.nio.charset.StandardCharsets.UTF_8;

import hone.bench.Better;
import hone.bench.Lines;
import hone.bench.ResultsBuilder;
import java.util.List;

/// Takes the lines of one text, from the first to the last.
final class GoText implements Lines.Bytes {

  static final String BENCHMARK = "Benchmark";
  private static final byte[] PREFIX = BENCHMARK.getBytes(UTF_8);
  private static final String FAIL = "--- FAIL: ";
  private static final String SKIP = "--- SKIP: ";

  private final GoTable table;
  private final ResultsBuilder results;
  private String panic = "";
  private boolean failureNamed;

  GoText(GoTable table, ResultsBuilder results) {
    this.table = table;
    this.results = results;
  }

  /// Whether a line has the beginning of a benchmark's: the prefix, no small letter after it, and
  /// something behind the name.
  static boolean isResult(byte[] line, int from, int to) {
    int after = from + PREFIX.length;
    if (to <= after) {
      return false;
    }
    for (int i = 0; i < PREFIX.length; i++) {
      if (line[from + i] != PREFIX[i]) {
        return false;
      }
    }
    boolean small = line[after] >= 'a' && line[after] <= 'z';
    return !small && Words.next(line, Words.end(line, from, to), to) < to;
  }

  @Override
  public void take(byte[] line, int from, int to, long number) {
    if (from == to) {
      return;
    }
    byte first = line[from];
    if (first == 'B') {
      if (isResult(line, from, to)) {
        result(line, from, to, number);
      }
    } else if (first == '-' || first == 'F' || first == 'U' || (first >= 'a' && first <= 'z')) {
      other(new String(line, from, to - from, UTF_8), number);
    }
  }

  private void result(byte[] line, int from, int to, long number) {
    int nameEnd = Words.end(line, from, to);
    int count = Words.next(line, nameEnd, to);
    int countEnd = Words.end(line, count, to);
    int words = Words.count(line, countEnd, to);
    if (words == 0 || words % 2 != 0 || !Words.isDigits(line, count, countEnd)) {
      results.passOver(
          number,
          "expected 'BenchmarkName count value unit …', found '"
              + new String(line, from, to - from, UTF_8)
              + "'");
      return;
    }
    int nameBegin = nameEnd - from == PREFIX.length ? from : from + PREFIX.length;
    GoTable.Row row = table.row(line, nameBegin, nameEnd);
    int place = 0;
    for (int at = Words.next(line, countEnd, to); at < to; place++) {
      int end = Words.end(line, at, to);
      int unit = Words.next(line, end, to);
      int unitEnd = Words.end(line, unit, to);
      GoTable.Column column = row.column(place, line, unit, unitEnd);
      measurement(row, column, Words.number(line, at, end), number);
      at = Words.next(line, unitEnd, to);
    }
  }

  private void measurement(
      GoTable.Row row, GoTable.Column column, Words.Found number, long lineNumber) {
    if (!number.isOne()) {
      results.passOver(
          lineNumber,
          "expected a number before '" + column.unit() + "', found '" + number.text() + "'");
      return;
    }
    double value = number.value() * column.scaled().factor();
    if (results.isPossible(row.name(), column.scaled().metric(), value, lineNumber)) {
      column.values().add(value);
    }
  }

  private void other(String line, long number) {
    if (line.startsWith("--- ")) {
      outcome(line, number);
    } else if (line.startsWith("FAIL\t")) {
      failedPackage(line);
    } else if (line.startsWith("Unit ")) {
      unit(line, number);
    } else if (line.startsWith("panic: ")) {
      panic = panic.isEmpty() ? line : panic;
    } else {
      configuration(line);
    }
  }

  /// `key: value`; the key has neither capitals nor spaces. An empty value takes the key away.
  private void configuration(String line) {
    int colon = line.indexOf(':');
    boolean key =
        colon > 0
            && Character.isLowerCase(line.charAt(0))
            && line.chars()
                .limit(colon)
                .noneMatch(each -> Character.isUpperCase(each) || Character.isWhitespace(each));
    String value = key ? line.substring(colon + 1) : "";
    if (key && (value.isEmpty() || value.startsWith(" ") || value.startsWith("\t"))) {
      table.configure(line.substring(0, colon), value.strip());
    }
  }

  void end() {
    if (!panic.isEmpty()) {
      results.fail(table.packageName().isEmpty() ? "benchmarks" : table.packageName(), panic);
    }
  }

  private void outcome(String line, long number) {
    if (line.startsWith(FAIL + BENCHMARK)) {
      String name = firstWord(line.substring(FAIL.length()));
      results.fail(
          name.length() == BENCHMARK.length() ? name : name.substring(BENCHMARK.length()),
          "failed");
      failureNamed = true;
    } else if (line.startsWith(SKIP + BENCHMARK)) {
      results.passOver(number, "skipped: '" + firstWord(line.substring(SKIP.length())) + "'");
    }
  }

  /// `FAIL`, a tab, the package, and why: `[build failed]`, or after how long.
  private void failedPackage(String line) {
    List<String> parts = List.of(line.substring(5).strip().split("\\s+", 2));
    String reason = parts.size() > 1 && parts.get(1).startsWith("[") ? parts.get(1) : "failed";
    if (!failureNamed) {
      results.fail(parts.getFirst(), panic.isEmpty() ? reason : panic);
    }
    failureNamed = false;
    panic = "";
  }

  /// `Unit ns/op better=lower assume=exact`; other settings do not concern what is read.
  private void unit(String line, long number) {
    List<String> words = List.of(line.strip().split("\\s+"));
    for (String setting : words.subList(Math.min(2, words.size()), words.size())) {
      if (setting.startsWith("better=")) {
        Better.of(setting.substring("better=".length()))
            .ifPresentOrElse(
                better -> table.direct(words.get(1), better),
                () ->
                    results.passOver(
                        number, "expected better=higher or better=lower, found '" + line + "'"));
      } else if (setting.equals("assume=exact")) {
        table.assumeExact(words.get(1));
      }
    }
  }

  private static String firstWord(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    return new String(bytes, 0, Words.end(bytes, 0, bytes.length), UTF_8);
  }
}
