package hone.stat;

import java.util.Arrays;

/// Ranks, with the mean rank for equal values.
///
/// @param doubled twice the mid-rank of each value, in the order of the values: whole numbers even
///                where values are equal
/// @param ties    sum of `t³ − t` over groups of `t` equal values; 0 where all differ
@SuppressWarnings("ArrayRecordComponent") // never leaves the package, and is read at once
record Ranks(int[] doubled, double ties) {

  /// Ranks from smallest to largest.
  ///
  /// @throws IllegalArgumentException if a value is NaN, which has no rank
  static Ranks of(double[] values) {
    int count = values.length;
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    if (count > 0 && Double.isNaN(sorted[count - 1])) {
      throw new IllegalArgumentException("NaN has no rank");
    }
    int[] doubled = new int[count];
    for (int i = 0; i < count; i++) {
      // -0.0 + 0.0 is 0.0: the two zeros are equal values, which the bits deny.
      double value = values[i] + 0.0;
      doubled[i] = below(sorted, value) + atMost(sorted, value) + 1;
    }
    return new Ranks(doubled, ties(sorted));
  }

  private static int below(double[] sorted, double value) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static int atMost(double[] sorted, double value) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] <= value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static double ties(double[] sorted) {
    double ties = 0;
    int start = 0;
    for (int i = 1; i <= sorted.length; i++) {
      if (i == sorted.length || sorted[i] != sorted[start]) {
        double size = i - start;
        ties += size * size * size - size;
        start = i;
      }
    }
    return ties;
  }
}
