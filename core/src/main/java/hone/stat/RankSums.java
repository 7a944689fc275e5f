package hone.stat;

import java.util.Arrays;

/// How the sum of some of the ranks is distributed where every choice of as many is equally likely.
final class RankSums {

  private RankSums() {}

  /// U of two sets of these sizes without ties: from 0 to all pairs.
  ///
  /// The counts of choices are the coefficients of a Gaussian binomial, built one factor
  /// (1 − q^(n+i)) ÷ (1 − q^i) at a time. Only the lower half is built: there all counts rise, so that
  /// what is rounded stays small beside them; the other half mirrors it.
  static Distribution withoutTies(int countX, int countY) {
    int pairs = countX * countY;
    double[] counts = new double[pairs + 1];
    int half = pairs / 2;
    counts[0] = 1;
    double choices = 1;
    for (int i = 1; i <= countX; i++) {
      int out = countY + i;
      for (int u = half; u >= out; u--) {
        counts[u] -= counts[u - out];
      }
      for (int u = i; u <= half; u++) {
        counts[u] += counts[u - i];
      }
      choices = choices * out / i;
    }
    for (int u = 0; u <= half; u++) {
      counts[u] /= choices;
      counts[pairs - u] = counts[u];
    }
    return new Distribution(0, counts);
  }

  /// The lower end of a distribution.
  ///
  /// @param upTo P(X ≤ x)
  /// @param at   P(X = x)
  record Tail(double upTo, double at) {}

  /// Probabilities of sums of `chosen` of these numbers up to a limit, ties and all.
  ///
  /// Built one number at a time, from the smallest, as counts of choices; only sums that can still
  /// become one of `chosen` within the limit are kept, so that a tail costs in proportion to its size.
  static Tail lower(int[] numbers, int chosen, int limit) {
    int[] sorted = numbers.clone();
    Arrays.sort(sorted);
    int count = sorted.length;
    // upTo[i]: sum of the i smallest.
    int[] upTo = new int[count + 1];
    for (int i = 0; i < count; i++) {
      upTo[i + 1] = upTo[i] + sorted[i];
    }
    int kept = Math.min(limit, upTo[count] - upTo[count - chosen]) - upTo[chosen];
    if (kept < 0) {
      return new Tail(0, 0);
    }
    // choices[k][s]: ways to choose k that add up to s more than the k smallest.
    double[][] choices = new double[chosen + 1][kept + 1];
    choices[0][0] = 1;
    for (int i = 0; i < count; i++) {
      for (int k = Math.min(i, chosen - 1); k >= Math.max(0, chosen - count + i); k--) {
        int step = sorted[i] - sorted[k];
        int most = Math.min(upTo[i] - upTo[i - k] - upTo[k], kept - step);
        add(choices[k], most, choices[k + 1], step);
      }
    }
    double all = 1;
    for (int i = 1; i <= chosen; i++) {
      all = all * (count - chosen + i) / i;
    }
    double sum = 0;
    for (double each : choices[chosen]) {
      sum += each;
    }
    double at = upTo[chosen] + kept == limit ? choices[chosen][kept] : 0;
    return new Tail(Math.min(1, sum / all), at / all);
  }

  private static void add(double[] from, int most, double[] to, int step) {
    for (int s = 0; s <= most; s++) {
      to[s + step] += from[s];
    }
  }
}
