package hone.format.pproftext;

import hone.profile.ValueType;
import hone.unit.Unit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a text profile measures, by its first line.
///
/// @param name   such as `goroutine`
/// @param family how its lines are laid out
/// @param rate   mean bytes between two samples of a heap profile, or 1
/// @param total  what the last of the numbers of all samples add up to, or -1 where nobody says
record Kind(String name, Family family, long rate, long total) {

  /// The layouts there are.
  enum Family {
    /// `count @ addresses`
    COUNT,
    /// `objects: bytes [objects: bytes] @ addresses`, in use and in brackets allocated
    HEAP,
    /// `bytes objects @ addresses`
    JAVA_HEAP,
    /// `delay contentions @ addresses`
    CONTENTION,
    /// the same, of Go's mutexes
    MUTEX
  }

  private static final long JAVA_RATE = 512 << 10;
  private static final Pattern COUNTED =
      Pattern.compile("(?<name>[a-z_]{1,40}) profile: total (?<total>\\d{1,18})");
  private static final Pattern HEAP =
      Pattern.compile(
          "heap profile: *\\d{1,18}: *\\d{1,18} *\\[ *\\d{1,18}: *(?<total>\\d{1,18}) *] *@ *"
              + "(?<sampling>[a-z_0-9]*?)(?:/(?<rate>\\d{1,15}))?");
  private static final Pattern SECTION =
      Pattern.compile("--- (?<name>contention|mutex|contentionz|heapz)(?: \\d+ ---|:)");

  static Optional<Kind> of(String line) {
    Matcher counted = COUNTED.matcher(line);
    if (counted.matches()) {
      return Optional.of(new Kind(counted.group("name"), Family.COUNT, 1, total(counted)));
    }
    Matcher heap = HEAP.matcher(line);
    if (heap.matches()) {
      return Optional.of(new Kind("heap", Family.HEAP, rate(heap), total(heap)));
    }
    Matcher section = SECTION.matcher(line.strip());
    if (section.matches()) {
      return Optional.of(
          switch (section.group("name")) {
            case "heapz" -> new Kind("heap", Family.JAVA_HEAP, JAVA_RATE, -1);
            case "mutex" -> new Kind("contention", Family.MUTEX, 1, -1);
            default -> new Kind("contention", Family.CONTENTION, 1, -1);
          });
    }
    return Optional.empty();
  }

  List<ValueType> types() {
    return switch (family) {
      case COUNT -> List.of(new ValueType(name, Unit.COUNT));
      case HEAP ->
          List.of(
              new ValueType("alloc_objects", Unit.COUNT),
              new ValueType("alloc_space", Unit.BYTES),
              new ValueType("inuse_objects", Unit.COUNT),
              new ValueType("inuse_space", Unit.BYTES));
      case JAVA_HEAP ->
          List.of(
              new ValueType("inuse_objects", Unit.COUNT), new ValueType("inuse_space", Unit.BYTES));
      case CONTENTION, MUTEX ->
          List.of(
              new ValueType("contentions", Unit.COUNT), new ValueType("delay", Unit.NANOSECONDS));
    };
  }

  private static long total(Matcher first) {
    return Long.parseLong(first.group("total"));
  }

  /// Go writes twice its rate; `heap_v2` and `heapz_v2` write the rate itself.
  private static long rate(Matcher heap) {
    String rate = heap.group("rate");
    if (rate == null) {
      return 1;
    }
    return switch (heap.group("sampling")) {
      case "heap" -> Long.parseLong(rate) / 2;
      case "heap_v2", "heapz_v2" -> Long.parseLong(rate);
      default -> 1;
    };
  }
}
