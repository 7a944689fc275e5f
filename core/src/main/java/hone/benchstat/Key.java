package hone.benchstat;

import java.util.Arrays;
import java.util.List;

/// What a projection sees of a line: a value for each of its fields, without empty ones at the end.
record Key(List<String> values) implements Comparable<Key> {

  Key {
    int length = values.size();
    while (length > 0 && values.get(length - 1).isEmpty()) {
      length--;
    }
    values = List.copyOf(values.subList(0, length));
  }

  /// By its values one after the other, for the reason that [hone.bench.SeriesKey] gives.
  @Override
  public int compareTo(Key other) {
    return Arrays.compare(values.toArray(String[]::new), other.values.toArray(String[]::new));
  }

  String get(Field field) {
    return field.index() < values.size() ? values.get(field.index()) : "";
  }
}
