package hone.report;

import hone.gate.EffectText;
import hone.gate.Judgement;
import hone.input.Printable;
import hone.unit.Quantity;
import hone.unit.Unit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Judgements as a table for people, at most 80 columns wide: one part for each metric; for each
/// benchmark its medians and verdict, then the effect, then what is left to say.
///
/// ```
/// sec/op                         old       new  verdict
/// search                     1.72 ms   1.42 ms  improved
///     −17.2 % [−19.0, −15.1], p = 0.0004
/// ```
public final class JudgementTable {

  private static final int WIDTH = 80;
  private static final int NAME_WIDTH = 24;
  private static final int NUMBER_WIDTH = 10;
  private static final String PREFIXES = " kMGTP";

  private JudgementTable() {}

  /// The table, each line ended; nothing for no judgements.
  public static String of(List<Judgement> judgements) {
    Map<String, List<Judgement>> metrics = new LinkedHashMap<>();
    for (Judgement judgement : judgements) {
      metrics.computeIfAbsent(judgement.metric().name(), name -> new ArrayList<>()).add(judgement);
    }
    StringBuilder table = new StringBuilder();
    metrics.forEach((metric, rows) -> part(table, metric, rows));
    return table.toString();
  }

  private static void part(StringBuilder table, String metric, List<Judgement> rows) {
    if (!table.isEmpty()) {
      table.append('\n');
    }
    line(table, cell(Printable.of(metric)) + right("old") + right("new") + "  verdict");
    for (Judgement row : rows) {
      row(table, row);
    }
  }

  private static void row(StringBuilder table, Judgement row) {
    line(
        table,
        cell(Printable.of(row.benchmark()))
            + right(row, true)
            + right(row, false)
            + "  "
            + row.verdict());
    if (row.figures().isPresent()) {
      line(table, "    " + EffectText.figures(row));
    }
    if (!row.reason().isEmpty()) {
      line(table, "    " + Printable.of(row.reason()));
    }
  }

  private static String right(Judgement row, boolean old) {
    return right(
        row.figures()
            .map(figures -> old ? figures.oldMedian() : figures.newMedian())
            .map(median -> value(median, row.metric().unit()))
            .orElse("–"));
  }

  /// Short enough for its column; the heading names the unit.
  private static String value(double median, Unit unit) {
    if (unit.equals(Unit.NANOSECONDS) || unit.equals(Unit.BYTES)) {
      return new Quantity(median, unit).toString();
    }
    double scaled = median;
    int prefix = 0;
    while (Math.abs(scaled) >= 9999.5 && prefix < PREFIXES.length() - 1) {
      scaled /= 1000;
      prefix++;
    }
    String number = String.format(Locale.ROOT, "%.4g", scaled);
    String plain = number.contains(".") ? number.replaceFirst("\\.?0+$", "") : number;
    return plain + PREFIXES.substring(prefix, prefix + 1).strip();
  }

  private static String right(String text) {
    return " ".repeat(Math.max(1, NUMBER_WIDTH - text.length())) + text;
  }

  /// A name in its column; the end of a long one, which tells more than its beginning.
  private static String cell(String name) {
    int length = name.codePointCount(0, name.length());
    return length <= NAME_WIDTH
        ? name + " ".repeat(NAME_WIDTH - length)
        : "…" + name.substring(name.offsetByCodePoints(name.length(), 1 - NAME_WIDTH));
  }

  private static void line(StringBuilder table, String line) {
    String shown = Printable.line(line);
    String cut =
        shown.codePointCount(0, shown.length()) <= WIDTH
            ? shown
            : shown.substring(0, shown.offsetByCodePoints(0, WIDTH - 1)) + "…";
    table.append(cut.stripTrailing()).append('\n');
  }
}
