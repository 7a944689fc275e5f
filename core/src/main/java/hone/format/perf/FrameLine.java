package hone.format.perf;

import hone.profile.Frame;
import java.util.ArrayList;
import java.util.List;

/// A line of a stack: `address symbol+0xoffset (object)`, of which `-F` may leave out all but one.
final class FrameLine {

  static final String UNKNOWN = "<unknown>";

  private static final String NO_SYMBOL = "[unknown]";
  private static final int SHORTEST_ADDRESS = 4;

  private FrameLine() {}

  /// What names the frame: the line without its address, which differs from call to call.
  static String key(String line) {
    int from = skipped(line, 0);
    return line.substring(isAddressed(line) ? skipped(line, word(line, from)) : from)
        .stripTrailing();
  }

  /// Whether a line names a frame with its address and object, as perf prints when told nothing.
  static boolean isSure(String line) {
    return line.endsWith(")") && isAddressed(line) && object(line) > 0;
  }

  /// Whether a line names a frame with its address, which is told from a word that could be one.
  static boolean isLikely(String line) {
    int from = skipped(line, 0);
    int to = word(line, from);
    return isAddressed(line)
        && to - from >= SHORTEST_ADDRESS
        && line.substring(from, to).chars().anyMatch(letter -> letter >= '0' && letter <= '9');
  }

  /// Whether a line begins with an address and goes on.
  static boolean isAddressed(String line) {
    int from = skipped(line, 0);
    int to = word(line, from);
    return isHexadecimal(line, from, to) && skipped(line, to) < line.length();
  }

  /// The frames of a key, outermost first: one, except where a Java agent wrote inlined calls as
  /// `outer->inner`.
  static List<Frame> frames(String key) {
    int object = object(key);
    String file = object < 0 ? "" : key.substring(object + 1, key.length() - 1);
    int end = object < 0 ? spoiltObject(key) : object;
    String symbol = withoutOffset(end < 0 ? key : key.substring(0, end).stripTrailing());
    if (symbol.isBlank() || symbol.equals(NO_SYMBOL)) {
      return List.of(Frame.named(nameless(file)));
    }
    if (!symbol.startsWith("L") || !symbol.contains(";::")) {
      return List.of(SymbolName.frame(symbol));
    }
    List<Frame> frames = new ArrayList<>();
    for (String each : symbol.split("->", 0)) {
      if (!each.isBlank()) {
        frames.add(Frame.named(each));
      }
    }
    return frames;
  }

  private static String nameless(String object) {
    String file = object.substring(object.lastIndexOf('/') + 1);
    if (file.isBlank() || file.equals(NO_SYMBOL)) {
      return UNKNOWN;
    }
    return file.startsWith("[") ? file : "[" + file + "]";
  }

  /// Where the object's bracket opens, or -1: symbols and objects may hold brackets themselves.
  private static int object(String text) {
    int depth = 0;
    for (int at = text.length() - 1; at >= 0; at--) {
      if (text.charAt(at) == ')') {
        depth++;
      } else if (text.charAt(at) == '(') {
        depth--;
        if (depth == 0) {
          return at == 0 || text.charAt(at - 1) <= ' ' ? at : -1;
        }
      }
      if (depth == 0) {
        return -1;
      }
    }
    return -1;
  }

  /// Where the object begins on a line that was cut or spoilt behind it, or -1.
  private static int spoiltObject(String text) {
    return Math.max(text.indexOf(" (/"), text.indexOf(" (["));
  }

  private static String withoutOffset(String symbol) {
    int plus = symbol.lastIndexOf("+0x");
    return plus > 0 && isHexadecimal(symbol, plus + 3, symbol.length())
        ? symbol.substring(0, plus)
        : symbol;
  }

  private static boolean isHexadecimal(String text, int from, int to) {
    for (int at = from; at < to; at++) {
      if (Character.digit(text.charAt(at), 16) < 0 || text.charAt(at) > 'f') {
        return false;
      }
    }
    return to > from && to - from <= 16;
  }

  private static int word(String line, int from) {
    int at = from;
    while (at < line.length() && line.charAt(at) > ' ') {
      at++;
    }
    return at;
  }

  private static int skipped(String line, int from) {
    int at = from;
    while (at < line.length() && line.charAt(at) <= ' ') {
      at++;
    }
    return at;
  }
}
