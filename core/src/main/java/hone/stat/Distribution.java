package hone.stat;

/// Probabilities of whole numbers from `offset` on.
///
/// @param offset the number that `probability[0]` belongs to
@SuppressWarnings("ArrayRecordComponent") // never leaves the package, and is read at once
record Distribution(int offset, double[] probability) {

  /// What is certain to be nothing.
  static Distribution zero() {
    return new Distribution(0, new double[] {1});
  }

  /// The sum of this and one of these numbers, each equally likely. Cost: length × numbers.
  Distribution plusOneOf(int[] numbers) {
    int low = numbers[0];
    int high = numbers[0];
    for (int number : numbers) {
      low = Math.min(low, number);
      high = Math.max(high, number);
    }
    double[] sum = new double[probability.length + high - low];
    double share = 1.0 / numbers.length;
    for (int number : numbers) {
      int shift = number - low;
      for (int i = 0; i < probability.length; i++) {
        sum[i + shift] += probability[i] * share;
      }
    }
    return new Distribution(offset + low, sum);
  }

  /// P(X ≤ value).
  double atMost(int value) {
    return sum(0, Math.min(value - offset, probability.length - 1));
  }

  /// P(X ≥ value).
  double atLeast(int value) {
    return sum(Math.max(value - offset, 0), probability.length - 1);
  }

  private double sum(int from, int to) {
    double sum = 0;
    for (int i = from; i <= to; i++) {
      sum += probability[i];
    }
    return Math.min(sum, 1);
  }
}
