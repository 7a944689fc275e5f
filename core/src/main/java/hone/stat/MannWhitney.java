package hone.stat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The Mann-Whitney test: is one of two independent sets of numbers shifted against the other?
///
/// **Null hypothesis**: every split of the pooled numbers into sets of these sizes is equally
/// likely. That needs independent, identically distributed measurements; runs taken one set after
/// the other on a drifting machine are not, and the test will then find "differences" in identical
/// code. For runs interleaved in blocks use [BlockedRankTest].
///
/// **Ties** are mid-ranked and the probabilities counted with them in place, so they are exact for
/// any ties. They are counted up to 2,500 pairs; beyond, the normal approximation with corrections for
/// ties and continuity. Counting costs n² · m steps without ties, once for all tests of one size in a
/// [Family], and n² · m² with them.
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
    return new Family().of(x, y);
  }

  /// How far `y` lies above `x`: median of all differences `y − x`, with the interval that holds
  /// the shift with this confidence at least.
  ///
  /// The ends are order statistics of the differences, counted inwards by the exact distribution of
  /// U without ties; ties only make the interval wider than it need be.
  ///
  /// @param confidence in (0, 1)
  public static Shift shift(double[] x, double[] y, double confidence) {
    return new Family().shift(x, y, confidence);
  }

  /// Many comparisons, whose sizes are mostly the same: what depends on sizes alone is counted once.
  /// The results are those of the single ones. Threads may share it.
  public static final class Family {

    private final Map<List<Integer>, Distribution> withoutTies = new ConcurrentHashMap<>();

    /// As [MannWhitney#of].
    public RankTest of(double[] x, double[] y) {
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
      if ((long) x.length * y.length > EXACT_PAIRS) {
        return approximated(u, x.length, y.length, ranks);
      }
      return ranks.ties() == 0
          ? counted(u, (int) u, x.length * y.length, withoutTies(x.length, y.length))
          : counted(u, doubledSum, ranks.doubled(), x.length);
    }

    /// As [MannWhitney#shift].
    public Shift shift(double[] x, double[] y, double confidence) {
      PairDifferences differences = PairDifferences.of(x, y);
      long pairs = differences.count();
      double estimate = differences.median();
      // 1 − 0.9 is a little less than 0.1, and the exact distribution does have such steps.
      long outside = outside(x.length, y.length, (1 - confidence) / 2 * (1 + 1e-12));
      return outside == 0
          ? new Shift(estimate, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY)
          : new Shift(
              estimate, differences.smallest(outside), differences.smallest(pairs + 1 - outside));
    }

    private Distribution withoutTies(int countX, int countY) {
      return withoutTies.computeIfAbsent(
          List.of(countX, countY), _ -> RankSums.withoutTies(countX, countY));
    }

    /// Largest c with P(U ≤ c − 1) ≤ level, without ties; 0 where there is none.
    private long outside(int countX, int countY, double level) {
      double pairs = (double) countX * countY;
      if (pairs > EXACT_PAIRS) {
        double deviation = Math.sqrt(pairs * (countX + countY + 1.0) / 12);
        return Math.max(
            0, (long) Math.floor(pairs / 2 - 0.5 - Normal.upperQuantile(level) * deviation) + 1);
      }
      double[] probability = withoutTies(countX, countY).probability();
      int c = 0;
      double below = 0;
      while (below + probability[c] <= level) {
        below += probability[c];
        c++;
      }
      return c;
    }
  }

  /// The tail on the side of the sum, and the one as far out on the other: where both sides have as
  /// many numbers, the second mirrors the first.
  private static RankTest counted(double u, int sum, int[] doubledRanks, int chosen) {
    int others = doubledRanks.length - chosen;
    int total = doubledRanks.length * (doubledRanks.length + 1);
    int doubledMean = 2 * chosen * (doubledRanks.length + 1);
    int distance = Math.abs(2 * sum - doubledMean);
    RankSums.Tail low =
        RankSums.lower(doubledRanks, chosen, Math.floorDiv(doubledMean - distance, 2));
    RankSums.Tail high =
        chosen == others
            ? low
            : RankSums.lower(doubledRanks, others, total - Math.ceilDiv(doubledMean + distance, 2));
    double twoSided = distance == 0 ? 1 : Math.min(1, low.upTo() + high.upTo());
    return 2 * sum <= doubledMean
        ? new RankTest(u, low.upTo(), 1 - low.upTo() + low.at(), twoSided, true)
        : new RankTest(u, 1 - high.upTo() + high.at(), high.upTo(), twoSided, true);
  }

  /// @param sum         in the unit of the distribution
  /// @param doubledMean twice its mean
  private static RankTest counted(double u, int sum, int doubledMean, Distribution sums) {
    int distance = Math.abs(2 * sum - doubledMean);
    double twoSided =
        distance == 0
            ? 1
            : Math.min(
                1,
                sums.atMost(Math.floorDiv(doubledMean - distance, 2))
                    + sums.atLeast(Math.ceilDiv(doubledMean + distance, 2)));
    return new RankTest(u, sums.atMost(sum), sums.atLeast(sum), twoSided, true);
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
}
