package hone.input;

import java.util.Locale;

/// Text from outside, made fit to be shown: nothing in it can steer a terminal or hide other text.
public final class Printable {

  private Printable() {}

  /// The text with everything that is obeyed rather than shown written as `\u001b`: control and
  /// format characters (among them those that turn the direction of writing), separators of lines
  /// and paragraphs, halves of surrogate pairs, and points that mean nothing. So is what runners of
  /// CI take for a command to them wherever it stands, `##[name`.
  public static String of(String text) {
    return withoutCommands(shown(text, -1));
  }

  /// A line that may begin with such a text: what runners of CI would take for a command at its
  /// beginning, `::name`, is written so that they only show it.
  ///
  /// @param line printable already
  public static String line(String line) {
    String shown = withoutCommands(line);
    int start = shown.length() - shown.stripLeading().length();
    return shown.startsWith("::", start)
        ? shown.substring(0, start) + "\\u003a" + shown.substring(start + 1)
        : shown;
  }

  /// The same, with line breaks and tabs left as they are.
  public static String lines(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    text.codePoints()
        .forEach(point -> {
          if (point == '\n' || point == '\t') {
            shown.appendCodePoint(point);
          } else {
            append(shown, point);
          }
        });
    return shown.toString();
  }

  /// A text of JSON that means the same, and in which what is obeyed rather than shown stands as
  /// JSON writes it, `\u202e`: only strings hold such characters, and line breaks between values.
  public static String json(String document) {
    String text = withoutCommands(document);
    if (text.codePoints().allMatch(point -> point == '\n' || isShown(point))) {
      return text;
    }
    StringBuilder shown = new StringBuilder(text.length() + 32);
    text.codePoints()
        .forEach(point -> {
          if (point == '\n' || isShown(point)) {
            shown.appendCodePoint(point);
          } else {
            for (char unit : Character.toChars(point)) {
              shown.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
            }
          }
        });
    return shown.toString();
  }

  /// The beginning of a text; one that is longer ends in `…`.
  ///
  /// @param limit most characters of the text
  public static String of(String text, int limit) {
    return withoutCommands(shown(text, limit));
  }

  private static String withoutCommands(String text) {
    return text.replace("##[", "#\\u0023[").replace("##vso[", "#\\u0023vso[");
  }

  private static String shown(String text, int limit) {
    if (text.codePoints().allMatch(Printable::isShown) && (limit < 0 || text.length() <= limit)) {
      return text;
    }
    StringBuilder shown = new StringBuilder(text.length());
    text.codePoints()
        .limit(limit < 0 ? text.length() : limit)
        .forEach(point -> append(shown, point));
    return limit >= 0 && text.codePointCount(0, text.length()) > limit
        ? shown.append('…').toString()
        : shown.toString();
  }

  private static void append(StringBuilder shown, int point) {
    if (isShown(point)) {
      shown.appendCodePoint(point);
    } else {
      shown.append(String.format(Locale.ROOT, "\\u%04x", point));
    }
  }

  private static boolean isShown(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.PRIVATE_USE ->
          false;
      default -> true;
    };
  }
}
