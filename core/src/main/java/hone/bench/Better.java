package hone.bench;

import java.util.Locale;
import java.util.Optional;

/// Which way a metric improves.
public enum Better {
  /// Less is better: time, memory.
  LOWER,
  /// More is better: throughput.
  HIGHER;

  /// The direction in a document's spelling, `lower` or `higher`.
  public static Optional<Better> of(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "lower" -> Optional.of(LOWER);
      case "higher" -> Optional.of(HIGHER);
      default -> Optional.empty();
    };
  }

  /// How much better, as a share of the baseline; negative is worse.
  ///
  /// @param effect candidate ÷ baseline − 1
  public double gain(double effect) {
    return switch (this) {
      case LOWER -> -effect;
      case HIGHER -> effect;
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
