package hone.benchstat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Tables as comma-separated values, one below the other; warnings name the cell, as `B6`.
final class CsvForm {

  private static final int LABELS = 1;
  private static final int CENTRES = 2;
  private static final int DELTAS = 2;

  private final StringBuilder text = new StringBuilder();
  private final Consumer<String> warnings;
  private final List<String> row = new ArrayList<>();
  private int number = 1;

  CsvForm(Consumer<String> warnings) {
    this.warnings = warnings;
  }

  /// A line of its own.
  void line(String line) {
    row.add(line);
    emit();
  }

  String text() {
    return text.toString();
  }

  void table(Table table) {
    int columns = table.columns().size();
    for (int level = 0; level < table.columns().getFirst().size(); level++) {
      for (int i = 0; i < columns; i++) {
        fill(begin(i));
        row.add(table.columns().get(i).get(level));
      }
      fill(begin(columns));
      emit();
    }
    for (int i = 0; i < columns; i++) {
      fill(begin(i));
      row.addAll(List.of(table.unit(), "CI"));
      row.addAll(i > 0 ? List.of("vs base", "P") : List.of());
    }
    emit();
    table.rows().forEach(each -> row(each, columns));
    means(table, columns);
  }

  private static int begin(int column) {
    return column == 0 ? LABELS : LABELS + CENTRES + (column - 1) * (CENTRES + DELTAS);
  }

  private void row(Table.Row each, int columns) {
    row.add(each.label());
    for (int i = 0; i < columns; i++) {
      Optional<Cell> found = each.cell(i);
      if (found.isPresent()) {
        fill(begin(i));
        cell(found.get());
      }
    }
    emit();
  }

  private void cell(Cell cell) {
    warn(cell.remarks());
    row.add(GoNumber.shortest(cell.summary().centre()));
    row.add(cell.summary().range());
    if (cell.comparison().isPresent()) {
      warn(cell.comparison().get().warnings());
      row.add(cell.delta());
      row.add(cell.comparison().get().text());
    }
  }

  private void means(Table table, int columns) {
    row.add("geomean");
    for (int i = 0; i < columns; i++) {
      ColumnSummary summary = table.summary(i);
      fill(begin(i));
      warn(summary.warnings());
      summary.mean().ifPresent(mean -> row.add(GoNumber.shortest(mean)));
      if (i > 0) {
        fill(begin(i) + CENTRES);
        row.add(summary.change());
      }
    }
    fill(begin(columns));
    emit();
  }

  private void fill(int to) {
    while (row.size() < to) {
      row.add("");
    }
  }

  private void warn(List<String> said) {
    said.forEach(each -> warnings.accept(letters(row.size()) + number + ": " + each));
  }

  /// Letters as benchstat counts them: after Z comes BA.
  private static String letters(int column) {
    StringBuilder letters = new StringBuilder();
    for (int rest = column; rest > 0; rest /= 26) {
      letters.insert(0, (char) ('A' + rest % 26));
    }
    return letters.isEmpty() ? "A" : letters.toString();
  }

  private void emit() {
    text.append(String.join(",", row.stream().map(CsvForm::quoted).toList())).append('\n');
    row.clear();
    number++;
  }

  private static String quoted(String field) {
    boolean plain =
        field.isEmpty()
            || (!field.equals("\\.")
                && field.chars().noneMatch(each -> ",\"\r\n".indexOf(each) >= 0)
                && !Fields.isSpace(field.charAt(0)));
    return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
  }
}
