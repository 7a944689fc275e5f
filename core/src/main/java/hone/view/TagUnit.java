package hone.view;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A unit of numeric labels, by pprof's table of them.
///
/// @param names  its spellings, the one to print first
/// @param family what it measures
/// @param factor how many of the family's smallest one is
record TagUnit(List<String> names, Family family, double factor) {

  enum Family {
    MEMORY,
    TIME
  }

  /// A number in a unit; a unit that is not known keeps its spelling.
  record Amount(double value, String unit) {}

  private static final List<TagUnit> ALL =
      List.of(
          new TagUnit(List.of("b", "byte"), Family.MEMORY, 1),
          new TagUnit(List.of("kb", "kbyte", "kilobyte"), Family.MEMORY, 1L << 10),
          new TagUnit(List.of("mb", "mbyte", "megabyte"), Family.MEMORY, 1L << 20),
          new TagUnit(List.of("gb", "gbyte", "gigabyte"), Family.MEMORY, 1L << 30),
          new TagUnit(List.of("tb", "tbyte", "terabyte"), Family.MEMORY, 1L << 40),
          new TagUnit(List.of("pb", "pbyte", "petabyte"), Family.MEMORY, 1L << 50),
          new TagUnit(List.of("ns", "nanosecond"), Family.TIME, 1),
          new TagUnit(List.of("μs", "us", "microsecond"), Family.TIME, 1e3),
          new TagUnit(List.of("ms", "millisecond"), Family.TIME, 1e6),
          new TagUnit(List.of("s", "sec", "second"), Family.TIME, 1e9),
          new TagUnit(List.of("hrs", "hour", "hr"), Family.TIME, 3.6e12));

  private String name() {
    return names.getFirst();
  }

  private static Optional<TagUnit> of(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    String single =
        lower.length() > 2 && lower.endsWith("s") ? lower.substring(0, lower.length() - 1) : lower;
    return ALL.stream().filter(unit -> unit.names.contains(single)).findFirst();
  }

  /// A number of one unit in another of the same family; in the smallest of its family where the
  /// other is none of it, and unchanged where its own unit is not known.
  static Amount scaled(long value, String from, String to) {
    Optional<TagUnit> own = of(from);
    if (own.isEmpty()) {
      return new Amount(value, to.isEmpty() ? "" : of(to).map(TagUnit::name).orElse(to));
    }
    TagUnit target =
        of(to)
            .filter(unit -> unit.family == own.get().family)
            .orElseGet(() ->
                ALL.stream()
                    .filter(unit -> unit.family == own.get().family)
                    .findFirst()
                    .orElseThrow());
    return new Amount(value * own.get().factor / target.factor, target.name());
  }
}
