package hone.input;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// How a text is encoded, by the mark it begins with; UTF-8 without one.
///
/// @param markBytes how many bytes the mark takes
record Encoding(Charset charset, int markBytes) {

  static final int LONGEST_MARK = 3;

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

  boolean isUtf8() {
    return charset.equals(StandardCharsets.UTF_8);
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
