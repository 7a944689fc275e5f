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
  CPU(0, "samples", "cpu"),
  ALLOCATION(2, "alloc_samples", "alloc_space"),
  WALL(4, "wall_samples", "wall"),
  NATIVE(6, "native_samples", "native"),
  LOCK(8, "lock_count", "lock"),
  PARK(10, "park_count", "park"),
  WAIT(12, "wait_count", "wait"),
  SLEEP(14, "sleep_count", "sleep"),
  SOCKET(16, "socket_count", "socket"),
  FILE(18, "file_count", "file");

  private final int column;
  private final String count;
  private final String amount;

  Measure(int column, String count, String amount) {
    this.column = column;
    this.count = count;
    this.amount = amount;
  }

  static List<ValueType> types() {
    List<ValueType> types = new ArrayList<>();
    for (Measure measure : values()) {
      Unit unit = measure == ALLOCATION ? Unit.BYTES : Unit.NANOSECONDS;
      types.add(new ValueType(measure.count, Unit.COUNT));
      types.add(new ValueType(measure.amount, unit));
    }
    return types;
  }

  int countColumn() {
    return column;
  }

  int amountColumn() {
    return column + 1;
  }
}
