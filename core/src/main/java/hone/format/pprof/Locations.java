package hone.format.pprof;

import hone.input.Limits;
import java.io.IOException;
import java.util.Arrays;

/// Reads locations as rows: what is known of the address, and then its calls, innermost first.
final class Locations {

  /// The first columns: the mapping's place or -1, the address, whether it is folded.
  static final int MAPPING = 0;

  static final int ADDRESS = 1;
  static final int FOLDED = 2;

  /// Where the calls begin.
  static final int CALLS = 3;

  /// The columns of each call: its function's place, its line and its column.
  static final int CALL_COLUMNS = 3;

  private final Fields fields;
  private final Limits limits;
  private final Table mappings;
  private final Table functions;
  private final Table locations;
  private final Fields.Message reading = this::field;
  private final Fields.Message readingCall = this::callField;
  private final long[] call = new long[CALL_COLUMNS];
  private long[] row = new long[CALLS + CALL_COLUMNS];
  private int width;
  private long id;

  Locations(Fields fields, Limits limits, Table mappings, Table functions, Table locations) {
    this.fields = fields;
    this.limits = limits;
    this.mappings = mappings;
    this.functions = functions;
    this.locations = locations;
  }

  /// Reads one location, the field here.
  void read() throws IOException {
    id = 0;
    row[MAPPING] = -1;
    row[ADDRESS] = 0;
    row[FOLDED] = 0;
    width = CALLS;
    fields.message(reading);
    locations.define(id, row, width);
  }

  private boolean field(int number) throws IOException {
    switch (number) {
      case 1 -> id = fields.number();
      case 2 -> {
        long mapping = fields.number();
        row[MAPPING] = mapping == 0 ? -1 : mappings.place(mapping);
      }
      case 3 -> row[ADDRESS] = fields.number();
      case 4 -> call();
      case 5 -> row[FOLDED] = fields.number();
      default -> {
        return false;
      }
    }
    return true;
  }

  private void call() throws IOException {
    if ((width - CALLS) / CALL_COLUMNS == limits.depth()) {
      throw fields.broken("more than " + limits.depth() + " calls inlined at one location");
    }
    Arrays.fill(call, 0);
    fields.message(readingCall);
    if (call[1] > Integer.MAX_VALUE) {
      throw fields.broken("line %d is none a file can have".formatted(call[1]));
    }
    call[0] = functions.place(call[0]);
    if (width == row.length) {
      row = Arrays.copyOf(row, row.length * 2);
    }
    System.arraycopy(call, 0, row, width, CALL_COLUMNS);
    width += CALL_COLUMNS;
  }

  private boolean callField(int number) throws IOException {
    if (number < 1 || number > CALL_COLUMNS) {
      return false;
    }
    call[number - 1] = fields.number();
    return true;
  }
}
