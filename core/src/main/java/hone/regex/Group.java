package hone.regex;

/// What stands between two parentheses, or the whole expression, as it grows.
final class Group {

  private final Flags outside;
  private final StringBuilder text = new StringBuilder();
  private int lastFrom = -1;
  private boolean lastRepeated;
  private long lastCopies = 1;
  private long copies = 1;

  /// An empty group.
  ///
  /// @param outside what holds behind it
  Group(Flags outside) {
    this.outside = outside;
  }

  Flags flagsOutside() {
    return outside;
  }

  /// Adds a piece that can be repeated as it is.
  void add(String piece) {
    add(piece, 1);
  }

  /// Adds a group inside this one.
  void add(Group inner) {
    add("(?:" + inner.text + ")", inner.copies);
  }

  private void add(String piece, long copiesInside) {
    lastFrom = text.length();
    text.append(piece);
    lastRepeated = false;
    lastCopies = copiesInside;
    copies = Math.max(copies, lastCopies);
  }

  /// Begins another alternative.
  void alternative() {
    text.append('|');
    lastFrom = -1;
  }

  /// Repeats the piece that came last.
  ///
  /// @param written how the repetition is written
  /// @throws SyntaxException if there is none, or if repetitions inside repetitions make too many
  void repeat(Repeat repeat, String written) {
    if (lastFrom < 0) {
      throw new SyntaxException("has nothing before " + written);
    }
    lastCopies = repeat.copies(lastCopies);
    if (Math.max(repeat.least(), repeat.most()) > 1 && lastCopies > Repeat.MOST) {
      throw Repeat.tooOften();
    }
    copies = Math.max(copies, lastCopies);
    if (lastRepeated) {
      text.insert(lastFrom, "(?:").append(')');
    }
    text.append(repeat.spelled());
    lastRepeated = true;
  }

  String text() {
    return text.toString();
  }
}
