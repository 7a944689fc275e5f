package hone.regex;

/// One character that is written behind a backslash, by its number or by itself.
///
/// @param character what is meant
/// @param end       where in the expression the escape ends
record Escape(int character, int end) {

  private static final int BACKSLASH_AND_LETTER = 2;
  private static final int MOST_OCTAL_DIGITS = 3;

  /// Reads the escape at a place.
  ///
  /// @throws SyntaxException if there is none that Go knows
  static Escape at(String expression, int at) {
    if (at + 1 == expression.length()) {
      throw new SyntaxException("ends in a backslash");
    }
    int end = at + BACKSLASH_AND_LETTER;
    char letter = expression.charAt(at + 1);
    return switch (letter) {
      case 'a' -> new Escape(0x07, end);
      case 'f' -> new Escape('\f', end);
      case 'n' -> new Escape('\n', end);
      case 'r' -> new Escape('\r', end);
      case 't' -> new Escape('\t', end);
      case 'v' -> new Escape(0x0b, end);
      case 'x' -> hexadecimal(expression, at);
      case '0', '1', '2', '3', '4', '5', '6', '7' -> octal(expression, at);
      default -> {
        if (letter >= 0x80 || Character.isLetterOrDigit(letter)) {
          throw invalid(
              expression, at, at + 1 + Character.charCount(expression.codePointAt(at + 1)));
        }
        yield new Escape(letter, end);
      }
    };
  }

  /// Up to three digits; a single one that is not zero would be a reference to a group.
  private static Escape octal(String expression, int at) {
    int end = at + 1;
    int character = 0;
    while (end < expression.length()
        && end <= at + MOST_OCTAL_DIGITS
        && Character.digit(expression.charAt(end), 8) >= 0
        && expression.charAt(end) < 0x80) {
      character = character * 8 + Character.digit(expression.charAt(end++), 8);
    }
    if (end == at + BACKSLASH_AND_LETTER && character != 0) {
      throw invalid(expression, at, end);
    }
    return new Escape(character, end);
  }

  /// Two digits, or any number of them in braces.
  private static Escape hexadecimal(String expression, int at) {
    boolean braced = expression.startsWith("{", at + BACKSLASH_AND_LETTER);
    int from = at + BACKSLASH_AND_LETTER + (braced ? 1 : 0);
    int end = braced ? expression.indexOf('}', from) : from + 2;
    if (end <= from || end > expression.length()) {
      throw invalid(expression, at, Math.min(from, expression.length()));
    }
    int character = 0;
    for (int digit = from; digit < end; digit++) {
      char here = expression.charAt(digit);
      int value = here < 0x80 ? Character.digit(here, 16) : -1;
      character = character * 16 + value;
      if (value < 0 || character > Character.MAX_CODE_POINT) {
        throw invalid(expression, at, digit + 1);
      }
    }
    return new Escape(character, braced ? end + 1 : end);
  }

  private static SyntaxException invalid(String expression, int at, int end) {
    return new SyntaxException("has an unknown escape " + expression.substring(at, end));
  }
}
