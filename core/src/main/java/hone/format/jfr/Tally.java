package hone.format.jfr;

import java.util.Arrays;

/// How often stacks were seen and what was measured there, summed by stack unless each event keeps
/// its time.
final class Tally {

  private final LongTable stacks = new LongTable();
  private final boolean timed;
  private long[] keys = new long[64];
  private long[] counts = new long[64];
  private long[] amounts = new long[64];
  private long[] ticks = new long[0];
  private int size;

  /// A tally of sums, or one that keeps each event.
  Tally(boolean timed) {
    this.timed = timed;
  }

  /// Adds an event.
  ///
  /// @throws ArithmeticException if a sum does not fit a `long`
  void add(long stack, long count, long amount, long when) {
    int row = timed ? size : stacks.place(stack);
    if (row == size) {
      append(stack, when);
    }
    counts[row] = Math.addExact(counts[row], count);
    amounts[row] = Math.addExact(amounts[row], amount);
  }

  int size() {
    return size;
  }

  long stack(int row) {
    return keys[row];
  }

  long count(int row) {
    return counts[row];
  }

  long amount(int row) {
    return amounts[row];
  }

  /// When the event of a row was, where each keeps its time.
  long ticks(int row) {
    return ticks[row];
  }

  long count() {
    long sum = 0;
    for (int row = 0; row < size; row++) {
      sum = Math.addExact(sum, counts[row]);
    }
    return sum;
  }

  private void append(long stack, long when) {
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, size * 2);
      counts = Arrays.copyOf(counts, size * 2);
      amounts = Arrays.copyOf(amounts, size * 2);
    }
    keys[size] = stack;
    if (timed) {
      ticks = size < ticks.length ? ticks : Arrays.copyOf(ticks, keys.length);
      ticks[size] = when;
    }
    size++;
  }
}
