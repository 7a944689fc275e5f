package hone.format.pprof;

import hone.input.FormatException;
import hone.input.Limits;
import hone.profile.StackCursor;
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
  private final StackCursor cursor = new StackCursor(stacks);
  private final Fields.Message reading = this::field;
  private final Numbers own;
  private final Path path;

  Samples(Fields fields, Limits limits, Table locations) {
    this.fields = fields;
    this.limits = limits;
    this.locations = locations;
    labels = new SampleLabels(fields, limits);
    own = new Numbers(fields, limits.count(), "values of one sample");
    path = new Path(fields, limits);
  }

  /// Reads one sample, the field here.
  void read() throws IOException {
    path.clear();
    own.clear();
    fields.message(reading);
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

  private boolean field(int number) throws IOException {
    switch (number) {
      case LOCATION -> fields.numbers(path);
      case VALUE -> fields.numbers(own);
      case LABEL -> labels.read(count);
      default -> {
        return false;
      }
    }
    return true;
  }

  private void add() throws FormatException {
    if (width >= 0 && own.count() != width) {
      throw fields.broken(
          "sample has %d values, those before have %d".formatted(own.count(), width));
    }
    width = own.count();
    limits.checkCount(fields.input(), "samples", count + 1L);
    if (count == stackOf.length) {
      stackOf = Arrays.copyOf(stackOf, count * 2);
    }
    addValues();
    stackOf[count++] = stack();
  }

  private void addValues() throws FormatException {
    long end = (count + 1L) * width;
    limits.checkCount(fields.input(), "sample values", end);
    if (end > values.length) {
      values = Arrays.copyOf(values, (int) Math.max(end, values.length * 2L));
    }
    for (int type = 0; type < width; type++) {
      values[count * width + type] = own.at(type);
    }
  }

  /// The stack of the locations that were read.
  private int stack() throws FormatException {
    path.lead(cursor, locations);
    limits.checkCount(fields.input(), "stacks", stacks.size());
    return cursor.node();
  }
}
