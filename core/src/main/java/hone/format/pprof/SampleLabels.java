package hone.format.pprof;

import hone.input.FormatException;
import hone.input.Limits;
import hone.profile.Label;
import hone.profile.ProfileBuilder;
import hone.table.Spread;
import java.io.IOException;
import java.util.Arrays;

/// The labels of samples as they are written: places of strings, which come later in the input.
///
/// Equal labels are kept once: a profile has few of them on very many samples.
final class SampleLabels {

  private static final int KEY = 0;
  private static final int TEXT = 1;
  private static final int NUMBER = 2;
  private static final int UNIT = 3;
  private static final int WIDTH = 4;

  private final Fields fields;
  private final Limits limits;
  private final long[] row = new long[WIDTH];
  private final Fields.Message reading = this::field;
  private long[] rows = new long[WIDTH * 16];
  private int[] numbers = new int[0];
  private int rowCount;
  private int[] slots = emptySlots(64);
  private int[] rowOf = new int[0];
  private int[] sampleOf = new int[0];
  private int count;
  private int next;

  SampleLabels(Fields fields, Limits limits) {
    this.fields = fields;
    this.limits = limits;
  }

  /// Reads one label of a sample, the field here; one without any value is none, as in pprof.
  void read(int sample) throws IOException {
    limits.checkCount(fields.input(), "labels", count + 1L);
    if (count == sampleOf.length) {
      sampleOf = Arrays.copyOf(sampleOf, Math.max(64, count * 2));
      rowOf = Arrays.copyOf(rowOf, sampleOf.length);
    }
    Arrays.fill(row, 0);
    fields.message(reading);
    if (row[TEXT] == 0 && row[NUMBER] == 0 && row[UNIT] == 0) {
      return;
    }
    rowOf[count] = place();
    sampleOf[count++] = sample;
  }

  /// Adds the labels of the next sample to the one that `builder` was given last.
  void addTo(ProfileBuilder builder, int sample, Strings strings) throws FormatException {
    if (numbers.length < rowCount) {
      numbers = new int[rowCount];
      Arrays.fill(numbers, -1);
    }
    while (next < count && sampleOf[next] == sample) {
      int place = rowOf[next++];
      if (numbers[place] < 0) {
        numbers[place] = builder.labelNumber(label(place * WIDTH, strings));
      }
      builder.label(numbers[place]);
    }
  }

  private Label label(int from, Strings strings) throws FormatException {
    String key = strings.at(rows[from + KEY]);
    return rows[from + TEXT] != 0
        ? new Label.Text(key, strings.at(rows[from + TEXT]))
        : new Label.Amount(key, rows[from + NUMBER], strings.at(rows[from + UNIT]));
  }

  private boolean field(int number) throws IOException {
    if (number < 1 || number > WIDTH) {
      return false;
    }
    row[number - 1] = fields.number();
    return true;
  }

  /// The place of the row that was read among those that differ.
  private int place() throws FormatException {
    int slot = slot(row, 0);
    if (slots[slot] < 0) {
      limits.checkCount(fields.input(), "different labels", rowCount + 1L);
      if (rowCount * 2 == slots.length) {
        grow();
        slot = slot(row, 0);
      }
      if (rowCount * WIDTH == rows.length) {
        rows = Arrays.copyOf(rows, rows.length * 2);
      }
      System.arraycopy(row, 0, rows, rowCount * WIDTH, WIDTH);
      slots[slot] = rowCount++;
    }
    return slots[slot];
  }

  private int slot(long[] of, int from) {
    int mask = slots.length - 1;
    long hash = 0;
    for (int column = 0; column < WIDTH; column++) {
      hash = Spread.of(hash ^ of[from + column]);
    }
    int slot = (int) (hash >>> Integer.SIZE) & mask;
    while (slots[slot] >= 0 && !isRow(slots[slot] * WIDTH, of, from)) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private boolean isRow(int place, long[] of, int from) {
    return Arrays.equals(rows, place, place + WIDTH, of, from, from + WIDTH);
  }

  private void grow() {
    slots = emptySlots(slots.length * 2);
    for (int place = 0; place < rowCount; place++) {
      slots[slot(rows, place * WIDTH)] = place;
    }
  }

  private static int[] emptySlots(int length) {
    int[] slots = new int[length];
    Arrays.fill(slots, -1);
    return slots;
  }
}
