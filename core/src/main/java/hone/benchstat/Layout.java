package hone.benchstat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Lays cells out in columns, each as wide as it must be. A cell may span several.
final class Layout {

  private final List<Placed> cells = new ArrayList<>();
  private final Set<Integer> narrow = new HashSet<>();
  private int row;
  private int column;

  /// Where a text stands in its cell.
  enum Align {
    LEFT,
    CENTRE,
    RIGHT
  }

  /// What a cell looks like.
  ///
  /// @param margin what stands in front of it; all cells of a column make room for the longest
  record Style(Align align, String margin) {}

  private record Placed(int row, int column, int span, String text, Style style) {

    int end() {
      return column + span;
    }

    boolean isBlank() {
      return text.isBlank() && style.margin().isBlank();
    }
  }

  void row() {
    row += cells.isEmpty() ? 0 : 1;
    column = 0;
  }

  void column(int to) {
    column = to;
  }

  /// A cell of one column, with a space in front where it is not the first.
  void cell(String text, Align align) {
    cell(1, text, new Style(align, column == 0 || text.isEmpty() ? "" : " "));
  }

  void cell(int span, String text, Style style) {
    cells.add(new Placed(row, column, span, text, style));
    column += span;
  }

  /// Columns that a spanning cell does not widen.
  void narrow(int from, int to) {
    for (int i = from; i < to; i++) {
      narrow.add(i);
    }
  }

  String text() {
    int columns = cells.stream().mapToInt(Placed::end).max().orElse(0);
    int[] margins = new int[columns];
    for (Placed cell : cells) {
      margins[cell.column()] = Math.max(margins[cell.column()], length(cell.style().margin()));
    }
    int[] begins = begins(columns, margins);
    StringBuilder text = new StringBuilder();
    int line = 0;
    int at = 0;
    List<Placed> inOrder =
        cells.stream()
            .filter(cell -> !cell.isBlank())
            .sorted(Comparator.comparingInt(Placed::row).thenComparingInt(Placed::column))
            .toList();
    for (Placed cell : inOrder) {
      for (; line < cell.row(); line++) {
        text.append('\n');
        at = 0;
      }
      int margin = margins[cell.column()];
      int gap = begins[cell.column()] - at;
      String padded = padded(cell, begins[cell.end()] - begins[cell.column()] - margin);
      text.repeat(' ', Math.abs(gap))
          .repeat(' ', margin - length(cell.style().margin()))
          .append(cell.style().margin())
          .append(padded);
      at += gap + margin + length(padded);
    }
    return cells.isEmpty() ? "" : text.append('\n').toString();
  }

  private static String padded(Placed cell, int width) {
    int room = width - length(cell.text());
    return switch (cell.style().align()) {
      case LEFT -> cell.text();
      case CENTRE -> " ".repeat(Math.abs(room / 2)) + cell.text();
      case RIGHT -> " ".repeat(Math.max(0, room)) + cell.text();
    };
  }

  private int[] begins(int columns, int[] margins) {
    int[] widths = new int[columns];
    cells.stream()
        .sorted(Comparator.comparingInt(Placed::span))
        .forEach(cell -> {
          int width = length(cell.text()) + margins[cell.column()];
          if (cell.span() == 1) {
            widths[cell.column()] = Math.max(widths[cell.column()], width);
          } else {
            widen(widths, cell, width);
          }
        });
    int[] begins = new int[columns + 1];
    for (int i = 0; i < columns; i++) {
      begins[i + 1] = begins[i] + widths[i];
    }
    return begins;
  }

  /// Gives the columns below a spanning cell the same width, as far as they are not wider already.
  private void widen(int[] widths, Placed cell, int width) {
    int missing = width;
    int there = 0;
    List<Integer> growing = new ArrayList<>();
    for (int i = cell.column(); i < cell.end(); i++) {
      there += widths[i];
      if (narrow.contains(i)) {
        missing -= widths[i];
      } else {
        growing.add(i);
      }
    }
    if (there >= width) {
      return;
    }
    growing.sort(Comparator.comparingInt((Integer i) -> widths[i]).reversed());
    int left = growing.size();
    for (int i : growing) {
      widths[i] = Math.max(widths[i], (missing + left - 1) / left);
      missing -= widths[i];
      left--;
    }
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
