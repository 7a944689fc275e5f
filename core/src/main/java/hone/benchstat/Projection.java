package hone.benchstat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// Turns lines into keys: what is in one table, in one row, in one column.
///
/// New settings add fields while lines are read, so an index says nothing of the order of fields.
final class Projection {

  private final List<Part> parts = new ArrayList<>();
  private final Set<Key> keys = new HashSet<>();
  private int fieldCount;

  /// One word of the projection.
  private interface Part {
    List<Field> fields();

    /// Puts what it sees into a row, which grows as needed.
    void fill(Observation line, List<String> row);
  }

  /// A word that has one value.
  private record Single(Field field, Function<Observation, String> value) implements Part {

    @Override
    public List<Field> fields() {
      return List.of(field);
    }

    @Override
    public void fill(Observation line, List<String> row) {
      put(row, field, value.apply(line));
    }
  }

  /// All settings from the file, except some. Their values are sorted by the alphabet, unless told
  /// otherwise.
  private final class Settings implements Part {

    private final Order order;
    private final Set<String> without;
    private final Map<String, Field> fields = new LinkedHashMap<>();

    Settings(Order order, Set<String> without) {
      this.order = order;
      this.without = without;
    }

    @Override
    public List<Field> fields() {
      return List.copyOf(fields.values());
    }

    @Override
    public void fill(Observation line, List<String> row) {
      for (Observation.Setting setting : line.settings()) {
        if (setting.isFromFile() && !without.contains(setting.key())) {
          Field field =
              fields.computeIfAbsent(setting.key(), key -> new Field(key, fieldCount++, order));
          put(row, field, setting.value());
        }
      }
    }
  }

  /// A field that has one value.
  Field add(String name, Order order, Function<Observation, String> value) {
    Field field = new Field(name, fieldCount++, order);
    parts.add(new Single(field, value));
    return field;
  }

  /// A field for each setting.
  ///
  /// @param without may still grow, until the first line
  void addSettings(Order order, Set<String> without) {
    parts.add(new Settings(order, without));
  }

  /// The fields there are by now, in order.
  List<Field> fields() {
    return parts.stream().flatMap(part -> part.fields().stream()).toList();
  }

  Key key(Observation line) {
    return key(line, List.of());
  }

  /// The key of a line, with a value put where its field is.
  private Key key(Observation line, List<Map.Entry<Field, String>> more) {
    List<String> row = new ArrayList<>();
    parts.forEach(part -> part.fill(line, row));
    more.forEach(each -> put(row, each.getKey(), each.getValue()));
    Key key = new Key(row);
    if (keys.add(key)) {
      parts.stream()
          .filter(Single.class::isInstance)
          .forEach(part -> part.fields().getFirst().see(key));
    }
    return key;
  }

  /// The key of one measurement.
  Key key(Observation line, Field unit, String value) {
    return key(line, List.of(Map.entry(unit, value)));
  }

  List<Key> sorted(Set<Key> some) {
    List<Field> fields = fields();
    return some.stream().sorted((one, other) -> compare(fields, one, other)).toList();
  }

  private static int compare(List<Field> fields, Key one, Key other) {
    return fields.stream()
        .mapToInt(field -> field.compare(one, other))
        .filter(order -> order != 0)
        .findFirst()
        .orElse(0);
  }

  /// The values that are there, one after the other.
  String text(Key key) {
    return String.join(
        " ", fields().stream().map(key::get).filter(value -> !value.isEmpty()).toList());
  }

  private static void put(List<String> row, Field field, String value) {
    while (row.size() <= field.index()) {
      row.add("");
    }
    row.set(field.index(), value);
  }
}
