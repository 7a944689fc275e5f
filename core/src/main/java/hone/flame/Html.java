package hone.flame;

import hone.input.Printable;

/// Text from outside as it may stand in a page.
final class Html {

  private static final int LONGEST = 2000;

  private Html() {}

  /// One line with nothing in it that a browser obeys.
  static String text(String text) {
    return Printable.of(text, LONGEST)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
