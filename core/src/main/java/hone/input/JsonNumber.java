package hone.input;

import java.nio.charset.StandardCharsets;

/// A number of a JSON document, as it is spelled; what it amounts to is found when it is asked for.
final class JsonNumber {

  /// Most characters that a number may have.
  static final int LONGEST = 1000;

  /// Digits that surely fit 64 bits, and digits that a double holds exactly.
  private static final int SAFE_DIGITS = 18;

  private static final int EXACT_DIGITS = 15;
  private static final double[] POWERS_OF_TEN = {
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
  };

  private byte[] bytes = new byte[0];
  private int start;
  private int stop;
  private long digits;
  private int decimals;
  private boolean simple;
  private boolean whole;

  /// Reads a number.
  ///
  /// @param end where the bytes end
  /// @return whether it is one; either way [#stop] says how far it goes
  boolean read(byte[] from, int at, int end) {
    bytes = from;
    start = at;
    digits = 0;
    decimals = 0;
    boolean minus = bytes[at] == '-';
    int begin = minus ? at + 1 : at;
    stop = digits(begin, end);
    int count = stop - begin;
    boolean spelled = count == 1 || (count > 1 && bytes[begin] != '0');
    whole = true;
    if (spelled && stop < end && bytes[stop] == '.') {
      int point = stop + 1;
      stop = digits(point, end);
      decimals = stop - point;
      spelled = decimals > 0;
      whole = false;
    }
    simple = count + decimals <= SAFE_DIGITS;
    digits = minus ? -digits : digits;
    return spelled && (stop == end || (bytes[stop] | ' ') != 'e' || exponent(end));
  }

  private boolean exponent(int end) {
    whole = false;
    simple = false;
    int sign = stop + 1;
    int begin = sign < end && (bytes[sign] == '-' || bytes[sign] == '+') ? sign + 1 : sign;
    stop = digits(begin, end);
    return stop > begin;
  }

  /// Takes digits; what they amount to wraps around where they are too many.
  private int digits(int from, int end) {
    byte[] around = bytes;
    long value = digits;
    int at = from;
    while (at < end && around[at] >= '0' && around[at] <= '9') {
      value = value * 10 + (around[at] - '0');
      at++;
    }
    digits = value;
    return at;
  }

  /// Where the number ends, or where it stops to be one.
  int stop() {
    return stop;
  }

  /// Whether it has neither a fraction nor an exponent.
  boolean isWhole() {
    return whole;
  }

  /// The value of a whole number.
  ///
  /// @throws NumberFormatException if it does not fit 64 bits
  long whole() {
    return simple ? digits : Long.parseLong(spelled());
  }

  /// The value, to the nearest double; infinite where it is too large.
  double decimal() {
    return simple && decimals <= EXACT_DIGITS && Math.abs(digits) < POWERS_OF_TEN[EXACT_DIGITS]
        ? digits / POWERS_OF_TEN[decimals]
        : Double.parseDouble(spelled());
  }

  String spelled() {
    return new String(bytes, start, stop - start, StandardCharsets.ISO_8859_1);
  }
}
