package hone.benchstat;

/// The words of a line, one after the other.
final class Fields {

  private final String line;
  private int at;

  Fields(String line) {
    this.line = line;
  }

  /// The word that begins here, with the space behind it passed over; empty at the end.
  String next() {
    int end = at;
    while (end < line.length() && !isSpace(line.charAt(end))) {
      end++;
    }
    String word = line.substring(at, end);
    at = end;
    while (at < line.length() && isSpace(line.charAt(at))) {
      at++;
    }
    return word;
  }

  static boolean isSpace(char character) {
    return Character.isWhitespace(character)
        || Character.isSpaceChar(character)
        || character == '\u0085';
  }
}
