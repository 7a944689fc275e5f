package hone.unit;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads a number with its unit as people write it: `200ms`, `30 seconds`, `10 MB`, `64KiB`.
///
/// Prefixes of bytes are taken at their word: `MB` is 1,000,000 bytes, `MiB` is 1,048,576.
public final class QuantityText {

  private static final Pattern FORM =
      Pattern.compile("(\\d{1,15}(?:\\.\\d{1,9})?)\\s*(\\p{L}{1,12})");

  private static final Map<String, Double> NANOSECONDS =
      Map.ofEntries(
          Map.entry("ns", 1.0),
          Map.entry("us", 1e3),
          Map.entry("µs", 1e3),
          Map.entry("μs", 1e3),
          Map.entry("ms", 1e6),
          Map.entry("millisecond", 1e6),
          Map.entry("milliseconds", 1e6),
          Map.entry("s", 1e9),
          Map.entry("sec", 1e9),
          Map.entry("second", 1e9),
          Map.entry("seconds", 1e9),
          Map.entry("m", 6e10),
          Map.entry("min", 6e10),
          Map.entry("minute", 6e10),
          Map.entry("minutes", 6e10),
          Map.entry("h", 3.6e12),
          Map.entry("hour", 3.6e12),
          Map.entry("hours", 3.6e12));

  private static final Map<String, Double> BYTES =
      Map.ofEntries(
          Map.entry("b", 1.0),
          Map.entry("byte", 1.0),
          Map.entry("bytes", 1.0),
          Map.entry("kb", 1e3),
          Map.entry("mb", 1e6),
          Map.entry("gb", 1e9),
          Map.entry("kib", 0x1p10),
          Map.entry("mib", 0x1p20),
          Map.entry("gib", 0x1p30));

  private QuantityText() {}

  /// A time in nanoseconds or a size in bytes; empty where the text is neither.
  public static Optional<Quantity> read(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      return Optional.empty();
    }
    double number = Double.parseDouble(form.group(1));
    String unit = form.group(2).toLowerCase(Locale.ROOT);
    if (NANOSECONDS.containsKey(unit)) {
      return Optional.of(new Quantity(number * NANOSECONDS.get(unit), Unit.NANOSECONDS));
    }
    return Optional.ofNullable(BYTES.get(unit))
        .map(factor -> new Quantity(number * factor, Unit.BYTES));
  }
}
