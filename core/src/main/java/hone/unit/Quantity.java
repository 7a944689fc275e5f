package hone.unit;

import java.util.Locale;

/// A number with its unit, and how people read it: `1.92 s`, `12.4 MiB`, `2,871`.
///
/// @param value in `unit`
public record Quantity(double value, Unit unit) {

  /// Beyond it digits say less than their number does.
  private static final double LONGEST = 1e9;

  private static final String[] TIME = {"ns", "µs", "ms", "s"};
  private static final String[] MEMORY = {"B", "KiB", "MiB", "GiB", "TiB"};

  /// Three significant digits, time by thousands, memory by 1024, counts with group separators.
  @Override
  public String toString() {
    if (unit.equals(Unit.NANOSECONDS)) {
      return scaled(1000, TIME);
    }
    if (unit.equals(Unit.BYTES)) {
      return scaled(1024, MEMORY);
    }
    String number =
        value == Math.rint(value)
            ? String.format(Locale.ROOT, "%,.0f", value)
            : String.format(Locale.ROOT, "%,.3f", value);
    return unit.equals(Unit.COUNT) ? number : number + " " + unit.name();
  }

  private String scaled(int step, String[] symbols) {
    double scaled = value;
    int symbol = 0;
    while (Math.abs(scaled) >= step * 0.9995 && symbol < symbols.length - 1) {
      scaled /= step;
      symbol++;
    }
    return significant(scaled) + " " + symbols[symbol];
  }

  private static String significant(double number) {
    double size = Math.abs(number);
    if (size >= LONGEST) {
      return String.format(Locale.ROOT, "%.2e", number);
    }
    int decimals = number == Math.rint(number) || size >= 99.95 ? 0 : size >= 9.995 ? 1 : 2;
    return String.format(Locale.ROOT, "%." + decimals + "f", number);
  }
}
