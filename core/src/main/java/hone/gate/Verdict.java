package hone.gate;

import java.util.Locale;

/// What the measurements of one metric of one benchmark prove.
public enum Verdict {
  /// Significantly better, by the threshold or more.
  IMPROVED,
  /// Significantly worse, by the threshold or more.
  REGRESSED,
  /// Significantly better, by less than the threshold.
  MINOR_IMPROVED,
  /// Significantly worse, by less than the threshold.
  MINOR_REGRESSED,
  /// Proven to differ by less than the threshold. Not the same as "no difference was seen".
  UNCHANGED,
  /// Neither a difference nor its absence is proven by this many runs.
  INCONCLUSIVE,
  /// Better as far as runs of unknown order can say.
  SUSPECTED_IMPROVED,
  /// Worse as far as runs of unknown order can say.
  SUSPECTED_REGRESSED,
  /// The baseline has it, the candidate does not.
  MISSING,
  /// The candidate has it, the baseline does not.
  ADDED,
  /// It ran on the candidate and did not come to an end.
  FAILED,
  /// Both have it, but not the same thing was measured.
  INCOMPARABLE;

  /// As documents and people write it: `minor-improved`.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
