package hone.benchstat;

import hone.input.Source;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Compares files of Go benchmarks, and says it in the words of benchstat.
///
/// **p** is hone's: two-sided, counted exactly up to 2,500 pairs, ties included. Where benchstat
/// prints another one, a warning says so.
///
/// @see <a href="https://pkg.go.dev/golang.org/x/perf/cmd/benchstat">benchstat</a>
public final class Benchstat {

  private Benchstat() {}

  /// How the tables are written.
  public enum Format {
    /// For people.
    TEXT,
    /// Comma-separated values.
    CSV
  }

  /// What goes into one table, row and column; what is ignored; which lines are looked at.
  public record Query(String table, String row, String column, String ignore, String filter) {

    /// As benchstat does when told nothing.
    public static Query defaults() {
      return new Query(".config", ".fullname", ".file", "", "*");
    }
  }

  /// What is printed, and how sure it has to be.
  ///
  /// @param alpha      in [0, 1]: a p below it counts as a difference
  /// @param confidence in [0, 1], of the intervals
  public record Options(Query query, double alpha, double confidence, Format format) {

    public Options {
      if (!(alpha >= 0 && alpha <= 1)) {
        throw new IllegalArgumentException("-alpha must be in range [0, 1]");
      }
      if (!(confidence >= 0 && confidence <= 1)) {
        throw new IllegalArgumentException("-confidence must be in range [0, 1]");
      }
    }
  }

  /// What comes out.
  ///
  /// @param warnings what benchstat writes to the standard error
  /// @param notes    what it does not write: where its p is another one
  public record Report(String text, List<String> warnings, List<String> notes) {

    public Report {
      warnings = List.copyOf(warnings);
      notes = List.copyOf(notes);
    }
  }

  /// Reads all inputs and compares them.
  ///
  /// @param inputs by the label of their column; names stay in messages
  /// @throws QueryException if a filter or projection cannot be understood
  public static Report compare(Options options, List<Map.Entry<String, Source>> inputs)
      throws QueryException, IOException {
    Query query = options.query();
    List<String> warnings = new ArrayList<>();
    ProjectionParser parser = new ProjectionParser();
    Filter asked = FilterParser.parse(query.filter());
    Projection table = parser.parse(query.table());
    Projection row = parser.parse(query.row());
    Projection column = parser.parse(query.column());
    parser.parse(query.ignore());
    TableBuilder builder =
        new TableBuilder(new TableBuilder.Projections(table, row, column, parser.residue()));
    List<Filter> filters = new ArrayList<>(parser.filters());
    filters.add(asked);
    Filter filter = new Filter.And(filters);
    LineReader reader =
        new LineReader(line -> filter.apply(line).ifPresent(builder::add), warnings::add);
    for (Map.Entry<String, Source> input : inputs) {
      reader.read(input.getKey(), input.getValue());
    }
    List<TableBuilder.Headed> tables =
        builder.tables(options.alpha(), options.confidence(), reader::isExact);
    String text =
        switch (options.format()) {
          case TEXT -> text(tables);
          case CSV -> csv(tables, warnings);
        };
    return new Report(text, warnings, notes(tables));
  }

  private static String text(List<TableBuilder.Headed> tables) {
    StringBuilder text = new StringBuilder();
    for (TableBuilder.Headed each : tables) {
      text.append(text.isEmpty() ? "" : "\n");
      each.settings().forEach(setting -> text.append(setting).append('\n'));
      text.append(TextForm.of(each.table()));
    }
    return text.toString();
  }

  private static String csv(List<TableBuilder.Headed> tables, List<String> warnings) {
    CsvForm csv = new CsvForm(warnings::add);
    boolean first = true;
    for (TableBuilder.Headed each : tables) {
      if (!first) {
        csv.line("");
      }
      first = false;
      each.settings().forEach(csv::line);
      csv.table(each.table());
    }
    return csv.text();
  }

  private static List<String> notes(List<TableBuilder.Headed> tables) {
    List<String> names =
        tables.stream()
            .flatMap(each -> each.table().rows().stream())
            .filter(row -> row.cells().values().stream().anyMatch(Benchstat::isOwnWay))
            .map(Table.Row::label)
            .distinct()
            .toList();
    Optional<String> first = names.stream().findFirst();
    return first
        .map(name ->
            "p is exact where benchstat's is not, with ties between sides of different size or in"
                + " large samples: '%s'%s"
                    .formatted(
                        name, names.size() > 1 ? " and %d more".formatted(names.size() - 1) : ""))
        .stream()
        .toList();
  }

  private static boolean isOwnWay(Cell cell) {
    return cell.comparison().map(Comparison::isOwnWay).orElse(false);
  }
}
