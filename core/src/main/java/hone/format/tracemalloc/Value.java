package hone.format.tracemalloc;

import java.util.ArrayList;
import java.util.List;

/// A value of a pickle. It may be shared, and a list may hold itself: whoever reads it must go down
/// a known number of levels only.
sealed interface Value {

  /// A number without a fraction.
  record Whole(long number) implements Value {}

  /// A text.
  record Text(String text) implements Value {}

  /// Values that stay as they are.
  record Tuple(List<Value> values) implements Value {}

  /// A name of a class, which stays a name.
  record ClassName(String name) implements Value {}

  /// None, a truth value or a float: nothing that a snapshot needs.
  record Other() implements Value {}

  /// Where a tuple or the items of a list begin.
  record Mark() implements Value {}

  /// A list, which grows while it is read.
  final class Items implements Value {
    private final List<Value> values = new ArrayList<>();

    List<Value> values() {
      return values;
    }
  }

  /// A dict, or an object whose fields are one.
  final class Fields implements Value {
    private final List<Value> keys = new ArrayList<>();
    private final List<Value> values = new ArrayList<>();

    void put(Value key, Value value) {
      keys.add(key);
      values.add(value);
    }

    void putAll(Fields other) {
      List<Value> otherKeys = List.copyOf(other.keys);
      List<Value> otherValues = List.copyOf(other.values);
      keys.addAll(otherKeys);
      values.addAll(otherValues);
    }

    int size() {
      return keys.size();
    }

    /// The value of that name that was put last, or nothing of use.
    Value of(String name) {
      for (int at = keys.size() - 1; at >= 0; at--) {
        if (keys.get(at) instanceof Text text && text.text().equals(name)) {
          return values.get(at);
        }
      }
      return new Other();
    }
  }
}
