package hone.report;

import hone.input.Printable;
import hone.unit.Unit;
import hone.view.Routine;
import hone.view.View;
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
    for (Routine.Line line : routine.lines()) {
      if (line.number() < listing.first() || line.number() > listing.last()) {
        row(text, line, "", unit);
      }
    }
    for (int number = listing.first(); number <= listing.last(); number++) {
      Routine.Line line = costs.getOrDefault(number, new Routine.Line(number, 0, 0));
      row(text, line, listing.text().get(number - 1), unit);
    }
  }

  private static String source(Listing listing, Listings listings) {
    if (listing.path().isPresent() && listings.revision().isPresent()) {
      String commit = listings.revision().get();
      return "%s at %s"
          .formatted(
              Printable.of(listing.path().get()),
              commit.substring(0, Math.min(12, commit.length())));
    }
    return listings.revision().isPresent()
        ? "no such file in the revision"
        : "no source without a revision";
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
