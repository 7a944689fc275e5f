package hone.history;

import hone.bench.Metric;
import java.util.Optional;

/// What one entry says of one metric of one benchmark.
///
/// @param base    of the revision that was compared against; empty where there was none
/// @param head    of the revision that the entry is about; empty where it has none of this
/// @param change  from base to head, measured in the same runs; empty unless both are there
/// @param verdict as the gate gave it; empty where nothing was judged
public record Figure(
    String benchmark,
    Metric metric,
    Optional<Summary> base,
    Optional<Summary> head,
    Optional<Change> change,
    String verdict) {

  /// Measurements of one revision.
  ///
  /// @param count  how many, at least 1
  /// @param median in the metric's unit, finite and not negative
  public record Summary(int count, double median) {
    public Summary {
      if (count < 1 || !(median >= 0 && Double.isFinite(median))) {
        throw new IllegalArgumentException("impossible summary: median " + median + " of " + count);
      }
    }
  }

  /// How far head lies from base, as the gate has it.
  ///
  /// @param effect head ÷ base − 1; infinite where base is zero and head is not
  /// @param low    lower end of its interval; −1 where nothing bounds it
  /// @param high   upper end; infinite where nothing bounds it
  public record Change(double effect, double low, double high) {
    public Change {
      if (!(effect >= -1 && low >= -1 && low <= high)) {
        throw new IllegalArgumentException(
            "impossible change: " + effect + " in [" + low + ", " + high + "]");
      }
    }
  }
}
