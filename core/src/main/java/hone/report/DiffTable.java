package hone.report;

import hone.input.Printable;
import hone.unit.Unit;
import hone.view.Difference;
import java.util.Locale;
import java.util.stream.Stream;

/// What changed between two profiles, as text; shares are of the base.
public final class DiffTable {

  private DiffTable() {}

  /// The whole text.
  public static String of(Diff diff) {
    Unit unit = diff.base().valueType().unit();
    long base = diff.base().total();
    long other = diff.other().total();
    StringBuilder text = new StringBuilder();
    line(
        text,
        String.format(
            Locale.ROOT,
            "%s: %s, then %s (%s)%s",
            Printable.of(diff.base().valueType().name()),
            HotspotTable.quantity(base, unit),
            HotspotTable.quantity(other, unit),
            change(other - base, base),
            diff.normalised() ? "; values below are normalised to the first" : ""));
    text.append(EvidenceLines.of(diff.evidence()));
    Stream.of(diff.base(), diff.other())
        .flatMap(side -> side.profile().recording().warnings().stream())
        .distinct()
        .forEach(warning ->
            line(text, String.format(Locale.ROOT, "warning: %s", Printable.of(warning))));
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
    for (Difference row : diff.rows()) {
      line(
          text,
          String.format(
              Locale.ROOT,
              "%12s %8s  %12s %8s  %-8s  %s",
              signed(row.flat(), unit),
              change(row.flat(), base),
              signed(row.cumulative(), unit),
              change(row.cumulative(), base),
              word(row.change()),
              Printable.of(row.place().text())));
    }
    if (diff.rows().isEmpty()) {
      line(text, "nothing differs");
    }
    if (diff.leftOut() > 0) {
      line(text, String.format(Locale.ROOT, "%d more differ", diff.leftOut()));
    }
    return text.toString();
  }

  private static String word(Difference.Change change) {
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
