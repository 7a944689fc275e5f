package hone.finding;

/// Wilson's score interval for a proportion.
final class Wilson {

  /// 97.5 % point of the standard normal distribution: a 95 % interval leaves 2.5 % on each side.
  private static final double Z = 1.959963984540054;

  private Wilson() {}

  /// Lower bound of the 95 % interval.
  ///
  /// @param share observed proportion, in [0, 1]
  /// @param count number of trials; 0 gives 0
  /// @see <a href="https://doi.org/10.1080/01621459.1927.10502953">Wilson 1927</a>
  static double lower(double share, long count) {
    if (count <= 0) {
      return 0;
    }
    double z2 = Z * Z / count;
    double centre = share + z2 / 2;
    double spread = Z * Math.sqrt((share * (1 - share) + z2 / 4) / count);
    return Math.max(0, (centre - spread) / (1 + z2));
  }
}
