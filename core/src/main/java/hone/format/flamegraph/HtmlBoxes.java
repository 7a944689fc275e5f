package hone.format.flamegraph;

import hone.input.FormatException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The boxes of an HTML page of async-profiler 3 or 4: names in a list where each begins with some
/// letters of the one before, and a call for each box that tells where it is from the last one.
final class HtmlBoxes {

  private static final Pattern CALL = Pattern.compile("([fun])\\((\\d{1,9}(?:,\\d{0,18}){0,7})\\)");
  private static final int NAME_BITS = 3;

  private final String input;
  private final String[] lines;
  private final List<String> names = new ArrayList<>();
  private int level;
  private long left;
  private long width;

  HtmlBoxes(String input, String text) {
    this.input = input;
    this.lines = text.split("\n", -1);
  }

  void addTo(Picture picture) throws FormatException {
    int at = names();
    while (at < lines.length && !lines[at].startsWith("unpack(")) {
      at++;
    }
    for (at++; at < lines.length; at++) {
      String line = lines[at].strip();
      Matcher call = CALL.matcher(line);
      if (call.matches()) {
        picture.add(box(at, call.group(1), call.group(2).split(",", -1)));
      } else if (line.startsWith("search(") || line.startsWith("</script>")) {
        return;
      } else if (!line.isEmpty()) {
        throw broken(at, "expected a box");
      }
    }
    throw new FormatException(input, "ends early");
  }

  private int names() throws FormatException {
    int at = 0;
    while (at < lines.length && !lines[at].startsWith("const cpool = [")) {
      at++;
    }
    for (at++; at < lines.length; at++) {
      String line = lines[at].stripTrailing();
      boolean last = line.endsWith("];");
      String quoted = line.substring(0, line.length() - (last ? 2 : line.endsWith(",") ? 1 : 0));
      if (quoted.length() >= 2 && quoted.startsWith("'") && quoted.endsWith("'")) {
        names.add(name(at, unescaped(quoted.substring(1, quoted.length() - 1))));
      } else if (!quoted.isEmpty()) {
        throw broken(at, "expected a name");
      }
      if (last) {
        return at;
      }
    }
    throw new FormatException(input, "no list of names, as async-profiler 3 and later write it");
  }

  /// A name after the first begins with a letter that says how much it has of the one before.
  private String name(int at, String packed) throws FormatException {
    if (names.isEmpty()) {
      return packed;
    }
    int shared = packed.isEmpty() ? -1 : packed.charAt(0) - ' ';
    if (shared < 0 || shared > names.getLast().length()) {
      throw broken(at, "name has more of the one before than that has");
    }
    return names.getLast().substring(0, shared) + packed.substring(1);
  }

  private Box box(int at, String call, String[] numbers) throws FormatException {
    long key = number(numbers, 0);
    switch (call) {
      case "f" -> {
        level = (int) Math.min(number(numbers, 1), Integer.MAX_VALUE);
        left += number(numbers, 2);
        width = orBefore(number(numbers, 3));
      }
      case "u" -> {
        level++;
        width = orBefore(number(numbers, 1));
      }
      default -> {
        left += width;
        width = orBefore(number(numbers, 1));
      }
    }
    if (key >>> NAME_BITS >= names.size() || left < 0 || left > 1L << 52) {
      throw broken(at, "box of no name, or out of the picture");
    }
    return new Box(level, left, left + width, names.get((int) (key >>> NAME_BITS)), width);
  }

  private long orBefore(long number) {
    return number == 0 ? width : number;
  }

  private static long number(String[] numbers, int place) {
    return place < numbers.length && !numbers[place].isEmpty() ? Long.parseLong(numbers[place]) : 0;
  }

  private static String unescaped(String text) {
    return text.replaceAll("\\\\(.)", "$1");
  }

  private FormatException broken(int line, String message) {
    return new FormatException(input, "line " + (line + 1) + ": " + message);
  }
}
