package hone.benchstat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Gathers lines into tables.
final class TableBuilder {

  private final Projections projections;
  private final Field unit;
  private final Map<Key, Map<Place, Numbers>> tables = new LinkedHashMap<>();

  TableBuilder(Projections projections) {
    this.projections = projections;
    this.unit = projections.table().add(Keys.UNIT, new Order.First(), line -> "");
  }

  /// What goes where.
  ///
  /// @param residue what a line has besides; if it varies within a cell, that is said
  record Projections(Projection table, Projection row, Projection column, Projection residue) {}

  private record Place(Key row, Key column) implements Comparable<Place> {

    @Override
    public int compareTo(Place other) {
      int order = row.compareTo(other.row);
      return order != 0 ? order : column.compareTo(other.column);
    }
  }

  /// What is in a cell.
  private static final class Numbers {
    private final List<Double> values = new ArrayList<>();
    private final Set<Key> residues = new HashSet<>();

    double[] sorted() {
      double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
      Arrays.sort(sorted);
      return sorted;
    }
  }

  void add(Observation line) {
    List<Key> keys =
        line.values().stream()
            .map(value -> projections.table().key(line, unit, value.unit()))
            .toList();
    Place place = new Place(projections.row().key(line), projections.column().key(line));
    Key residue = projections.residue().key(line);
    for (int i = 0; i < keys.size(); i++) {
      Numbers numbers =
          tables
              .computeIfAbsent(keys.get(i), key -> new LinkedHashMap<>())
              .computeIfAbsent(place, each -> new Numbers());
      numbers.values.add(line.values().get(i).value());
      numbers.residues.add(residue);
    }
  }

  /// A table, and what holds for all of it.
  ///
  /// @param settings a line for each that is not the same as in the table before
  record Headed(List<String> settings, Table table) {}

  /// All tables, in their order.
  ///
  /// @param isExact whether measurements in a unit have no noise
  List<Headed> tables(double alpha, double confidence, Predicate<String> isExact) {
    List<Headed> headed = new ArrayList<>();
    Optional<Key> before = Optional.empty();
    for (Key key : projections.table().sorted(tables.keySet())) {
      List<String> settings = new ArrayList<>();
      for (Field field : projections.table().fields()) {
        boolean same = before.isPresent() && before.get().get(field).equals(key.get(field));
        if (field != unit && !same) {
          settings.add(field.name() + ": " + key.get(field));
        }
      }
      before = Optional.of(key);
      Weighing weighing = new Weighing(alpha, confidence, isExact.test(key.get(unit)));
      headed.add(new Headed(settings, table(key, weighing)));
    }
    return headed;
  }

  /// How a table's numbers are compared.
  private record Weighing(double alpha, double confidence, boolean exact) {

    Summary summary(double[] sorted) {
      return exact ? Summary.exact(sorted) : Summary.median(sorted, confidence);
    }

    Comparison comparison(double[] old, double[] candidate) {
      return exact ? Comparison.exact(old, candidate) : Comparison.ranks(old, candidate, alpha);
    }
  }

  private Table table(Key key, Weighing weighing) {
    Map<Place, Numbers> cells = tables.getOrDefault(key, Map.of());
    Set<Key> rowKeys = new HashSet<>();
    Set<Key> columnKeys = new HashSet<>();
    cells
        .keySet()
        .forEach(place -> {
          rowKeys.add(place.row());
          columnKeys.add(place.column());
        });
    List<Key> columns = projections.column().sorted(columnKeys);
    List<Table.Row> rows = new ArrayList<>();
    for (Key row : projections.row().sorted(rowKeys)) {
      Map<Integer, Cell> found = new HashMap<>();
      for (int i = 0; i < columns.size(); i++) {
        Numbers numbers = cells.get(new Place(row, columns.get(i)));
        Numbers base = i == 0 ? null : cells.get(new Place(row, columns.getFirst()));
        if (numbers != null) {
          found.put(i, cell(numbers, Optional.ofNullable(base), weighing));
        }
      }
      rows.add(new Table.Row(projections.row().text(row), found));
    }
    List<List<String>> headings =
        columns.stream()
            .map(column -> projections.column().fields().stream().map(column::get).toList())
            .toList();
    return new Table(key.get(unit), headings, rows);
  }

  private Cell cell(Numbers numbers, Optional<Numbers> base, Weighing weighing) {
    double[] sorted = numbers.sorted();
    return new Cell(
        weighing.summary(sorted),
        varying(numbers.residues),
        base.map(each -> weighing.summary(each.sorted()).centre()),
        base.map(each -> weighing.comparison(each.sorted(), sorted)));
  }

  private List<String> varying(Set<Key> residues) {
    List<String> names =
        projections.residue().fields().stream()
            .filter(field -> residues.stream().map(key -> key.get(field)).distinct().count() > 1)
            .map(Field::name)
            .toList();
    return names.isEmpty() ? List.of() : List.of("benchmarks vary in " + String.join(", ", names));
  }
}
