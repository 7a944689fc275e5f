package hone.report;

import hone.input.Printable;
import java.util.ArrayList;
import java.util.List;

/// Text for a terminal of 80 columns: words are wrapped, control characters are escaped.
final class Paragraph {

  private static final int COLUMNS = 80;

  private Paragraph() {}

  /// The lines of a text, each behind the same number of spaces.
  ///
  /// A word that is longer than a line is broken where the line ends.
  static String of(int indent, String text) {
    return of(" ".repeat(indent), indent, text);
  }

  /// The lines of a text; the first begins with `head`, the others with spaces.
  ///
  /// @param head no longer than `indent`, or on a line of its own
  static String of(String head, int indent, String text) {
    int width = COLUMNS - indent;
    List<String> lines = wrapped(Printable.of(text), width);
    StringBuilder paragraph = new StringBuilder();
    String shown = Printable.of(head);
    if (shown.length() > indent) {
      paragraph.append(shown.stripTrailing()).append('\n');
      shown = "";
    }
    String margin = " ".repeat(indent);
    for (int line = 0; line < lines.size(); line++) {
      String start = line == 0 ? shown + margin.substring(shown.length()) : margin;
      paragraph.append((start + lines.get(line)).stripTrailing()).append('\n');
    }
    return paragraph.toString();
  }

  private static List<String> wrapped(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.strip().split(" +", -1)) {
      String rest = word;
      if (!line.isEmpty() && line.length() + 1 + rest.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      while (rest.length() > width) {
        lines.add(rest.substring(0, width));
        rest = rest.substring(width);
      }
      line.append(line.isEmpty() ? "" : " ").append(rest);
    }
    lines.add(line.toString());
    return lines;
  }
}
