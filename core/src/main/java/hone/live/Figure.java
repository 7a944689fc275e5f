package hone.live;

import java.util.OptionalDouble;

/// A number that was measured, and between what it lies.
///
/// @param value in the base unit; positive infinity where it lies above all that was seen, as the
///              latency of requests that were never answered
/// @param low   lower end of the 95 % interval, where one can be given
/// @param high  upper end of the 95 % interval, where one can be given
public record Figure(double value, OptionalDouble low, OptionalDouble high) {

  public Figure {
    if (!(value >= 0)) {
      throw new IllegalArgumentException("figure is negative: " + value);
    }
    if (low.orElse(value) > value || high.orElse(value) < value) {
      throw new IllegalArgumentException("figure lies outside of its interval: " + value);
    }
  }

  /// A number without an interval.
  public static Figure of(double value) {
    return new Figure(value, OptionalDouble.empty(), OptionalDouble.empty());
  }
}
