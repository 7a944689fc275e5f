package hone.bench;

import java.util.Arrays;
import java.util.List;

/// The numbers of one series, while they are read.
public final class Measurements {

  private double[] values = new double[8];
  private int count;

  /// Adds one at the end.
  public void add(double value) {
    if (count == values.length) {
      values = Arrays.copyOf(values, count * 2);
    }
    values[count++] = value;
  }

  /// Adds all of another at the end.
  public void addAll(Measurements others) {
    for (int i = 0; i < others.count; i++) {
      add(others.values[i]);
    }
  }

  /// Whether there are none.
  public boolean isEmpty() {
    return count == 0;
  }

  /// All of them, in the order they were added.
  public List<Double> list() {
    return Arrays.stream(values, 0, count).boxed().toList();
  }
}
