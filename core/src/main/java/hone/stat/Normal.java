package hone.stat;

/// The standard normal distribution.
public final class Normal {

  /// Below this the series about 0 is short and exact; above it, the fraction is.
  private static final double SERIES_LIMIT = 3;

  private static final int FRACTION_DEPTH = 120;

  private Normal() {}

  /// P(Z ≥ z), to 1e-14 relative out to where it is no longer a number.
  ///
  /// Near 0 by integrating the density's series, far out by Laplace's continued fraction.
  ///
  /// @see <a href="https://dlmf.nist.gov/7.6">DLMF 7.6 (series)</a>
  /// @see <a href="https://dlmf.nist.gov/7.9">DLMF 7.9 (continued fraction)</a>
  public static double upperTail(double z) {
    if (z < 0) {
      return 1 - upperTail(-z);
    }
    double density = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
    if (z < SERIES_LIMIT) {
      double term = z;
      double sum = z;
      for (int i = 3; term > sum * 1e-17; i += 2) {
        term *= z * z / i;
        sum += term;
      }
      return 0.5 - density * sum;
    }
    double fraction = z;
    for (int i = FRACTION_DEPTH; i >= 1; i--) {
      fraction = z + i / fraction;
    }
    return density / fraction;
  }

  /// The z with P(Z ≥ z) = `probability`.
  ///
  /// @param probability in (0, 1)
  public static double upperQuantile(double probability) {
    if (!(probability > 0 && probability < 1)) {
      throw new IllegalArgumentException("probability is not in (0, 1): " + probability);
    }
    if (probability > 0.5) {
      return -upperQuantile(1 - probability);
    }
    double low = 0;
    double high = 40;
    for (int i = 0; i < 60; i++) {
      double middle = (low + high) / 2;
      if (upperTail(middle) > probability) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }
}
