package hone.benchstat;

/// e to a power as Go has it on amd64 and a processor that multiplies and adds in one step: in the
/// last digit it is not always Java's, and CSV shows all of them.
///
/// Takes out a power of two, divides what is left by 16, sums the Taylor series less 1 up to the
/// eighth power, and squares four times.
///
/// @see <a href="https://doi.org/10.1007/s00450-010-0108-2">Shibata 2010, on the method</a>
final class GoExp {

  private static final double LOG2_E = 1.4426950408889634;

  /// The logarithm of 2 in two parts; the first has zeros at its end, so that its multiples are exact.
  private static final double LN2_HIGH = 0.693147180559663;

  private static final double LN2_LOW = 2.8235290563031577e-13;

  /// 1 ÷ 8!, 1 ÷ 7! … 1 ÷ 2!, 1.
  private static final double[] TAYLOR = {
    2.48015873015873e-5,
    0.0001984126984126984,
    0.001388888888888889,
    0.008333333333333333,
    0.041666666666666664,
    0.16666666666666666,
    0.5,
    1
  };

  /// Beyond it e to the power of a number is infinite, or close to nothing.
  private static final double LARGEST = 708;

  private GoExp() {}

  /// e to the power of `x`.
  static double of(double x) {
    if (!(Math.abs(x) <= LARGEST)) {
      return Math.exp(x);
    }
    double exponent = Math.rint(x * LOG2_E);
    double rest = Math.fma(-exponent, LN2_LOW, Math.fma(-exponent, LN2_HIGH, x)) * 0.0625;
    double series = TAYLOR[0];
    for (int i = 1; i < TAYLOR.length; i++) {
      series = Math.fma(rest, series, TAYLOR[i]);
    }
    double lessOne = rest * series;
    for (int i = 0; i < 3; i++) {
      lessOne *= lessOne + 2;
    }
    return Math.scalb(Math.fma(lessOne + 2, lessOne, 1), (int) exponent);
  }
}
