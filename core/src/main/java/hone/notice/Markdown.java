package hone.notice;

import hone.input.Printable;

/// Foreign text inside a Markdown page: shown as it is, never acting on the page.
public final class Markdown {

  private Markdown() {}

  /// A text as code within a line or a table cell.
  public static String code(String text) {
    String line = Printable.lines(text).replace("|", "\\|").replace("\n", "␤");
    String fence = "`".repeat(longestRun(line) + 1);
    String room = line.startsWith("`") || line.endsWith("`") || line.isEmpty() ? " " : "";
    return fence + room + line + room + fence;
  }

  /// A text as code on lines of its own.
  public static String block(String language, String text) {
    String visible = Printable.lines(text);
    String fence = "`".repeat(Math.max(3, longestRun(visible) + 1));
    return fence + language + "\n" + visible + (visible.endsWith("\n") ? "" : "\n") + fence + "\n";
  }

  /// A text as prose, in which no character means anything to Markdown or HTML, and a forge finds
  /// nobody to tell, no issue to close and no link.
  public static String plain(String text) {
    return Printable.lines(text)
        .replace("\n", " ")
        .replaceAll("([\\\\`*_{}\\[\\]<>#|!@~&])", "\\\\$1")
        .replaceAll("(?i)(@|#(?=\\d)|\\bgh(?=-\\d)|\\bwww(?=\\.)|\\bhttps?(?=://))", "$1&#8203;");
  }

  private static int longestRun(String text) {
    int longest = 0;
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      run = text.charAt(i) == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }
}
