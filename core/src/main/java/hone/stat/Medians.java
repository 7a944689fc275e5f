package hone.stat;

import java.util.Arrays;

/// The middle of numbers, in their unit. **Cost**: sorting.
public final class Medians {

  private Medians() {}

  /// The median; of an even number of values, the mean of the two in the middle.
  ///
  /// @throws IllegalArgumentException if there is no value, or one is NaN
  public static double median(double[] values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("no values have no median");
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    if (Double.isNaN(sorted[sorted.length - 1])) {
      throw new IllegalArgumentException("NaN has no place in an order");
    }
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : middle(sorted[middle - 1], sorted[middle]);
  }

  private static double middle(double low, double high) {
    double sum = low + high;
    return Double.isFinite(sum) ? sum / 2 : low / 2 + high / 2;
  }
}
