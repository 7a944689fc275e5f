package hone.benchstat;

import hone.stat.MannWhitney;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/// Whether two samples differ.
///
/// @param p         0 where nothing was tested, because the values have no noise
/// @param alpha     below it a difference counts
/// @param isOwnWay  whether benchstat prints another p: its count is wrong for ties between sides of
///                  different size, and large samples it approximates sooner
record Comparison(
    double p, int oldCount, int newCount, double alpha, boolean isOwnWay, List<String> warnings) {

  private static final int EXACT = 50;
  private static final int EXACT_WITH_TIES = 25;

  /// Where the normal approximation of benchstat subtracts itself to 0.
  private static final double VANISHING = 1e-15;

  private static final int MOST_NEEDED = 10;

  Comparison {
    warnings = List.copyOf(warnings);
  }

  static Comparison exact(double[] old, double[] candidate) {
    return new Comparison(0, old.length, candidate.length, 0, false, List.of());
  }

  /// By the exact rank test.
  static Comparison ranks(double[] old, double[] candidate, double alpha) {
    int distinct = distinct(old, candidate);
    if (distinct == 1) {
      return new Comparison(
          1, old.length, candidate.length, alpha, false, List.of("all samples are equal"));
    }
    double p = MannWhitney.of(old, candidate).twoSided();
    String needed = needed(alpha);
    int least = Integer.parseInt(needed.substring(needed.indexOf(' ') + 1));
    boolean few = p > alpha && old.length < least && candidate.length < least;
    return new Comparison(
        p,
        old.length,
        candidate.length,
        alpha,
        isOwnWay(old.length, candidate.length, distinct, p),
        few
            ? List.of(
                "need %s samples to detect a difference at alpha level %s"
                    .formatted(needed, GoNumber.shortest(alpha)))
            : List.of());
  }

  private static boolean isOwnWay(int old, int candidate, int distinct, double p) {
    boolean ties = distinct < old + candidate;
    int largest = Math.max(old, candidate);
    boolean counted = ties ? largest <= EXACT_WITH_TIES : largest <= EXACT;
    boolean ours = (long) old * candidate <= EXACT * EXACT;
    return counted ? ties && old != candidate : ours || p < VANISHING;
  }

  private static int distinct(double[] old, double[] candidate) {
    return (int)
        DoubleStream.concat(Arrays.stream(old), Arrays.stream(candidate))
            .map(value -> value + 0.0)
            .distinct()
            .count();
  }

  /// How many on each side can show a difference at all.
  private static String needed(double alpha) {
    double ways = 1;
    for (int count = 1; count < MOST_NEEDED; count++) {
      ways = ways * (4.0 * count - 2) / count;
      if (2 / ways <= alpha) {
        return ">= " + count;
      }
    }
    return "> " + MOST_NEEDED;
  }

  /// How much, in per cent; `~` where nothing is shown.
  String delta(double old, double candidate) {
    if (p > alpha) {
      return "~";
    }
    if (old == candidate) {
      return "0.00%";
    }
    return old == 0 ? "?" : GoNumber.signed((candidate / old - 1) * 100, 2) + "%";
  }

  /// `p=0.008 n=5`, or `n=4+3`.
  String text() {
    String sizes = oldCount == newCount ? "n=" + oldCount : "n=" + oldCount + "+" + newCount;
    return p == 0 ? sizes : "p=" + GoNumber.fixed(p, 3) + " " + sizes;
  }
}
