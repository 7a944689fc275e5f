package hone.bench.go;

import static java.nio.charset.StandardCharsets.UTF_8;

import hone.bench.BenchmarkName;
import hone.bench.Better;
import hone.bench.Measurements;
import hone.bench.ResultsBuilder;
import hone.bench.Scaled;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// The measurements of a text by benchmark, configuration and unit. A name that was met before is
/// found by its bytes, without making a string of it.
final class GoTable {

  private static final String PACKAGE = "pkg";

  private final List<Row> rows = new ArrayList<>();
  private final Map<String, Better> directions = new HashMap<>();
  private final Set<String> exact = new HashSet<>();
  private final Map<SortedMap<String, String>, Map<Slice, Row>> byConfiguration = new HashMap<>();
  private SortedMap<String, String> configuration = new TreeMap<>();
  private Map<Slice, Row> current = new HashMap<>();
  private Row last = new Row(configuration, new Slice(new byte[0], 0, 0));

  GoTable() {
    byConfiguration.put(configuration, current);
  }

  /// A line `key: value`, which holds for all that follows.
  void configure(String key, String value) {
    SortedMap<String, String> changed = new TreeMap<>(configuration);
    if (value.isEmpty()) {
      changed.remove(key);
    } else {
      changed.put(key, value);
    }
    configuration = changed;
    current = byConfiguration.computeIfAbsent(changed, each -> new HashMap<>());
    last = new Row(configuration, new Slice(new byte[0], 0, 0));
  }

  String packageName() {
    return configuration.getOrDefault(PACKAGE, "");
  }

  void direct(String unit, Better better) {
    directions.put(Scaled.of(unit).metric().name(), better);
  }

  void assumeExact(String unit) {
    exact.add(Scaled.of(unit).metric().name());
  }

  /// The row of a benchmark; most lines are of the one before.
  Row row(byte[] line, int from, int to) {
    if (!last.is(line, from, to)) {
      Row found = current.get(new Slice(line, from, to));
      last = found == null ? added(Arrays.copyOfRange(line, from, to)) : found;
    }
    return last;
  }

  private Row added(byte[] name) {
    Slice key = new Slice(name, 0, name.length);
    Row row = new Row(configuration, key);
    current.put(key, row);
    rows.add(row);
    return row;
  }

  /// Hands everything on, under names that tell apart what differs in configuration.
  void pour(ResultsBuilder results) {
    Map<String, List<Row>> alike = new HashMap<>();
    for (Row row : rows) {
      alike.computeIfAbsent(row.name().full(), name -> new ArrayList<>()).add(row);
    }
    for (Row row : rows) {
      BenchmarkName name = row.name(differing(alike.getOrDefault(row.name().full(), List.of())));
      for (Column column : row.columns) {
        results.addAll(name, tidied(column.scaled()).metric(), column.values(), 0);
      }
    }
  }

  private Scaled tidied(Scaled scaled) {
    String metric = scaled.metric().name();
    Better better = directions.getOrDefault(metric, scaled.metric().better());
    Scaled directed = scaled.with(better);
    return exact.contains(metric) ? directed.counted() : directed;
  }

  /// Keys in which these rows are not all the same.
  private static Set<String> differing(List<Row> rows) {
    Set<String> keys = new HashSet<>();
    for (Row row : rows) {
      keys.addAll(differing(row.configuration, rows.getFirst().configuration));
      keys.addAll(differing(rows.getFirst().configuration, row.configuration));
    }
    return keys;
  }

  private static Set<String> differing(Map<String, String> one, Map<String, String> other) {
    Set<String> keys = new HashSet<>();
    one.forEach((key, value) -> {
      if (!value.equals(other.get(key))) {
        keys.add(key);
      }
    });
    return keys;
  }

  /// All measurements of one benchmark under one configuration.
  static final class Row {

    private final SortedMap<String, String> configuration;
    private final Slice slice;
    private final BenchmarkName name;
    private final List<Column> columns = new ArrayList<>();

    Row(SortedMap<String, String> configuration, Slice slice) {
      this.configuration = configuration;
      this.slice = slice;
      this.name = name(Set.of());
    }

    BenchmarkName name() {
      return name;
    }

    private BenchmarkName name(Set<String> differing) {
      String plain = slice.text();
      String in = configuration.getOrDefault(PACKAGE, "");
      StringBuilder full = new StringBuilder(in.isEmpty() ? plain : in + "." + plain);
      configuration.forEach((key, value) -> {
        if (differing.contains(key)) {
          full.append(" [").append(key).append(": ").append(value).append(']');
        }
      });
      return new BenchmarkName(full.toString(), plain);
    }

    private boolean is(byte[] line, int from, int to) {
      return slice.is(line, from, to);
    }

    /// The column of a unit; most lines have their units in the same places.
    Column column(int place, byte[] line, int from, int to) {
      if (place < columns.size() && columns.get(place).isOf(line, from, to)) {
        return columns.get(place);
      }
      for (Column column : columns) {
        if (column.isOf(line, from, to)) {
          return column;
        }
      }
      Column added = Column.of(new String(line, from, to - from, UTF_8));
      columns.add(added);
      return added;
    }
  }

  /// The measurements in one unit.
  record Column(String unit, Slice slice, Scaled scaled, Measurements values) {

    static Column of(String unit) {
      byte[] bytes = unit.getBytes(UTF_8);
      return new Column(
          unit, new Slice(bytes, 0, bytes.length), Scaled.of(unit), new Measurements());
    }

    private boolean isOf(byte[] line, int from, int to) {
      return slice.is(line, from, to);
    }
  }
}
