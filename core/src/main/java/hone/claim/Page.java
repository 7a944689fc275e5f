package hone.claim;

import java.util.List;
import java.util.Locale;

/// Text that grows row by row and never beyond its budget.
final class Page {

  private final StringBuilder text = new StringBuilder();
  private final int characters;

  Page(int characters) {
    this.characters = characters;
  }

  /// Adds a row where there is room for the whole of it.
  ///
  /// @return whether it was added
  boolean row(String row) {
    boolean fits = row.length() < left();
    if (fits) {
      text.append(row).append('\n');
    }
    return fits;
  }

  int left() {
    return characters - text.length();
  }

  /// Adds what another page holds; it must fit.
  void append(Page other) {
    text.append(other.text);
  }

  String text() {
    return text.toString();
  }

  /// Notes what did not fit.
  static void count(List<String> leftOut, int shown, int all, String what) {
    if (shown < all) {
      leftOut.add(String.format(Locale.ROOT, "%,d of %,d %s", all - shown, all, what));
    }
  }
}
