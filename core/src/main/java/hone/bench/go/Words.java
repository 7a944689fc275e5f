package hone.bench.go;

import static java.nio.charset.StandardCharsets.UTF_8;

/// Words of a line, between spaces and tabs, where they stand in a buffer.
final class Words {

  private static final double[] POWERS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18
  };

  /// Below it every whole number is a double.
  private static final long EXACT = 1L << 53;

  private Words() {}

  /// A number as it was found.
  ///
  /// @param text what stands there, where it is no number
  record Found(double value, String text) {

    boolean isOne() {
      return text.isEmpty();
    }
  }

  /// One after the word that begins here.
  static int end(byte[] line, int from, int to) {
    int end = from;
    while (end < to && !isSpace(line[end])) {
      end++;
    }
    return end;
  }

  /// Where the next word begins; `to` where there is none.
  static int next(byte[] line, int from, int to) {
    int next = from;
    while (next < to && isSpace(line[next])) {
      next++;
    }
    return next;
  }

  static int count(byte[] line, int from, int to) {
    int count = 0;
    for (int at = next(line, from, to); at < to; at = next(line, end(line, at, to), to)) {
      count++;
    }
    return count;
  }

  static boolean isDigits(byte[] line, int from, int to) {
    for (int i = from; i < to; i++) {
      if (line[i] < '0' || line[i] > '9') {
        return false;
      }
    }
    return from < to;
  }

  /// The number of this word: exact for plain decimals, and as Java reads it otherwise.
  static Found number(byte[] line, int from, int to) {
    long digits = 0;
    int point = -1;
    for (int i = from; i < to; i++) {
      int digit = line[i] - '0';
      if (digit >= 0 && digit <= 9 && digits < EXACT / 10 - 1) {
        digits = digits * 10 + digit;
      } else if (line[i] == '.' && point < 0) {
        point = i;
      } else {
        return unusual(new String(line, from, to - from, UTF_8));
      }
    }
    int decimals = point < 0 ? 0 : to - point - 1;
    return (to - from > 1 && decimals < POWERS.length) || point < 0
        ? new Found(digits / POWERS[decimals], "")
        : unusual(new String(line, from, to - from, UTF_8));
  }

  private static Found unusual(String text) {
    char last = text.charAt(text.length() - 1);
    boolean suffix = "dDfF".indexOf(last) >= 0;
    try {
      return suffix ? new Found(Double.NaN, text) : new Found(Double.parseDouble(text), "");
    } catch (NumberFormatException none) {
      return new Found(Double.NaN, text);
    }
  }

  private static boolean isSpace(byte character) {
    return character == ' ' || (character >= '\t' && character <= '\r');
  }
}
