package hone.input;

/// Characters of UTF-8 that take several bytes, by RFC 3629: the shortest form, no halves of
/// surrogate pairs, nothing beyond U+10FFFF.
final class Utf8 {

  private static final int CONTINUATION_MASK = 0xc0;
  private static final int CONTINUATION = 0x80;

  private Utf8() {}

  /// How many bytes a character has that begins with this one, 2 to 4; 0 where none does.
  static int length(byte first) {
    int lead = first & 0xff;
    if (lead < 0xc2 || lead > 0xf4) {
      return 0;
    }
    return lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  }

  /// Whether the bytes are one character.
  static boolean isCharacter(byte[] bytes, int from, int length) {
    for (int at = from + 1; at < from + length; at++) {
      if ((bytes[at] & CONTINUATION_MASK) != CONTINUATION) {
        return false;
      }
    }
    int second = bytes[from + 1] & 0xff;
    return switch (bytes[from] & 0xff) {
      case 0xe0 -> second >= 0xa0;
      case 0xed -> second < 0xa0;
      case 0xf0 -> second >= 0x90;
      case 0xf4 -> second < 0x90;
      default -> true;
    };
  }
}
