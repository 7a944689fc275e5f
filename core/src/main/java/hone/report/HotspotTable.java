package hone.report;

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
    table.append(ProfileHeading.of(profile, top.type(), top.evidence()));
    table.append(row("flat", "flat%", "cum", "cum%", column(top.granularity())));
    for (Hotspot hotspot : top.hotspots()) {
      table.append(
          row(
              quantity(hotspot.flat(), type.unit()),
              percent(hotspot.flat(), top.total()),
              quantity(hotspot.cumulative(), type.unit()),
              percent(hotspot.cumulative(), top.total()),
              name(hotspot)));
    }
    return table.toString();
  }

  private static String column(Granularity granularity) {
    return switch (granularity) {
      case FUNCTIONS, FILEFUNCTIONS -> "function";
      case FILES -> "file";
      case LINES -> "line";
      case ADDRESSES -> "address";
    };
  }

  private static String row(String flat, String share, String cum, String cumShare, String name) {
    return String.format(Locale.ROOT, "%11s %7s  %11s %7s  %s%n", flat, share, cum, cumShare, name);
  }

  private static String name(Hotspot hotspot) {
    String line = hotspot.line() > 0 ? ":" + hotspot.line() : "";
    String place = hotspot.file().isEmpty() ? "" : "  " + Printable.of(hotspot.file()) + line;
    String address =
        hotspot.address() == 0 ? "" : String.format(Locale.ROOT, "%016x  ", hotspot.address());
    return address + (Printable.of(hotspot.function()) + place).strip();
  }

  static String quantity(long value, Unit unit) {
    return Printable.of(new Quantity(value, unit).toString());
  }

  static String percent(long part, long whole) {
    return whole == 0 ? "-" : String.format(Locale.ROOT, "%.1f %%", 100.0 * part / whole);
  }
}
