package hone.unit;

import java.util.Locale;

/// A tool's unit as a multiple of the base unit that hone counts in: 3 `microseconds` are 3,000
/// `nanoseconds`.
///
/// Multiples of bytes are powers of 1024, as pprof reads them. A unit that is neither time nor
/// memory is its own base.
///
/// @param unit   the base unit
/// @param factor how many of it one of the tool's units is, at least 1
public record BaseUnit(Unit unit, long factor) {

  /// What a tool's spelling stands for; blank text is a count.
  public static BaseUnit of(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "us", "µs", "μs", "microsecond", "microseconds" -> time(1_000);
      case "ms", "millisecond", "milliseconds" -> time(1_000_000);
      case "s", "sec", "second", "seconds" -> time(1_000_000_000);
      case "kb", "kib", "kilobyte", "kilobytes", "kibibyte", "kibibytes" -> memory(1L << 10);
      case "mb", "mib", "megabyte", "megabytes", "mebibyte", "mebibytes" -> memory(1L << 20);
      case "gb", "gib", "gigabyte", "gigabytes", "gibibyte", "gibibytes" -> memory(1L << 30);
      default -> new BaseUnit(Unit.of(text), 1);
    };
  }

  private static BaseUnit time(long factor) {
    return new BaseUnit(Unit.NANOSECONDS, factor);
  }

  private static BaseUnit memory(long factor) {
    return new BaseUnit(Unit.BYTES, factor);
  }
}
