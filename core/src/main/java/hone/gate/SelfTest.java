package hone.gate;

import java.util.Locale;

/// Whether this very run can tell a change from none: one of its benchmarks, set against itself.
///
/// The numbers of its quietest benchmark, the difference between base and candidate taken off, are
/// dealt out anew as if they were of two revisions. As they are, they must not be flagged; with a
/// regression of twice the threshold put into one side, they must be.
///
/// @param benchmark what was set against itself
/// @param unchanged without a change
/// @param injected  with one
/// @param effect    of what was injected, for the worse
public record SelfTest(String benchmark, Outcome unchanged, Outcome injected, double effect) {

  /// How one half of the test ended.
  public enum Outcome {
    /// As it must.
    PASSED,
    /// Identical code was called changed, or the change was not seen.
    FAILED,
    /// Identical code was not called changed, but too noisy to be proven the same.
    INCONCLUSIVE;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Whether an open gate means anything.
  public boolean holds() {
    return unchanged != Outcome.FAILED && injected == Outcome.PASSED;
  }
}
