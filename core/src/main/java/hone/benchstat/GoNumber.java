package hone.benchstat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/// Numbers as Go reads and writes them.
final class GoNumber {

  private static final int LONGEST_PLAIN = 6;
  private static final int SHORTEST_PLAIN = -4;
  private static final String OUT_OF_RANGE = "value out of range";
  private static final String NO_NUMBER = "invalid syntax";

  private GoNumber() {}

  /// What is no number, in Go's words.
  static final class NoNumber extends Exception {

    private static final long serialVersionUID = 1;

    NoNumber(String message) {
      super(message);
    }
  }

  /// A whole number of 64 bits, with a sign or without.
  static long whole(String text) throws NoNumber {
    if (!text.matches("[+-]?[0-9]+")) {
      throw new NoNumber(NO_NUMBER);
    }
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException tooLarge) {
      throw new NoNumber(OUT_OF_RANGE);
    }
  }

  /// Any number, `inf` and `nan` among them.
  static double any(String text) throws NoNumber {
    boolean negative = text.startsWith("-");
    String bare = negative || text.startsWith("+") ? text.substring(1) : text;
    double value =
        switch (bare.toLowerCase(Locale.ROOT)) {
          case "inf", "infinity" -> Double.POSITIVE_INFINITY;
          case "nan" -> Double.NaN;
          default -> finite(bare);
        };
    return negative ? -value : value;
  }

  private static double finite(String text) throws NoNumber {
    boolean decimal = text.matches("([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");
    if (!decimal && !text.matches("0[xX][0-9a-fA-F]*\\.?[0-9a-fA-F]*[pP][+-]?[0-9]+")) {
      throw new NoNumber(NO_NUMBER);
    }
    double value;
    try {
      value = Double.parseDouble(text);
    } catch (NumberFormatException none) {
      throw new NoNumber(NO_NUMBER);
    }
    if (Double.isInfinite(value)) {
      throw new NoNumber(OUT_OF_RANGE);
    }
    return value;
  }

  /// So many decimals, rounded from the exact value, halves to even.
  static String fixed(double value, int decimals) {
    if (!Double.isFinite(value)) {
      return special(value);
    }
    String digits =
        new BigDecimal(Math.abs(value)).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
    return isNegative(value) ? "-" + digits : digits;
  }

  /// The same, always with a sign.
  static String signed(double value, int decimals) {
    String text = fixed(value, decimals);
    return isNegative(value) || !Double.isFinite(value) ? text : "+" + text;
  }

  /// The fewest digits that give the same number again.
  static String shortest(double value) {
    if (!Double.isFinite(value)) {
      return special(value);
    }
    if (value == 0) {
      return isNegative(value) ? "-0" : "0";
    }
    BigDecimal exact = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    int exponent = exact.precision() - exact.scale() - 1;
    if (exponent >= SHORTEST_PLAIN && exponent < LONGEST_PLAIN) {
      return exact.toPlainString();
    }
    String digits = exact.unscaledValue().abs().toString();
    String rest = digits.length() > 1 ? "." + digits.substring(1) : "";
    return String.format(
        Locale.ROOT,
        "%s%s%se%s%02d",
        value < 0 ? "-" : "",
        digits.charAt(0),
        rest,
        exponent < 0 ? "-" : "+",
        Math.abs(exponent));
  }

  private static boolean isNegative(double value) {
    return value < 0 || (value == 0 && 1 / value < 0);
  }

  private static String special(double value) {
    return Double.isNaN(value) ? "NaN" : value > 0 ? "+Inf" : "-Inf";
  }
}
