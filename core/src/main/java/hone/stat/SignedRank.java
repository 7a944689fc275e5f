package hone.stat;

import java.util.Arrays;

/// Wilcoxon's signed-rank test: are differences of pairs centred on nothing?
///
/// **Null hypothesis**: each difference is as likely to be what it is as its negative. Zeros are
/// left out, as Wilcoxon did. **Ties** of size are mid-ranked, and the probabilities are counted
/// over the signs with them in place, so they are exact. **Cost**: n³.
///
/// **Unit**: none; only the order of the sizes counts. Differences are of one measurement each, and
/// independent of each other.
///
/// @see <a href="https://www.jstor.org/stable/3001968">Wilcoxon 1945</a>
public final class SignedRank {

  private SignedRank() {}

  /// Tests differences, in any order.
  ///
  /// The statistic is the sum of ranks of the positive ones; `greater` is small when they prevail.
  /// With nothing but zeros every probability is 1.
  ///
  /// @throws IllegalArgumentException if a difference is NaN
  public static RankTest of(double[] differences) {
    double[] kept = Arrays.stream(differences).filter(each -> each != 0).toArray();
    int[] ranks = Ranks.of(Arrays.stream(kept).map(Math::abs).toArray()).doubled();
    Distribution sums = Distribution.zero();
    int positive = 0;
    for (int i = 0; i < kept.length; i++) {
      sums = sums.plusOneOf(new int[] {0, ranks[i]});
      positive += kept[i] > 0 ? ranks[i] : 0;
    }
    double less = sums.atMost(positive);
    double greater = sums.atLeast(positive);
    return new RankTest(
        positive / 2.0, less, greater, Math.min(1, 2 * Math.min(less, greater)), true);
  }
}
