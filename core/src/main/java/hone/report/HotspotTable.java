package hone.report;

import hone.analysis.EvidenceQuality;
import hone.analysis.Granularity;
import hone.analysis.Hotspot;
import hone.input.Printable;
import hone.profile.Profile;
import hone.profile.ValueType;
import hone.unit.Quantity;
import hone.unit.Unit;
import java.util.Locale;

/// Hotspots as a table for people: flat value and share, cumulative value and share, name, place.
///
/// Shares divide by the total of the value type over the whole profile, not by what is shown.
public final class HotspotTable {

  private HotspotTable() {}

  /// The table with a line on the profile above it and, where the evidence asks for care, why.
  public static String of(Top top) {
    Profile profile = top.profile();
    ValueType type = profile.types().get(top.type());
    StringBuilder table = new StringBuilder();
    table.append(heading(profile, top.type(), type));
    if (top.evidence().verdict() != EvidenceQuality.Verdict.GOOD) {
      table.append(evidence(top.evidence()));
    }
    profile.recording().warnings().forEach(text -> line(table, "warning: " + Printable.of(text)));
    table.append(
        row(
            "flat",
            "flat%",
            "cum",
            "cum%",
            top.granularity() == Granularity.LINES ? "line" : "function"));
    for (Hotspot hotspot : top.hotspots()) {
      table.append(
          row(
              quantity(hotspot.flat(), type.unit()),
              percent(hotspot.flat(), profile.total(top.type())),
              quantity(hotspot.cumulative(), type.unit()),
              percent(hotspot.cumulative(), profile.total(top.type())),
              name(hotspot)));
    }
    return table.toString();
  }

  private static String heading(Profile profile, int column, ValueType type) {
    StringBuilder heading = new StringBuilder();
    String recorded =
        profile.recording().durationNanos().isPresent()
            ? " in " + quantity(profile.recording().durationNanos().getAsLong(), Unit.NANOSECONDS)
            : "";
    line(
        heading,
        "%s: %s%s (%s)"
            .formatted(
                Printable.of(type.name()),
                quantity(profile.total(column), type.unit()),
                recorded,
                profile.recording().format()));
    return heading.toString();
  }

  private static String evidence(EvidenceQuality evidence) {
    StringBuilder lines = new StringBuilder();
    String verdict = evidence.verdict().name().toLowerCase(Locale.ROOT);
    evidence.reasons().forEach(why -> line(lines, "evidence (" + verdict + "): " + why));
    return lines.toString();
  }

  private static void line(StringBuilder text, String line) {
    text.append(line).append('\n');
  }

  private static String row(String flat, String share, String cum, String cumShare, String name) {
    return String.format(Locale.ROOT, "%11s %7s  %11s %7s  %s%n", flat, share, cum, cumShare, name);
  }

  private static String name(Hotspot hotspot) {
    String line = hotspot.line() > 0 ? ":" + hotspot.line() : "";
    String place = hotspot.file().isEmpty() ? "" : "  " + Printable.of(hotspot.file()) + line;
    return Printable.of(hotspot.function()) + place;
  }

  private static String quantity(long value, Unit unit) {
    return Printable.of(new Quantity(value, unit).toString());
  }

  private static String percent(long part, long whole) {
    return whole == 0 ? "-" : String.format(Locale.ROOT, "%.1f %%", 100.0 * part / whole);
  }
}
