package hone.format.pprof;

import hone.input.FormatException;
import hone.input.Limits;
import hone.profile.Label;
import hone.profile.ProfileBuilder;
import java.io.IOException;
import java.util.Arrays;

/// The labels of samples as they are written: places of strings, which come later in the input.
final class SampleLabels {

  private static final int KEY = 1;
  private static final int TEXT = 2;
  private static final int NUMBER = 3;
  private static final int UNIT = 4;
  private static final int WIDTH = 4;

  private final Fields fields;
  private final Limits limits;
  private long[] rows = new long[0];
  private int[] sampleOf = new int[0];
  private int count;
  private int next;

  SampleLabels(Fields fields, Limits limits) {
    this.fields = fields;
    this.limits = limits;
  }

  /// Reads one label of a sample, the field here.
  void read(int sample) throws IOException {
    limits.checkCount(fields.input(), "labels", (count + 1L) * WIDTH);
    if (count == sampleOf.length) {
      sampleOf = Arrays.copyOf(sampleOf, Math.max(64, count * 2));
      rows = Arrays.copyOf(rows, sampleOf.length * WIDTH);
    }
    int row = count * WIDTH;
    fields.message(number -> {
      if (number < KEY || number > UNIT) {
        return false;
      }
      rows[row + number - 1] = fields.number();
      return true;
    });
    sampleOf[count++] = sample;
  }

  /// Adds the labels of the next sample to the one that `builder` was given last.
  void addTo(ProfileBuilder builder, int sample, Strings strings) throws FormatException {
    while (next < count && sampleOf[next] == sample) {
      int row = next * WIDTH - 1;
      String key = strings.at(rows[row + KEY]);
      if (rows[row + TEXT] != 0) {
        builder.label(new Label.Text(key, strings.at(rows[row + TEXT])));
      } else {
        String unit = strings.at(rows[row + UNIT]);
        builder.label(new Label.Amount(key, rows[row + NUMBER], unit));
      }
      next++;
    }
  }
}
