package hone.stat;

import java.util.OptionalLong;

/// Between which of the ordered numbers a quantile lies, whatever they are distributed like.
///
/// The numbers below a quantile are binomially distributed, so that ranks bound it with at least the
/// confidence asked for. **Independence** of the numbers is assumed. **Cost**: proportional to the
/// square root of the count. **Source**: Conover, Practical Nonparametric Statistics, on confidence
/// intervals for a quantile.
///
/// @param low  1-based rank of the number that bounds it below; empty where too few numbers lie there
/// @param high 1-based rank of the number that bounds it above; empty where too few numbers lie there
public record QuantileRanks(OptionalLong low, OptionalLong high) {

  /// Weights this much below the largest do not change a sum of doubles.
  private static final double NEGLIGIBLE = 1e-20;

  /// The ranks around a quantile of `count` numbers.
  ///
  /// @param count      not negative
  /// @param quantile   in (0, 1)
  /// @param confidence of the interval between them, in (0, 1)
  public static QuantileRanks of(long count, double quantile, double confidence) {
    if (count < 0 || !(quantile > 0 && quantile < 1) || !(confidence > 0 && confidence < 1)) {
      throw new IllegalArgumentException(
          "no quantile " + quantile + " of " + count + " numbers at " + confidence);
    }
    if (count == 0) {
      return new QuantileRanks(OptionalLong.empty(), OptionalLong.empty());
    }
    double tail = (1 - confidence) / 2;
    long mode = Math.min(count, (long) Math.floor((count + 1) * quantile));
    double odds = quantile / (1 - quantile);
    long least = mode;
    double first = 1;
    double total = 1;
    while (least > 0 && first > NEGLIGIBLE) {
      first *= least / ((count - least + 1) * odds);
      least--;
      total += first;
    }
    double last = 1;
    for (long most = mode; most < count && last > NEGLIGIBLE; most++) {
      last *= (count - most) * odds / (most + 1);
      total += last;
    }
    Law law = new Law(count, odds);
    long below = quantile(least, first / total, law, tail);
    long above = quantile(least, first / total, law, 1 - tail) + 1;
    return new QuantileRanks(
        below >= 1 ? OptionalLong.of(below) : OptionalLong.empty(),
        above <= count ? OptionalLong.of(above) : OptionalLong.empty());
  }

  /// A binomial law, by its ratio of neighbouring probabilities.
  private record Law(long count, double odds) {
    double next(long successes, double probability) {
      return probability * (count - successes) * odds / (successes + 1);
    }
  }

  /// The fewest successes that are not exceeded with this probability.
  private static long quantile(long from, double probability, Law law, double level) {
    long successes = from;
    double mass = probability;
    double sum = mass;
    while (sum < level && successes < law.count()) {
      mass = law.next(successes, mass);
      successes++;
      sum += mass;
    }
    return successes;
  }
}
