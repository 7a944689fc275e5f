package hone.benchstat;

import hone.benchstat.Layout.Align;
import hone.benchstat.Layout.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/// A table for people: headings, a row for each benchmark, geometric means, warnings.
final class TextForm {

  private static final int LABELS = 1;

  /// The middle, its interval, warnings.
  private static final int CENTRES = 3;

  /// The difference, its p, warnings.
  private static final int DELTAS = 3;

  private static final String RULE = " │ ";
  private static final String LAST_RULE = " │";
  private static final String DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

  private final Table table;
  private final Layout layout = new Layout();
  private final List<String> warnings = new ArrayList<>();

  private TextForm(Table table) {
    this.table = table;
  }

  static String of(Table table) {
    TextForm form = new TextForm(table);
    form.headings();
    form.units();
    form.rows();
    if (table.rows().size() > 1) {
      form.means();
    }
    StringBuilder text = new StringBuilder(form.layout.text());
    for (int i = 0; i < form.warnings.size(); i++) {
      text.append(superscript(i + 1)).append(' ').append(form.warnings.get(i)).append('\n');
    }
    return text.toString();
  }

  private static int begin(int column) {
    return column == 0 ? LABELS : LABELS + CENTRES + (column - 1) * (CENTRES + DELTAS);
  }

  private int edge() {
    return begin(table.columns().size() + 1);
  }

  private void headings() {
    int levels = table.columns().getFirst().size();
    for (int level = 0; level < levels; level++) {
      layout.row();
      int from = 0;
      while (from < table.columns().size()) {
        int to = from + 1;
        while (to < table.columns().size() && isSame(from, to, level)) {
          to++;
        }
        layout.column(begin(from));
        layout.cell(
            begin(to) - begin(from),
            table.columns().get(from).get(level),
            new Style(Align.CENTRE, RULE));
        from = to;
      }
      edgeRule();
    }
  }

  private boolean isSame(int from, int to, int level) {
    return Objects.equals(
        table.columns().get(from).subList(0, level + 1),
        table.columns().get(to).subList(0, level + 1));
  }

  private void edgeRule() {
    layout.column(edge());
    layout.cell(1, "", new Style(Align.LEFT, LAST_RULE));
  }

  private void units() {
    layout.row();
    for (int i = 0; i < table.columns().size(); i++) {
      layout.column(begin(i));
      layout.cell(CENTRES, table.unit(), new Style(Align.CENTRE, RULE));
      if (i > 0) {
        layout.cell(DELTAS, "vs base", new Style(Align.LEFT, "  "));
      }
      layout.narrow(begin(i) + 1, begin(i) + CENTRES + (i > 0 ? DELTAS : 0));
    }
    edgeRule();
  }

  private void rows() {
    boolean bytes = UnitName.isBytes(table.unit());
    for (Table.Row row : table.rows()) {
      layout.row();
      layout.cell(row.label(), Align.LEFT);
      Scale scale =
          Scale.of(
              row.cells().values().stream().map(cell -> cell.summary().centre()).toList(), bytes);
      for (int i = 0; i < table.columns().size(); i++) {
        Optional<Cell> cell = row.cell(i);
        if (cell.isPresent()) {
          layout.column(begin(i));
          cell(cell.get(), scale);
        }
      }
    }
  }

  private void cell(Cell cell, Scale scale) {
    layout.cell(scale.text(cell.summary().centre()), Align.RIGHT);
    layout.cell(1, cell.summary().range(), new Style(Align.RIGHT, " ± "));
    warn(cell.remarks());
    if (cell.comparison().isPresent()) {
      layout.cell(cell.delta(), Align.RIGHT);
      layout.cell("(" + cell.comparison().get().text() + ")", Align.LEFT);
      warn(cell.comparison().get().warnings());
    }
  }

  private void means() {
    boolean bytes = UnitName.isBytes(table.unit());
    layout.row();
    layout.cell("geomean", Align.LEFT);
    for (int i = 0; i < table.columns().size(); i++) {
      ColumnSummary summary = table.summary(i);
      OptionalDouble mean = summary.mean();
      if (mean.isPresent()) {
        layout.column(begin(i));
        layout.cell(
            Scale.of(List.of(mean.getAsDouble()), bytes).text(mean.getAsDouble()), Align.RIGHT);
      }
      if (i > 0) {
        layout.column(begin(i) + CENTRES);
        layout.cell(summary.change(), summary.ratio().isPresent() ? Align.RIGHT : Align.LEFT);
      }
      layout.column(begin(i + 1) - 1);
      warn(summary.warnings());
    }
  }

  private void warn(List<String> said) {
    said.stream().filter(each -> !warnings.contains(each)).distinct().forEach(warnings::add);
    layout.cell(
        said.stream()
            .map(each -> superscript(warnings.indexOf(each) + 1))
            .collect(Collectors.joining(" ")),
        Align.LEFT);
  }

  private static String superscript(int number) {
    return Integer.toString(number)
        .chars()
        .mapToObj(digit -> DIGITS.substring(digit - '0', digit - '0' + 1))
        .collect(Collectors.joining());
  }
}
