package hone.bench.go;

import hone.bench.BenchmarkName;
import hone.bench.Better;
import hone.bench.ResultsBuilder;
import hone.bench.Scaled;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;

/// Takes the lines of one text, from the first to the last.
final class GoText {

  private static final String BENCHMARK = "Benchmark";
  private static final String FAIL = "--- FAIL: ";
  private static final String SKIP = "--- SKIP: ";

  private final ResultsBuilder results;
  private final Map<String, Scaled> units = new HashMap<>();
  private final Map<String, Better> directions = new HashMap<>();
  private String packageName = "";
  private String panic = "";
  private boolean failureNamed;
  private long lineNumber;

  GoText(ResultsBuilder results) {
    this.results = results;
  }

  /// Whether a line has the beginning of a benchmark's: the prefix, no small letter after it, and
  /// something behind the name.
  static boolean isResult(String line) {
    if (!line.startsWith(BENCHMARK)) {
      return false;
    }
    int end = endOfWord(line);
    boolean named = end == BENCHMARK.length() || !Character.isLowerCase(line.charAt(9));
    return named && end < line.length() && !line.substring(end).isBlank();
  }

  private static int endOfWord(String line) {
    int end = 0;
    while (end < line.length() && !Character.isWhitespace(line.charAt(end))) {
      end++;
    }
    return end;
  }

  void line(String line) {
    lineNumber++;
    if (line.isEmpty()) {
      return;
    }
    switch (line.charAt(0)) {
      case 'B' -> {
        if (isResult(line)) {
          result(line);
        }
      }
      case '-' -> outcome(line);
      case 'F' -> failedPackage(line);
      case 'U' -> unit(line);
      case 'p' -> {
        if (line.startsWith("pkg: ")) {
          packageName = line.substring("pkg: ".length()).strip();
        } else if (line.startsWith("panic: ") && panic.isEmpty()) {
          panic = line;
        }
      }
      default -> {}
    }
  }

  void end() {
    if (!panic.isEmpty()) {
      results.fail(packageName.isEmpty() ? "benchmarks" : packageName, panic);
    }
  }

  private void result(String line) {
    List<String> words = new ArrayList<>();
    StringTokenizer tokens = new StringTokenizer(line);
    while (tokens.hasMoreTokens()) {
      words.add(tokens.nextToken());
    }
    if (words.size() < 4 || words.size() % 2 != 0 || !isCount(words.get(1))) {
      results.passOver(
          lineNumber, "expected 'BenchmarkName count value unit …', found '" + line + "'");
      return;
    }
    BenchmarkName name = name(words.getFirst());
    for (int i = 2; i < words.size(); i += 2) {
      measurement(name, words.get(i), words.get(i + 1));
    }
  }

  private void measurement(BenchmarkName name, String number, String unit) {
    try {
      Scaled scaled = units.computeIfAbsent(unit, this::scaled);
      double value = Double.parseDouble(number) * scaled.factor();
      results.add(name, scaled.metric(), value, lineNumber);
    } catch (NumberFormatException none) {
      results.passOver(
          lineNumber, "expected a number before '" + unit + "', found '" + number + "'");
    }
  }

  private Scaled scaled(String unit) {
    Scaled scaled = Scaled.of(unit);
    return directions.containsKey(unit) ? scaled.with(directions.get(unit)) : scaled;
  }

  private BenchmarkName name(String word) {
    String name = word.length() == BENCHMARK.length() ? word : word.substring(BENCHMARK.length());
    return new BenchmarkName(packageName.isEmpty() ? name : packageName + "." + name, name);
  }

  private static boolean isCount(String word) {
    return word.chars().allMatch(each -> each >= '0' && each <= '9');
  }

  private void outcome(String line) {
    if (line.startsWith(FAIL + BENCHMARK)) {
      results.fail(name(firstWord(line.substring(FAIL.length()))).name(), "failed");
      failureNamed = true;
    } else if (line.startsWith(SKIP + BENCHMARK)) {
      results.passOver(lineNumber, "skipped: '" + firstWord(line.substring(SKIP.length())) + "'");
    }
  }

  /// `FAIL`, a tab, the package, and why: `[build failed]`, or after how long.
  private void failedPackage(String line) {
    if (!line.startsWith("FAIL\t")) {
      return;
    }
    List<String> parts = List.of(line.substring(5).strip().split("\\s+", 2));
    String reason = parts.size() > 1 && parts.get(1).startsWith("[") ? parts.get(1) : "failed";
    if (!failureNamed) {
      results.fail(parts.getFirst(), panic.isEmpty() ? reason : panic);
    }
    failureNamed = false;
    panic = "";
  }

  /// `Unit ns/op better=lower`; other settings do not concern what is read.
  private void unit(String line) {
    if (!line.startsWith("Unit ")) {
      return;
    }
    List<String> words = List.of(line.split("\\s+", -1));
    for (String setting : words.subList(Math.min(2, words.size()), words.size())) {
      if (setting.startsWith("better=")) {
        Better.of(setting.substring("better=".length()))
            .ifPresentOrElse(
                better -> direct(words.get(1), better),
                () ->
                    results.passOver(
                        lineNumber,
                        "expected better=higher or better=lower, found '" + line + "'"));
      }
    }
  }

  private void direct(String unit, Better better) {
    directions.put(unit, better);
    units.remove(unit);
  }

  private static String firstWord(String text) {
    return text.substring(0, endOfWord(text));
  }
}
