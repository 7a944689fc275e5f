package hone.benchstat;

import hone.stat.Normal;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The middle of a sample and the interval around it.
///
/// @param low  −∞ where the sample is too small for the confidence
/// @param high ∞ where the sample is too small for the confidence
record Summary(double centre, double low, double high, List<String> warnings) {

  private static final int MOST_NEEDED = 50;

  /// Above this the interval's ends are found by the normal approximation.
  private static final int EXACT = 30;

  /// Of two places that are equally probable, benchstat takes the left one first, except at these:
  /// its probabilities are rounded for samples above 20. Found with its own
  /// `stats.BinomialDist{N: n, P: 0.5}`, go-moremath v0.0.0-20210112150236.
  private static final Map<Integer, Set<Integer>> RIGHT_FIRST =
      Map.of(
          21, Set.of(2, 4, 7),
          22, Set.of(2, 4, 7, 10),
          23, Set.of(2, 4, 7),
          24, Set.of(2, 4, 7, 11),
          25, Set.of(2, 4, 7, 10),
          26, Set.of(2, 4, 7, 10),
          27, Set.of(2, 4, 7, 10, 11, 13),
          28, Set.of(2, 4, 7, 10, 12, 13),
          29, Set.of(2, 4, 5, 6, 7, 10, 13),
          30, Set.of(2, 4, 5, 6, 7, 8, 10, 13, 14));

  Summary {
    warnings = List.copyOf(warnings);
  }

  /// Ranks of the ends of an interval, from 1; 0 and n + 1 are outside the sample.
  private record Ends(int low, int high) {}

  /// Of measurements without noise: the most frequent value, with a warning if there are others.
  static Summary exact(double[] sorted) {
    double most = sorted[0];
    int mostOften = 0;
    int often = 0;
    for (int i = 0; i < sorted.length; i++) {
      often = i > 0 && sorted[i] == sorted[i - 1] ? often + 1 : 1;
      if (often > mostOften) {
        most = sorted[i];
        mostOften = often;
      }
    }
    double last = sorted[sorted.length - 1];
    List<String> warnings =
        mostOften == sorted.length
            ? List.of()
            : List.of(
                "exact distribution expected, but values range from %s to %s"
                    .formatted(GoNumber.shortest(sorted[0]), GoNumber.shortest(last)));
    return new Summary(most, sorted[0], last, warnings);
  }

  /// Of any measurements: the median.
  static Summary median(double[] sorted, double confidence) {
    Ends ends = ends(sorted.length, confidence);
    double low = ends.low() < 1 ? Double.NEGATIVE_INFINITY : sorted[ends.low() - 1];
    double high = ends.high() > sorted.length ? Double.POSITIVE_INFINITY : sorted[ends.high() - 1];
    List<String> warnings =
        Double.isInfinite(low) || Double.isInfinite(high)
            ? List.of(
                "need %s samples for confidence interval at level %s"
                    .formatted(needed(confidence), GoNumber.shortest(confidence)))
            : List.of();
    return new Summary(middle(sorted), low, high, warnings);
  }

  /// The interval as the larger of its two distances, in per cent.
  String range() {
    if (Double.isInfinite(low) || Double.isInfinite(high)) {
      return "∞";
    }
    if (sign(centre) != sign(low) || sign(centre) != sign(high)) {
      return "?";
    }
    return centre == 0
        ? "0%"
        : GoNumber.fixed(100 * Math.max(high / centre - 1, 1 - low / centre), 0) + "%";
  }

  /// -1, 0 or 1; that of NaN is equal to no other.
  private static double sign(double value) {
    return Double.isNaN(value) ? Double.NaN : Math.signum(value);
  }

  private static double middle(double[] sorted) {
    int half = sorted.length / 2;
    return sorted.length % 2 == 1
        ? sorted[half]
        : sorted[half - 1] + 0.5 * (sorted[half] - sorted[half - 1]);
  }

  private static String needed(double confidence) {
    for (int count = 2; count <= MOST_NEEDED; count++) {
      Ends ends = ends(count, confidence);
      if (ends.low() > 0 && ends.high() <= count) {
        return ">= " + count;
      }
    }
    return "> " + MOST_NEEDED;
  }

  private static Ends ends(int count, double confidence) {
    if (confidence >= 1) {
      return new Ends(0, count + 1);
    }
    Ends ends = count <= EXACT ? counted(count, confidence) : approximated(count, confidence);
    return new Ends(Math.max(0, ends.low()), Math.min(count + 1, ends.high()));
  }

  /// Gathers the probable places of the median among the sample, the most probable first and the
  /// left one of equals, until they are probable enough together.
  private static Ends counted(int count, double confidence) {
    int low = (int) Math.ceil((count + 1) * 0.5) - 1;
    int high = low + 1;
    double sum = probability(count, low);
    double left = probability(count, low - 1);
    double right = probability(count, high);
    while (sum < confidence && (left > 0 || right > 0)) {
      boolean rightFirst = RIGHT_FIRST.getOrDefault(count, Set.of()).contains(low - 1);
      if (left > right || (left == right && !rightFirst)) {
        sum += left;
        low--;
        left = probability(count, low - 1);
      } else {
        sum += right;
        high++;
        right = probability(count, high);
      }
    }
    return new Ends(low, high);
  }

  private static Ends approximated(int count, double confidence) {
    double mean = count * 0.5;
    double deviation = Math.sqrt(count * 0.25);
    double first = mean - deviation * Normal.upperQuantile((1 - confidence) / 2);
    double last = 2 * mean - first;
    int low = (int) Math.floor(Math.floor(first - 0.5) + 0.5) + 1;
    int high = (int) Math.floor(Math.ceil(last - 0.5) + 0.5) + 1;
    double whole = between(low, high, mean, deviation);
    double biased = between(low, high - 1, mean, deviation);
    return new Ends(low, biased >= confidence && biased < whole ? high - 1 : high);
  }

  private static double between(int low, int high, double mean, double deviation) {
    return Normal.upperTail((low - 0.5 - mean) / deviation)
        - Normal.upperTail((high - 0.5 - mean) / deviation);
  }

  /// Of `place` heads in `count` throws.
  private static double probability(int count, int place) {
    if (place < 0 || place > count) {
      return 0;
    }
    double ways = 1;
    for (int i = 1; i <= place; i++) {
      ways = ways * (count - place + i) / i;
    }
    return Math.rint(ways) * Math.pow(0.5, count);
  }
}
