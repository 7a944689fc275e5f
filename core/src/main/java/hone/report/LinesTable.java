package hone.report;

import hone.input.Printable;
import hone.unit.Unit;
import hone.view.Routine;
import hone.view.View;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// Annotated source: each line of a function with its flat and cumulative value.
///
/// Without source only the lines that cost anything are shown.
public final class LinesTable {

  private LinesTable() {}

  /// The whole text.
  public static String of(Listings listings) {
    View view = listings.view();
    StringBuilder text = new StringBuilder();
    text.append(ProfileHeading.of(view.whole(), view.type(), listings.evidence()));
    for (Listing listing : listings.functions()) {
      append(text, listing, listings);
    }
    return text.toString();
  }

  private static void append(StringBuilder text, Listing listing, Listings listings) {
    View view = listings.view();
    Routine routine = listing.routine();
    Unit unit = view.whole().types().get(view.type()).unit();
    String file = routine.file().isEmpty() ? "" : "  " + Printable.of(routine.file());
    line(text, String.format(Locale.ROOT, "%n%s%s", Printable.of(routine.function()), file));
    line(
        text,
        String.format(
            Locale.ROOT,
            "%11s %11s  %s of the total; %s",
            HotspotTable.quantity(routine.flat(), unit),
            HotspotTable.quantity(routine.cumulative(), unit),
            HotspotTable.percent(routine.cumulative(), view.total()),
            source(listing, listings)));
    Map<Integer, Routine.Line> costs = new HashMap<>();
    routine.lines().forEach(line -> costs.put(line.number(), line));
    BitSet shown = listing.shown();
    int last = listing.text().size();
    routine.lines().stream()
        .filter(line -> line.number() <= 0)
        .forEach(line -> row(text, line, "", unit));
    int before = 0;
    for (int number = shown.nextSetBit(1); number > 0; number = shown.nextSetBit(number + 1)) {
      if (before > 0 && number > before + 1) {
        gap(text, number - before - 1);
      }
      Routine.Line line = costs.getOrDefault(number, new Routine.Line(number, 0, 0));
      row(text, line, listing.text().get(number - 1), unit);
      before = number;
    }
    routine.lines().stream()
        .filter(line -> line.number() > last && line.number() > 0)
        .forEach(line -> row(text, line, "", unit));
  }

  private static void gap(StringBuilder text, int lines) {
    line(text, String.format(Locale.ROOT, "%30s  %,d lines", "…", lines));
  }

  private static String source(Listing listing, Listings listings) {
    String reason = listing.unread().orElse("");
    if (listing.path().isEmpty() || listings.revision().isEmpty()) {
      return reason;
    }
    String commit = listings.revision().get();
    String note = reason.isEmpty() ? beyond(listing) : ", not shown: " + reason;
    return "%s at %s%s"
        .formatted(
            Printable.of(listing.path().get()),
            commit.substring(0, Math.min(12, commit.length())),
            note);
  }

  /// A profile that knows more lines than there are is of another revision.
  private static String beyond(Listing listing) {
    int most = listing.routine().lines().stream().mapToInt(Routine.Line::number).max().orElse(0);
    return most > listing.text().size()
        ? String.format(
            Locale.ROOT,
            ", which has %,d lines: another revision was profiled",
            listing.text().size())
        : "";
  }

  private static void row(StringBuilder text, Routine.Line line, String source, Unit unit) {
    line(
        text,
        String.format(
            Locale.ROOT,
            "%11s %11s %6s  %s",
            line.flat() == 0 ? "." : HotspotTable.quantity(line.flat(), unit),
            line.cumulative() == 0 ? "." : HotspotTable.quantity(line.cumulative(), unit),
            line.number() == 0 ? "?" : Integer.toString(line.number()),
            Printable.of(source.replace("\t", "    "))));
  }

  private static void line(StringBuilder text, String line) {
    text.append(line.stripTrailing()).append('\n');
  }
}
