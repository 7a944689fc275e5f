package hone.stat;

import java.util.Arrays;

/// All differences `y − x`, without writing them down.
///
/// @param x ascending
/// @param y ascending
@SuppressWarnings("ArrayRecordComponent") // never leaves the package, and is read at once
record PairDifferences(double[] x, double[] y) {

  static PairDifferences of(double[] x, double[] y) {
    double[] sortedX = x.clone();
    double[] sortedY = y.clone();
    Arrays.sort(sortedX);
    Arrays.sort(sortedY);
    return new PairDifferences(sortedX, sortedY);
  }

  long count() {
    return (long) x.length * y.length;
  }

  /// Hodges and Lehmann's estimate of the shift: the median of all differences.
  double median() {
    long half = count() / 2;
    if (count() % 2 == 1) {
      return smallest(half + 1);
    }
    double low = smallest(half);
    return (low + (countAtMost(low) > half ? low : above(low))) / 2;
  }

  /// The smallest that is larger than this; infinity where none is.
  private double above(double limit) {
    double least = Double.POSITIVE_INFINITY;
    int inside = 0;
    for (double each : x) {
      while (inside < y.length && y[inside] - each <= limit) {
        inside++;
      }
      if (inside < y.length) {
        least = Math.min(least, y[inside] - each);
      }
    }
    return least;
  }

  /// The k-th smallest, counted from 1.
  ///
  /// Halves the range of representable numbers until one is left: 64 passes over both arrays
  /// instead of sorting every pair.
  double smallest(long k) {
    long low = key(y[0] - x[x.length - 1]);
    long high = key(y[y.length - 1] - x[0]);
    while (low < high) {
      long middle = low + ((high - low) >>> 1);
      if (countAtMost(number(middle)) >= k) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return number(low);
  }

  private long countAtMost(double limit) {
    long count = 0;
    int inside = 0;
    for (double each : x) {
      // As x grows, more of y is within the limit.
      while (inside < y.length && y[inside] - each <= limit) {
        inside++;
      }
      count += inside;
    }
    return count;
  }

  /// Whole numbers in the order of the doubles.
  private static long key(double number) {
    long bits = Double.doubleToLongBits(number + 0.0);
    return bits >= 0 ? bits : Long.MIN_VALUE - bits;
  }

  private static double number(long key) {
    return Double.longBitsToDouble(key >= 0 ? key : Long.MIN_VALUE - key);
  }
}
