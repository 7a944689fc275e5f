package hone.stat;

import java.util.Arrays;

/// The Mann-Whitney test: is one of two independent sets of numbers shifted against the other?
///
/// **Null hypothesis**: every split of the pooled numbers into sets of these sizes is equally
/// likely. That needs independent, identically distributed measurements; runs taken one set after
/// the other on a drifting machine are not, and the test will then find "differences" in identical
/// code. For runs interleaved in blocks use [BlockedRankTest].
///
/// **Ties** are mid-ranked and the probabilities counted with them in place, so they are exact for
/// any ties. Counting costs n² · m · (n + m) steps at most and is done up to
/// 2,500 pairs; beyond, the normal approximation with corrections for ties and continuity.
///
/// **Unit**: none; only the order of the numbers counts.
///
/// @see <a href="https://projecteuclid.org/euclid.aoms/1177730491">Mann and Whitney 1947</a>
public final class MannWhitney {

  private static final long EXACT_PAIRS = 2_500;

  private MannWhitney() {}

  /// Compares `x` with `y`.
  ///
  /// The statistic is U: pairs in which `x` is larger, a tie counting one half. `greater` is small
  /// when `x` is larger than `y`. `twoSided` adds up everything at least as far from the mean of U.
  ///
  /// @throws IllegalArgumentException if either is empty or holds a NaN
  public static RankTest of(double[] x, double[] y) {
    if (x.length == 0 || y.length == 0) {
      throw new IllegalArgumentException(
          "need values on both sides: " + x.length + ", " + y.length);
    }
    double[] pooled = Arrays.copyOf(x, x.length + y.length);
    System.arraycopy(y, 0, pooled, x.length, y.length);
    Ranks ranks = Ranks.of(pooled);
    int doubledSum = 0;
    for (int i = 0; i < x.length; i++) {
      doubledSum += ranks.doubled()[i];
    }
    double u = doubledSum / 2.0 - x.length * (x.length + 1) / 2.0;
    return (long) x.length * y.length <= EXACT_PAIRS
        ? counted(u, doubledSum, x.length, ranks)
        : approximated(u, x.length, y.length, ranks);
  }

  private static RankTest counted(double u, int doubledSum, int chosen, Ranks ranks) {
    Distribution sums = sums(ranks.doubled(), chosen);
    int doubledMean = chosen * (ranks.doubled().length + 1);
    int distance = Math.abs(doubledSum - doubledMean);
    double twoSided =
        distance == 0
            ? 1
            : Math.min(
                1, sums.atMost(doubledMean - distance) + sums.atLeast(doubledMean + distance));
    return new RankTest(u, sums.atMost(doubledSum), sums.atLeast(doubledSum), twoSided, true);
  }

  /// Sum of `chosen` of these numbers, every choice equally likely.
  ///
  /// Built one number at a time as probabilities, never as counts: the j-th of n numbers is taken
  /// with probability (still to choose) ÷ (still to come), whatever was chosen before.
  private static Distribution sums(int[] numbers, int chosen) {
    int[] sorted = numbers.clone();
    Arrays.sort(sorted);
    int largest = 0;
    for (int i = sorted.length - chosen; i < sorted.length; i++) {
      largest += sorted[i];
    }
    // reached[k][s]: probability that k were taken so far and add up to s.
    double[][] reached = new double[chosen + 1][largest + 1];
    reached[0][0] = 1;
    int most = 0;
    for (int i = 0; i < sorted.length; i++) {
      int number = sorted[i];
      int remaining = sorted.length - i;
      for (int k = Math.min(i, chosen); k >= 0; k--) {
        double taken = (double) Math.max(0, chosen - k) / remaining;
        take(reached, k, Math.min(most, largest), number, Math.min(1, taken));
      }
      most += number;
    }
    return new Distribution(0, reached[chosen]);
  }

  private static void take(double[][] reached, int k, int most, int number, double taken) {
    for (int sum = 0; sum <= most; sum++) {
      double probability = reached[k][sum];
      if (probability > 0) {
        reached[k][sum] = probability * (1 - taken);
        if (taken > 0) {
          reached[k + 1][sum + number] += probability * taken;
        }
      }
    }
  }

  private static RankTest approximated(double u, int countX, int countY, Ranks ranks) {
    double pairs = (double) countX * countY;
    double all = countX + countY;
    double variance = pairs / 12 * (all + 1 - ranks.ties() / (all * (all - 1)));
    if (variance <= 0) {
      return new RankTest(u, 1, 1, 1, false);
    }
    double deviation = Math.sqrt(variance);
    double distance = u - pairs / 2;
    double less = Normal.upperTail(-(distance + 0.5) / deviation);
    double greater = Normal.upperTail((distance - 0.5) / deviation);
    double out = Math.max(0, Math.abs(distance) - 0.5) / deviation;
    return new RankTest(u, less, greater, Math.min(1, 2 * Normal.upperTail(out)), false);
  }

  /// How far `y` lies above `x`: median of all differences `y − x`, with the interval that holds
  /// the shift with this confidence at least.
  ///
  /// The ends are order statistics of the differences, counted inwards by the exact distribution of
  /// U without ties; ties only make the interval wider than it need be.
  ///
  /// @param confidence in (0, 1)
  public static Shift shift(double[] x, double[] y, double confidence) {
    PairDifferences differences = PairDifferences.of(x, y);
    long pairs = differences.count();
    double estimate =
        pairs % 2 == 1
            ? differences.smallest(pairs / 2 + 1)
            : (differences.smallest(pairs / 2) + differences.smallest(pairs / 2 + 1)) / 2;
    // 1 − 0.9 is a little less than 0.1, and the exact distribution does have such steps.
    long outside = outside(x.length, y.length, (1 - confidence) / 2 * (1 + 1e-12));
    return outside == 0
        ? new Shift(estimate, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY)
        : new Shift(
            estimate, differences.smallest(outside), differences.smallest(pairs + 1 - outside));
  }

  /// Largest c with P(U ≤ c − 1) ≤ level, without ties; 0 where there is none.
  private static long outside(int countX, int countY, double level) {
    double pairs = (double) countX * countY;
    if (pairs > EXACT_PAIRS) {
      double deviation = Math.sqrt(pairs * (countX + countY + 1.0) / 12);
      return Math.max(
          0, (long) Math.floor(pairs / 2 - 0.5 - Normal.upperQuantile(level) * deviation) + 1);
    }
    int[] ranks = new int[countX + countY];
    Arrays.setAll(ranks, i -> i + 1);
    Distribution sums = sums(ranks, countX);
    int least = countX * (countX + 1) / 2;
    int c = 0;
    double below = 0;
    while (below + sums.probability()[least + c] <= level) {
      below += sums.probability()[least + c];
      c++;
    }
    return c;
  }
}
