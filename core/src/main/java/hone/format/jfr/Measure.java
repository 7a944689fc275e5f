package hone.format.jfr;

import hone.profile.ValueType;
import hone.unit.Unit;
import java.util.ArrayList;
import java.util.List;

/// What the events of a recording measure: how often something was seen, and how much of it.
///
/// A profile has a pair of columns for each, in this order, whether there are events or not, so that
/// the profiles of any two recordings can be added up.
enum Measure {
  CPU("samples", "cpu", Unit.NANOSECONDS),
  ALLOCATION("alloc_samples", "alloc_space", Unit.BYTES),
  WALL("wall_samples", "wall", Unit.NANOSECONDS),
  NATIVE("native_samples", "native", Unit.NANOSECONDS),
  LOCK("lock_count", "lock", Unit.NANOSECONDS),
  PARK("park_count", "park", Unit.NANOSECONDS),
  WAIT("wait_count", "wait", Unit.NANOSECONDS),
  SLEEP("sleep_count", "sleep", Unit.NANOSECONDS),
  SOCKET("socket_count", "socket", Unit.NANOSECONDS),
  FILE("file_count", "file", Unit.NANOSECONDS);

  private final ValueType count;
  private final ValueType amount;

  Measure(String count, String amount, Unit unit) {
    this.count = new ValueType(count, Unit.COUNT);
    this.amount = new ValueType(amount, unit);
  }

  static List<ValueType> types() {
    List<ValueType> types = new ArrayList<>();
    for (Measure measure : values()) {
      types.add(measure.count);
      types.add(measure.amount);
    }
    return types;
  }

  int countColumn() {
    return 2 * ordinal();
  }

  int amountColumn() {
    return 2 * ordinal() + 1;
  }
}
