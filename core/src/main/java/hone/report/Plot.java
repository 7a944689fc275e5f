package hone.report;

import java.util.ArrayList;
import java.util.List;

/// Values along one axis, a row each, the axis at none.
///
/// @param rows from the top
record Plot(List<Row> rows) {

  private static final int COLUMNS = 30;
  private static final int NAME_WIDTH = 9;
  private static final int VALUE_WIDTH = 11;

  /// Narrower changes than this do not fill the chart: it would be noise, drawn large.
  private static final double LEAST_SPAN = 0.05;

  /// One value.
  ///
  /// @param name  printable
  /// @param text  the value as people read it
  /// @param share how far from none, as a ratio less 1; one that is not finite is not drawn
  /// @param note  printable; may be empty
  record Row(String name, String text, double share, String note) {}

  List<String> lines() {
    double low = Math.min(0, edge(-1));
    double high = Math.max(0, edge(1));
    double span = Math.max(LEAST_SPAN, high - low);
    List<String> lines = new ArrayList<>();
    for (Row row : rows) {
      lines.add(
          "  %s  %s  %s %s"
              .formatted(
                  left(row.name()), right(row.text()), drawn(row.share(), low, span), row.note())
              .stripTrailing());
    }
    return lines;
  }

  /// The furthest finite value on one side.
  private double edge(int side) {
    return side
        * rows.stream()
            .mapToDouble(row -> side * row.share())
            .filter(Double::isFinite)
            .max()
            .orElse(0);
  }

  private static String drawn(double share, double low, double span) {
    StringBuilder line = new StringBuilder(" ".repeat(COLUMNS + 1));
    line.setCharAt(column(0, low, span), '│');
    if (Double.isFinite(share)) {
      line.setCharAt(column(share, low, span), '●');
    }
    return line.toString();
  }

  private static int column(double share, double low, double span) {
    return (int) Math.round((share - low) / span * COLUMNS);
  }

  private static String left(String text) {
    return text + " ".repeat(Math.max(0, NAME_WIDTH - text.length()));
  }

  private static String right(String text) {
    return " ".repeat(Math.max(0, VALUE_WIDTH - text.length())) + text;
  }
}
