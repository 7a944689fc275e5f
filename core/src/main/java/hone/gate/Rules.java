package hone.gate;

/// What counts as a change.
///
/// @param threshold    smallest effect that matters, in (0, 1): 0.05 is 5 %
/// @param significance largest share of false alarms, in (0, 1): 0.05; over all looks at one
///                     benchmark, and over all that is confirmed on fresh runs
public record Rules(double threshold, double significance) {

  /// Pocock's level for each of five looks, 0.0158 of 0.05. The same part of another significance
  /// is within a tenth of his.
  private static final double EACH_LOOK = 0.0158 / 0.05;

  private static final double EQUIVALENCE = 0.4;
  private static final double FLAGGED = 0.7;

  public Rules {
    if (!(threshold > 0 && threshold < 1)) {
      throw new IllegalArgumentException("threshold is not in (0, 1): " + threshold);
    }
    if (!(significance > 0 && significance < 1)) {
      throw new IllegalArgumentException("significance is not in (0, 1): " + significance);
    }
  }

  /// 5 % and 0.05.
  public static Rules defaults() {
    return new Rules(0.05, 0.05);
  }

  /// Largest two-sided p of a difference at one of the looks: 0.0158 by default.
  public double lookSignificance() {
    return EACH_LOOK * significance;
  }

  /// Largest p of both one-sided tests that prove two sides equal within the threshold: 0.02 by
  /// default.
  public double equivalenceSignificance() {
    return EQUIVALENCE * significance;
  }

  /// Smallest effect that the first runs flag: less than the threshold, because an effect of just
  /// its size is estimated smaller half of the time.
  public double flaggedEffect() {
    return FLAGGED * threshold;
  }
}
