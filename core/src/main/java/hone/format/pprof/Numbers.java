package hone.format.pprof;

import hone.input.FormatException;
import java.util.Arrays;

/// A bounded list of numbers that is filled again and again.
final class Numbers {

  private final Fields fields;
  private final int most;
  private final String what;
  private long[] values;
  private int count;

  /// An empty list.
  ///
  /// @param what what the numbers are, for the message that there are too many
  Numbers(Fields fields, int most, String what) {
    this.fields = fields;
    this.most = most;
    this.what = what;
    values = new long[Math.min(most, 16)];
  }

  void clear() {
    count = 0;
  }

  void add(long value) throws FormatException {
    if (count == values.length) {
      grow();
    }
    values[count++] = value;
  }

  int count() {
    return count;
  }

  long at(int place) {
    return values[place];
  }

  private void grow() throws FormatException {
    if (count == most) {
      throw fields.broken("more than " + most + " " + what);
    }
    values = Arrays.copyOf(values, (int) Math.min(most, count * 2L));
  }
}
