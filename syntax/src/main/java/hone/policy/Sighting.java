package hone.policy;

import java.util.Locale;

/// A place where a rule's pattern fits.
///
/// @param key      what it counts as: the row, and what the row's group took
/// @param function the function it stands in; empty outside of all
/// @param line     from 1
/// @param text     the construct, blanks squeezed
record Sighting(Rule rule, String key, String path, String function, int line, String text) {

  private static final int MAX_TEXT = 90;

  /// `internal/api/api.go:57 'if err != nil'`, fit to be printed.
  String place() {
    return "%s:%d '%s'".formatted(path, line, shown(text));
  }

  /// A text on one short line, with nothing in it that a terminal obeys.
  static String shown(String text) {
    StringBuilder shown = new StringBuilder();
    String squeezed = Subject.squeezed(text);
    squeezed
        .codePoints()
        .limit(MAX_TEXT)
        .forEach(point -> {
          if (isPlain(point)) {
            shown.appendCodePoint(point);
          } else {
            shown.append(String.format(Locale.ROOT, "\\u{%x}", point));
          }
        });
    return squeezed.codePointCount(0, squeezed.length()) > MAX_TEXT
        ? shown + " …"
        : shown.toString();
  }

  private static boolean isPlain(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
