package hone.gate;

/// What counts as a change.
///
/// @param threshold    smallest effect that matters, in (0, 1): 0.05 is 5 %
/// @param significance largest share of false alarms over the whole suite, in (0, 1): 0.05
public record Rules(double threshold, double significance) {

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
}
