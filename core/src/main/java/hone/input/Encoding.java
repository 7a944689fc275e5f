package hone.input;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// How a text is encoded, by the mark it begins with; UTF-8 without one.
///
/// @param markBytes how many bytes the mark takes
record Encoding(Charset charset, int markBytes) {

  static final int LONGEST_MARK = 3;

  /// How many bytes tell the encoding of a JSON document.
  static final int JSON_HEAD = 4;

  static Encoding of(byte[] head) {
    if (begins(head, 0xef, 0xbb, 0xbf)) {
      return new Encoding(StandardCharsets.UTF_8, 3);
    }
    if (begins(head, 0xff, 0xfe)) {
      return new Encoding(StandardCharsets.UTF_16LE, 2);
    }
    if (begins(head, 0xfe, 0xff)) {
      return new Encoding(StandardCharsets.UTF_16BE, 2);
    }
    return new Encoding(StandardCharsets.UTF_8, 0);
  }

  /// How a JSON document is encoded: its first characters are ASCII, so that where there is no mark,
  /// the bytes that are 0 tell.
  static Charset ofJson(byte[] head) {
    if (head.length < JSON_HEAD) {
      return of(head).charset();
    }
    int zeros = 0;
    for (int at = 0; at < JSON_HEAD; at++) {
      zeros = zeros << 1 | (head[at] == 0 ? 1 : 0);
    }
    boolean marked = begins(head, 0, 0, 0xfe, 0xff) || begins(head, 0xff, 0xfe, 0, 0);
    return switch (zeros) {
      case 0b1110 -> Charset.forName("UTF-32BE");
      case 0b0111 -> Charset.forName("UTF-32LE");
      case 0b1010 -> StandardCharsets.UTF_16BE;
      case 0b0101 -> StandardCharsets.UTF_16LE;
      default -> marked ? Charset.forName("UTF-32") : of(head).charset();
    };
  }

  String decoded(byte[] bytes) {
    return new String(bytes, markBytes, bytes.length - markBytes, charset);
  }

  private static boolean begins(byte[] head, int... mark) {
    for (int at = 0; at < mark.length; at++) {
      if (at >= head.length || (head[at] & 0xff) != mark[at]) {
        return false;
      }
    }
    return true;
  }
}
