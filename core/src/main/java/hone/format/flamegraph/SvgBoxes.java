package hone.format.flamegraph;

import hone.input.FormatException;
import hone.unit.BaseUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The boxes of an SVG: each is a title, `function (1,234 samples, 5.67%)`, and a rectangle after it.
///
/// The text is searched, not parsed as XML, so nothing in it is ever resolved or expanded.
final class SvgBoxes {

  private static final Pattern TITLE =
      Pattern.compile(
          "(.*) \\(([\\d,]{1,25}) ([^(),]{0,100}), [\\d.]{1,20}%(; [^()]{0,30})?\\)",
          Pattern.DOTALL);
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,15})?");
  private static final Pattern ENTITY =
      Pattern.compile("&(lt|gt|amp|quot|apos|#\\d{1,7}|#x[0-9a-fA-F]{1,6});");
  private static final String BEGIN = "<title>";
  private static final String END = "</title>";

  private final String input;
  private final String text;
  private final List<Row> rows = new ArrayList<>();
  private String unit = "";
  private boolean differences;

  /// A box whose level is not known yet.
  private record Row(double y, double left, double width, String name, long count) {}

  SvgBoxes(String input, String text) {
    this.input = input;
    this.text = text;
  }

  /// Finds the boxes.
  void read() throws FormatException {
    int at = text.indexOf(BEGIN);
    while (at >= 0) {
      int end = text.indexOf(END, at);
      if (end < 0) {
        throw broken(at, "title ends early");
      }
      Matcher title = TITLE.matcher(unescaped(text.substring(at + BEGIN.length(), end)));
      int next = text.indexOf(BEGIN, end);
      if (title.matches()) {
        box(title, end, next < 0 ? text.length() : next);
      }
      at = next;
    }
  }

  void addTo(Picture picture) throws FormatException {
    TreeSet<Double> heights = new TreeSet<>();
    rows.forEach(row -> heights.add(row.y));
    if (heights.isEmpty()) {
      return;
    }
    boolean upward = root().y == heights.last();
    List<Double> levels = new ArrayList<>(upward ? heights.descendingSet() : heights);
    Map<Double, Integer> numbers = new HashMap<>();
    levels.forEach(y -> numbers.put(y, numbers.size()));
    for (Row row : rows) {
      picture.add(
          new Box(
              numbers.getOrDefault(row.y, 0),
              row.left,
              row.left + row.width,
              row.name,
              scaled(row.count)));
    }
  }

  private long scaled(long count) throws FormatException {
    try {
      return Math.multiplyExact(count, unit().factor());
    } catch (ArithmeticException overflow) {
      throw new FormatException(input, "'" + count + " " + unit + "' does not fit 64 bits");
    }
  }

  /// What the counts are, as the titles say it.
  BaseUnit unit() {
    return BaseUnit.of(unit);
  }

  /// Whether the picture compares two profiles.
  boolean hasDifferences() {
    return differences;
  }

  /// The widest box, and among equals the one that is called as roots are.
  private Row root() {
    Row root = rows.getFirst();
    for (Row row : rows) {
      boolean wider = row.width > root.width;
      if (wider || (row.width == root.width && row.name.equals("all"))) {
        root = row;
      }
    }
    return root;
  }

  private void box(Matcher title, int from, int until) throws FormatException {
    int begin = text.indexOf("<rect", from);
    if (begin < 0 || begin > until) {
      return;
    }
    int end = text.indexOf('>', begin);
    if (end < 0) {
      throw broken(begin, "rectangle ends early");
    }
    String rectangle = text.substring(begin, end);
    String digits = title.group(2).replace(",", "");
    if (digits.isEmpty() || digits.length() > 18) {
      throw broken(from, "'" + title.group(2) + "' is no count");
    }
    unit = title.group(3);
    differences |= title.group(4) != null;
    boolean exact = rectangle.contains(" fg:x=");
    rows.add(
        new Row(
            number(rectangle, " y=", begin),
            number(rectangle, exact ? " fg:x=" : " x=", begin),
            number(rectangle, exact ? " fg:w=" : " width=", begin),
            title.group(1),
            Long.parseLong(digits)));
  }

  private double number(String rectangle, String attribute, int at) throws FormatException {
    int begin = rectangle.indexOf(attribute) + attribute.length() + 1;
    int end = begin > attribute.length() ? rectangle.indexOf('"', begin) : -1;
    String value = end < 0 ? "" : rectangle.substring(begin, end).replace("%", "");
    if (!NUMBER.matcher(value).matches()) {
      throw broken(at, "rectangle without a number in" + attribute.replace("=", ""));
    }
    return Double.parseDouble(value);
  }

  private static String unescaped(String text) {
    return ENTITY
        .matcher(text)
        .replaceAll(entity ->
            Matcher.quoteReplacement(
                switch (entity.group(1)) {
                  case "lt" -> "<";
                  case "gt" -> ">";
                  case "amp" -> "&";
                  case "quot" -> "\"";
                  case "apos" -> "'";
                  default -> character(entity.group(1).substring(1));
                }));
  }

  private static String character(String number) {
    boolean hexadecimal = number.startsWith("x");
    int point = hexadecimal ? Integer.parseInt(number.substring(1), 16) : Integer.parseInt(number);
    return Character.isValidCodePoint(point) ? Character.toString(point) : "\ufffd";
  }

  private FormatException broken(int at, String message) {
    return new FormatException(input, "at character " + at + ": " + message);
  }
}
