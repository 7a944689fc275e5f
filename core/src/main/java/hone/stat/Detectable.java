package hone.stat;

import java.util.OptionalDouble;

/// What a comparison that found nothing could have found: a property of its noise and its size, never
/// of the effect it saw.
///
/// **Assumes** that the estimate varies like a normal number, with a spread that the interval tells.
/// **Ties** are in the interval. **Unit**: that of the shift. **Cost**: none to speak of. **Source**:
/// Hoenig and Heisey 2001, The Abuse of Power, on why the interval tells it and the observed effect
/// does not.
public final class Detectable {

  private Detectable() {}

  /// The smallest true shift that as many measurements of this noise would show as significant, with
  /// this probability; empty where the interval has no ends, so that nothing would.
  ///
  /// A shift of half the interval's width is shown half of the time: the estimate is then as likely
  /// to fall short of the edge as beyond it. Spread of the estimate taken as normal, the margin for
  /// more than half is in proportion.
  ///
  /// @param shift      with the interval at 1 − `level`
  /// @param level      of the two-sided test, in (0, 1)
  /// @param power      in [0.5, 1)
  public static OptionalDouble shift(Shift shift, double level, double power) {
    if (!shift.isBounded()) {
      return OptionalDouble.empty();
    }
    double edge = Normal.upperQuantile(level / 2);
    double half = (shift.high() - shift.low()) / 2;
    return OptionalDouble.of(half * (edge + Normal.upperQuantile(1 - power)) / edge);
  }
}
