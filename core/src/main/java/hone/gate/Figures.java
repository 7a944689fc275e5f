package hone.gate;

import java.util.Locale;
import java.util.OptionalDouble;

/// The numbers behind a verdict.
///
/// @param design     how the runs were laid out, which is what `p` is worth
/// @param oldCount   runs of the baseline
/// @param oldMedian  in the metric's unit
/// @param newCount   runs of the candidate
/// @param newMedian  in the metric's unit
/// @param effect     candidate ÷ baseline − 1; infinite where the baseline is zero and the
///                   candidate is not
/// @param low        lower end of the interval of the effect; −1 where nothing bounds it
/// @param high       upper end of the interval of the effect; infinite where nothing bounds it
/// @param p          probability of numbers at least this far apart if nothing had changed:
///                   two-sided, but of fresh runs one-sided in the direction that the first runs
///                   flagged; for exact numbers 1 if equal, else 0
/// @param adjustedP  `p` corrected for the other looks, or for everything that was confirmed beside
///                   this; to be compared with the significance
/// @param detectable smallest effect that this many runs would have found four times in five;
///                   empty where too few runs were made to find any, and where it is no question
public record Figures(
    Design design,
    int oldCount,
    double oldMedian,
    int newCount,
    double newMedian,
    double effect,
    double low,
    double high,
    double p,
    double adjustedP,
    OptionalDouble detectable) {

  /// The same with what could have been found.
  Figures withDetectable(OptionalDouble found) {
    return new Figures(
        design, oldCount, oldMedian, newCount, newMedian, effect, low, high, p, adjustedP, found);
  }

  /// How the runs of both sides were laid out.
  public enum Design {
    /// Interleaved in random order within blocks.
    BLOCKED,
    /// Two sets of runs whose order nobody vouches for.
    UNBLOCKED,
    /// Numbers that are the same on every run, so that no chance is in them.
    EXACT;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
