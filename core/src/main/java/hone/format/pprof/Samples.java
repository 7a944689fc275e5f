package hone.format.pprof;

import hone.input.FormatException;
import hone.input.Limits;
import hone.profile.Profile;
import hone.profile.StackTable;
import java.io.IOException;
import java.util.Arrays;

/// The samples of a profile, as stacks of locations: what a location is comes later in the input.
final class Samples {

  private static final int LOCATION = 1;
  private static final int VALUE = 2;
  private static final int LABEL = 3;

  private final Fields fields;
  private final Limits limits;
  private final Table locations;
  private final StackTable stacks = new StackTable();
  private final SampleLabels labels;
  private int[] stackOf = new int[1024];
  private long[] values = new long[1024];
  private int count;
  private int width = -1;
  private int[] path = new int[128];
  private int depth;
  private int valueCount;

  Samples(Fields fields, Limits limits, Table locations) {
    this.fields = fields;
    this.limits = limits;
    this.locations = locations;
    labels = new SampleLabels(fields, limits);
  }

  /// Reads one sample, the field here.
  void read() throws IOException {
    depth = 0;
    valueCount = 0;
    fields.message(number ->
        switch (number) {
          case LOCATION -> {
            fields.numbers(this::location);
            yield true;
          }
          case VALUE -> {
            fields.numbers(this::value);
            yield true;
          }
          case LABEL -> {
            labels.read(count);
            yield true;
          }
          default -> false;
        });
    add();
  }

  int count() {
    return count;
  }

  /// How many values each sample has; -1 where there is no sample.
  int width() {
    return width;
  }

  /// The stack of a sample, a node of [#stacks], or [Profile#NONE].
  int stack(int sample) {
    return stackOf[sample];
  }

  long value(int sample, int type) {
    return values[sample * width + type];
  }

  /// Stacks whose leaves are places in the table of locations.
  StackTable stacks() {
    return stacks;
  }

  /// The labels of the samples.
  SampleLabels labels() {
    return labels;
  }

  private void location(long id) throws FormatException {
    if (depth == limits.depth()) {
      throw fields.broken("more than " + depth + " locations on one stack");
    }
    if (depth == path.length) {
      path = Arrays.copyOf(path, depth * 2);
    }
    path[depth++] = locations.place(id);
  }

  private void value(long value) throws FormatException {
    int at = checkedIndex(count, Math.max(width, 0)) + valueCount;
    limits.checkCount(fields.input(), "sample values", at + 1L);
    if (at >= values.length) {
      values = Arrays.copyOf(values, values.length * 2);
    }
    values[at] = value;
    valueCount++;
  }

  private int checkedIndex(int sample, int valuesEach) throws FormatException {
    long index = (long) sample * valuesEach;
    limits.checkCount(fields.input(), "sample values", index);
    return (int) index;
  }

  private void add() throws FormatException {
    if (width >= 0 && valueCount != width) {
      throw fields.broken(
          "sample has %d values, those before have %d".formatted(valueCount, width));
    }
    width = valueCount;
    limits.checkCount(fields.input(), "samples", count + 1L);
    if (count == stackOf.length) {
      stackOf = Arrays.copyOf(stackOf, count * 2);
    }
    int stack = Profile.NONE;
    for (int at = depth - 1; at >= 0; at--) {
      stack = stacks.node(path[at], stack);
    }
    limits.checkCount(fields.input(), "stacks", stacks.size());
    stackOf[count++] = stack;
  }
}
