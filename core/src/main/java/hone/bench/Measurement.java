package hone.bench;

/// What a number must be to count as a measurement.
public final class Measurement {

  private Measurement() {}

  /// Whether a run can have given this number: finite, not negative, and more than nothing where
  /// it is a time or a throughput.
  public static boolean isPossible(Metric metric, double value) {
    return Double.isFinite(value) && (metric.isSpeed() ? value > 0 : value >= 0);
  }
}
