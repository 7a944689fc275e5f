package hone.unit;

import java.util.Locale;

/// What a number measures, by the name profiles and benchmarks give it.
///
/// The three base units have one spelling whatever the tool wrote (`ns`, `nanoseconds`); any other
/// unit keeps the name it came with.
///
/// @param name lower case, never blank
public record Unit(String name) {

  public static final Unit NANOSECONDS = new Unit("nanoseconds");
  public static final Unit BYTES = new Unit("bytes");
  public static final Unit COUNT = new Unit("count");

  public Unit {
    if (name.isBlank()) {
      throw new IllegalArgumentException("unit is blank");
    }
  }

  /// The unit a tool's spelling stands for; blank text is a count.
  public static Unit of(String text) {
    String name = text.strip().toLowerCase(Locale.ROOT);
    return switch (name) {
      case "ns", "nanosecond", "nanoseconds" -> NANOSECONDS;
      case "b", "byte", "bytes" -> BYTES;
      case "", "count", "none", "sample", "samples", "objects" -> COUNT;
      default -> new Unit(name);
    };
  }
}
