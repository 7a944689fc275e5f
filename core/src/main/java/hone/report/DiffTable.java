package hone.report;

import hone.contrast.Contrast;
import hone.contrast.Measure;
import hone.contrast.Member;
import hone.contrast.Row;
import hone.input.Printable;
import hone.unit.Unit;
import hone.view.Difference;
import java.util.Locale;

/// What changed between two profiles, as text; shares are of the base.
///
/// Where values are divided by something, or there are several profiles a side, the table is
/// another: [ContrastTable].
public final class DiffTable {

  private DiffTable() {}

  /// The whole text.
  public static String of(Diff diff) {
    return diff.contrast().settings().measure() == Measure.VALUE
        ? values(diff)
        : ContrastTable.of(diff);
  }

  private static String values(Diff diff) {
    Member before = diff.contrast().base().getFirst();
    long base = before.total();
    long other = diff.contrast().other().getFirst().total();
    Unit unit = before.valueType().unit();
    StringBuilder text = new StringBuilder();
    line(
        text,
        String.format(
            Locale.ROOT,
            "%s: %s, then %s (%s)%s",
            Printable.of(before.valueType().name()),
            HotspotTable.quantity(base, unit),
            HotspotTable.quantity(other, unit),
            change(other - base, base),
            diff.normalised() ? "; values below are normalised to the first" : ""));
    text.append(DiffHeading.of(diff));
    line(
        text,
        String.format(
            Locale.ROOT,
            "%12s %8s  %12s %8s  %-8s  %s",
            "flat",
            "flat%",
            "cum",
            "cum%",
            "",
            "function"));
    diff.rows().forEach(row -> line(text, row(row, unit, base)));
    return text.append(ending(diff)).toString();
  }

  private static String row(Row row, Unit unit, long base) {
    Difference difference = row.difference();
    return String.format(
        Locale.ROOT,
        "%12s %8s  %12s %8s  %-8s  %s",
        signed(difference.flat(), unit),
        change(difference.flat(), base),
        signed(difference.cumulative(), unit),
        change(difference.cumulative(), base),
        word(difference.change()),
        name(row));
  }

  /// The name of a row, and what the base calls it.
  static String name(Row row) {
    String name = Printable.of(row.difference().place().text());
    return row.was()
        .map(was ->
            switch (row.kinship()) {
              case SAME, SPELLING, MOVED -> name + " (was " + Printable.of(was.text()) + ")";
              case RENAMED -> name + " (renamed? was " + Printable.of(was.text()) + ")";
            })
        .orElse(name);
  }

  /// What stands below the rows.
  static String ending(Diff diff) {
    Contrast contrast = diff.contrast();
    StringBuilder text = new StringBuilder();
    if (diff.rows().isEmpty()) {
      line(text, "nothing differs");
    }
    if (diff.leftOut() > 0) {
      line(text, String.format(Locale.ROOT, "%d more differ", diff.leftOut()));
    }
    contrast
        .needed()
        .ifPresent(needed ->
            line(
                text,
                "too few profiles to tell change from chance: need %d a side, have %d and %d"
                    .formatted(needed, contrast.base().size(), contrast.other().size())));
    return text.toString();
  }

  static String word(Difference.Change change) {
    return switch (change) {
      case NEW -> "new";
      case VANISHED -> "vanished";
      case GREW, SHRANK, SAME -> "";
    };
  }

  private static String signed(long value, Unit unit) {
    return (value > 0 ? "+" : "") + HotspotTable.quantity(value, unit);
  }

  private static String change(long part, long whole) {
    return whole == 0 ? "-" : String.format(Locale.ROOT, "%+.1f %%", 100.0 * part / whole);
  }

  private static void line(StringBuilder text, String line) {
    text.append(line.stripTrailing()).append('\n');
  }
}
