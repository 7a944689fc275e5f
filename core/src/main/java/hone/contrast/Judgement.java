package hone.contrast;

import java.util.OptionalDouble;

/// What is known of a row's change; shifts are in the unit of the measure.
public sealed interface Judgement {

  /// Too small a row, or no number of profiles, to be tested.
  record Untested() implements Judgement {}

  /// No difference, however large, could be more than chance.
  ///
  /// @param needed profiles a side that could tell
  record TooFew(int needed) implements Judgement {}

  /// Tested among others.
  ///
  /// @param shift      median of all differences between a profile of one side and one of the other
  /// @param low        lower end of the interval of this row alone; minus infinity where there is none
  /// @param high       upper end; infinity where there is none
  /// @param p          of the exact rank test of this row alone, two-sided
  /// @param adjusted   for all that were tested, never less than `p`
  /// @param detectable smallest growth that would have been found; empty where none would
  /// @param change     what to make of it
  record Tested(
      double shift,
      double low,
      double high,
      double p,
      double adjusted,
      OptionalDouble detectable,
      Change change)
      implements Judgement {}

  /// Whether a change is more than chance.
  enum Change {
    GREW,
    SHRANK,
    /// It may be chance.
    UNDETECTED
  }
}
