package hone.input;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// What stands between the quotes of a JSON string, as text.
///
/// The bytes are known to be well formed: [JsonTokens] has passed over them.
final class JsonString {

  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /// The same byte eight times, in one word.
  private static final long ONES = 0x0101010101010101L;

  private static final long QUOTES = ONES * '"';
  private static final long ESCAPES = ONES * '\\';
  private static final long SPACES = ONES * ' ';
  private static final long TOP_BITS = ONES << 7;

  private static final int HEX_DIGITS = 4;
  private static final int HEX = 16;

  private JsonString() {}

  /// Whether a byte is a character of a text and nothing else: ASCII that is neither a quote nor an
  /// escape nor a control character.
  static boolean isPlain(byte character) {
    return character >= ' ' && character != '"' && character != '\\';
  }

  /// Whether eight bytes all are. A difference below 0 has its top bit set; one that borrows from
  /// the byte below it does so only where that byte is below 0 itself.
  static boolean arePlain(byte[] bytes, int from) {
    long word = (long) EIGHT.get(bytes, from);
    long quotes = (word ^ QUOTES) - ONES;
    long escapes = (word ^ ESCAPES) - ONES;
    return ((word | quotes | escapes | (word - SPACES)) & TOP_BITS) == 0;
  }

  /// The text of the bytes from `from` to before `to`, escapes resolved.
  static String decoded(byte[] bytes, int from, int to) {
    int escape = escape(bytes, from, to);
    if (escape == to) {
      return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }
    StringBuilder text = new StringBuilder(to - from);
    int plain = from;
    while (escape < to) {
      text.append(new String(bytes, plain, escape - plain, StandardCharsets.UTF_8));
      byte escaped = bytes[escape + 1];
      plain = escape + 2;
      if (escaped == 'u') {
        text.append((char) hex(bytes, plain));
        plain += HEX_DIGITS;
      } else {
        text.append(character(escaped));
      }
      escape = escape(bytes, plain, to);
    }
    return text.append(new String(bytes, plain, to - plain, StandardCharsets.UTF_8)).toString();
  }

  /// How long the escape is whose letter this is; 0 where there is none of that letter.
  static int escapeLength(byte letter) {
    return switch (letter) {
      case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> 2;
      case 'u' -> 2 + HEX_DIGITS;
      default -> 0;
    };
  }

  static boolean isHex(byte[] bytes, int from) {
    for (int at = from; at < from + HEX_DIGITS; at++) {
      if (bytes[at] < 0 || Character.digit(bytes[at], HEX) < 0) {
        return false;
      }
    }
    return true;
  }

  /// A byte of a document as errors name it.
  static String shown(byte found) {
    return found > ' ' && found < 0x7f
        ? "'" + (char) found + "'"
        : String.format(Locale.ROOT, "the byte 0x%02x", found & 0xff);
  }

  private static int escape(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && bytes[at] != '\\') {
      at++;
    }
    return at;
  }

  private static int hex(byte[] bytes, int from) {
    int unit = 0;
    for (int at = from; at < from + HEX_DIGITS; at++) {
      unit = unit * HEX + Character.digit(bytes[at], HEX);
    }
    return unit;
  }

  private static char character(byte letter) {
    return switch (letter) {
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      default -> (char) letter;
    };
  }
}
