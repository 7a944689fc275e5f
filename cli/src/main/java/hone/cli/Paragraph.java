package hone.cli;

/// Text broken at spaces to fit a width.
final class Paragraph {

  private Paragraph() {}

  /// A text behind a head; later lines are indented.
  ///
  /// @param columns of the whole line; a single longer word is not broken
  static String wrapped(String head, String text, int columns, int indent) {
    StringBuilder lines = new StringBuilder();
    StringBuilder line = new StringBuilder(head);
    boolean empty = true;
    for (String word : text.split(" ", -1)) {
      if (!empty && line.length() + 1 + word.length() > columns) {
        lines.append(line.toString().stripTrailing()).append('\n');
        line = new StringBuilder(" ".repeat(indent));
        empty = true;
      }
      line.append(empty ? "" : " ").append(word);
      empty = false;
    }
    return lines.append(line.toString().stripTrailing()).toString();
  }
}
