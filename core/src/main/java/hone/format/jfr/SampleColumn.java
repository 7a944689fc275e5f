package hone.format.jfr;

import java.util.Arrays;

/// The samples of one kind of event: a stack and a value each.
final class SampleColumn {

  private int[] stacks = new int[256];
  private long[] values = new long[256];
  private int count;
  private long truncated;

  void add(int stack, long value, boolean cut) {
    if (count == stacks.length) {
      stacks = Arrays.copyOf(stacks, count * 2);
      values = Arrays.copyOf(values, count * 2);
    }
    stacks[count] = stack;
    values[count] = value;
    count++;
    truncated += cut ? 1 : 0;
  }

  int count() {
    return count;
  }

  int stack(int sample) {
    return stacks[sample];
  }

  long value(int sample) {
    return values[sample];
  }

  /// How many of the stacks the JVM cut short.
  long truncated() {
    return truncated;
  }
}
