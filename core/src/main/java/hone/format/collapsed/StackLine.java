package hone.format.collapsed;

/// Where the parts of a collapsed stack are in the bytes of its line.
///
/// @param stackEnd first byte behind the frames
/// @param count    the number at the end
record StackLine(int stackEnd, long count) {

  private static final int LONGEST_COUNT = 18;

  /// A line that is none, or one to be looked at as text.
  static final StackLine NONE = new StackLine(-1, 0);

  /// Finds the parts of a line that ends in a number behind a blank and is no comment.
  static StackLine of(byte[] bytes, int from, int to) {
    long count = 0;
    long power = 1;
    int at = to;
    while (at > from && isDigit(bytes[at - 1]) && to - at < LONGEST_COUNT) {
      at--;
      count += power * (bytes[at] - '0');
      power *= 10;
    }
    boolean counted = at < to && at > from && bytes[at - 1] == ' ';
    return counted && !isComment(bytes, from) ? new StackLine(at - 1, count) : NONE;
  }

  boolean isStack() {
    return stackEnd >= 0;
  }

  private static boolean isComment(byte[] bytes, int from) {
    return (bytes[from] == '#' && bytes[from + 1] == ' ')
        || (bytes[from] == '/' && bytes[from + 1] == '/');
  }

  private static boolean isDigit(byte letter) {
    return letter >= '0' && letter <= '9';
  }
}
