package hone.service;

import java.time.Duration;

/// What one audit may spend.
///
/// @param time     wall time of the whole audit
/// @param money    what agents may cost
/// @param tokens   what agents may read and write, as a count
/// @param attempts candidates for one finding, at least 1
public record SpendingLimits(Duration time, Money money, long tokens, int attempts) {

  public SpendingLimits {
    Checks.positive("time", time);
    if (tokens < 0) {
      throw new IllegalArgumentException("tokens is negative: \"" + tokens + "\"");
    }
    if (attempts < 1) {
      throw new IllegalArgumentException("attempts is not positive: \"" + attempts + "\"");
    }
  }
}
