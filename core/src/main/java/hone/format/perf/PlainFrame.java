package hone.format.perf;

/// Finds, in the bytes of a line, what names a frame that perf printed when told nothing: the line is
/// indented, begins with an address and ends in an object's bracket.
final class PlainFrame {

  private static final int LONGEST_ADDRESS = 16;

  private PlainFrame() {}

  /// Where the name begins, as [FrameLine#key] has it; -1 where the line is not of this kind, or may
  /// be the source line of the frame before.
  static int nameFrom(byte[] bytes, int from, int to) {
    if (to - from < 4 || bytes[to - 1] != ')' || (bytes[from] != '\t' && bytes[from] != ' ')) {
      return -1;
    }
    int address = skipped(bytes, from, to);
    int end = address;
    while (end < to && isHexadecimal(bytes[end])) {
      end++;
    }
    int name = skipped(bytes, end, to);
    boolean addressed = end > address && end - address <= LONGEST_ADDRESS && name > end;
    return addressed && name < to ? name : -1;
  }

  private static int skipped(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && (bytes[at] & 0xff) <= ' ') {
      at++;
    }
    return at;
  }

  private static boolean isHexadecimal(byte letter) {
    return (letter >= '0' && letter <= '9')
        || (letter >= 'a' && letter <= 'f')
        || (letter >= 'A' && letter <= 'F');
  }
}
