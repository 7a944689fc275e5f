package hone.stat;

import java.util.Comparator;
import java.util.stream.IntStream;

/// Corrections of p-values for many tests at once.
///
/// Each returns adjusted p-values in the order of its argument, to be compared with the level
/// asked of the whole family. Cost: sorting.
public final class Corrections {

  private Corrections() {}

  /// Holm's step-down: bounds the probability of even one false alarm, whatever the tests have in
  /// common.
  ///
  /// @param p each in [0, 1]
  /// @see <a href="https://www.jstor.org/stable/4615733">Holm 1979</a>
  public static double[] holm(double[] p) {
    int[] order = ascending(p);
    double[] adjusted = new double[p.length];
    double largest = 0;
    for (int i = 0; i < order.length; i++) {
      largest = Math.max(largest, Math.min(1, (p.length - i) * p[order[i]]));
      adjusted[order[i]] = largest;
    }
    return adjusted;
  }

  /// Benjamini and Hochberg's step-up: bounds the expected share of false alarms among all alarms,
  /// for independent tests. For advice, not for closing a gate.
  ///
  /// @param p each in [0, 1]
  /// @see <a href="https://www.jstor.org/stable/2346101">Benjamini and Hochberg 1995</a>
  public static double[] benjaminiHochberg(double[] p) {
    int[] order = ascending(p);
    double[] adjusted = new double[p.length];
    double smallest = 1;
    for (int i = order.length - 1; i >= 0; i--) {
      smallest = Math.min(smallest, p.length * p[order[i]] / (i + 1));
      adjusted[order[i]] = smallest;
    }
    return adjusted;
  }

  private static int[] ascending(double[] p) {
    for (double each : p) {
      if (!(each >= 0 && each <= 1)) {
        throw new IllegalArgumentException("p is not in [0, 1]: " + each);
      }
    }
    return IntStream.range(0, p.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> p[i]))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
