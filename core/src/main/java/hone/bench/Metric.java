package hone.bench;

import hone.unit.Unit;
import java.util.Set;

/// What a benchmark measures.
///
/// @param name   as people know it: `sec/op`, `B/op`, `allocs/op`, `B/s`, `ops/s`
/// @param unit   base unit of every measurement; the name says seconds, the numbers are nanoseconds
/// @param better which way it improves
/// @param isCounted whether runs of the same code usually give the very same number, so that equal
///                  numbers may be compared as they are; never true of time, whose equal numbers
///                  only mean a coarse clock
public record Metric(String name, Unit unit, Better better, boolean isCounted) {

  private static final Set<String> COUNTED =
      Set.of("B/op", "allocs/op", "instructions", "instructions/op", "size");

  /// Time for one operation.
  public static final Metric TIME = new Metric("sec/op", Unit.NANOSECONDS, Better.LOWER);

  /// Bytes allocated by one operation.
  public static final Metric ALLOCATED = new Metric("B/op", Unit.BYTES, Better.LOWER);

  /// Allocations of one operation.
  public static final Metric ALLOCATIONS = new Metric("allocs/op", Unit.COUNT, Better.LOWER);

  /// Operations in a second.
  public static final Metric THROUGHPUT =
      new Metric("ops/s", new Unit("operations/second"), Better.HIGHER);

  public Metric {
    if (name.isBlank()) {
      throw new IllegalArgumentException("metric has no name");
    }
  }

  /// A metric of which only the name says whether it is counted: `B/op`, `allocs/op`,
  /// `instructions` and `size` are.
  public Metric(String name, Unit unit, Better better) {
    this(name, unit, better, COUNTED.contains(name));
  }

  /// Whether this says how fast something is: time, or work in a time.
  public boolean isSpeed() {
    return unit.equals(Unit.NANOSECONDS) || name.endsWith("/s");
  }
}
