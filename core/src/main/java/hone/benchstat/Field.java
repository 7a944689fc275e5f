package hone.benchstat;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/// One field of a projection, and the order of its values.
final class Field {

  private final String name;
  private final int index;
  private final Map<String, Integer> seen = new HashMap<>();
  private final Comparator<String> comparator;

  /// A field that has seen nothing.
  ///
  /// @param index place of its value in a key
  Field(String name, int index, Order order) {
    this.name = name;
    this.index = index;
    this.comparator = order.comparator(seen).thenComparing(Comparator.naturalOrder());
  }

  String name() {
    return name;
  }

  int index() {
    return index;
  }

  void see(Key key) {
    seen.putIfAbsent(key.get(this), seen.size());
  }

  int compare(Key one, Key other) {
    return comparator.compare(one.get(this), other.get(this));
  }
}
