package hone.benchstat;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All results in one unit that belong together.
///
/// @param columns each with the value of every field of the projection
/// @param rows    from the top
record Table(String unit, List<List<String>> columns, List<Row> rows) {

  Table {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /// One line of it.
  ///
  /// @param cells by column; a benchmark need not be in all of them
  record Row(String label, Map<Integer, Cell> cells) {

    Row {
      cells = Map.copyOf(cells);
    }

    Optional<Cell> cell(int column) {
      return Optional.ofNullable(cells.get(column));
    }
  }

  ColumnSummary summary(int column) {
    List<Cell> cells = cells(column);
    return ColumnSummary.of(cells, column == 0 ? Optional.empty() : Optional.of(cells(0).size()));
  }

  private List<Cell> cells(int column) {
    return rows.stream().flatMap(row -> row.cell(column).stream()).toList();
  }
}
