package hone.format.pprof;

import java.io.IOException;
import java.util.Arrays;

/// Reads rows that are an id, field 1, and a number for each field from 2 on.
final class Entity implements Fields.Message {

  private static final int ID = 1;
  private static final int FIRST_COLUMN = 2;

  private final Fields fields;
  private final Table table;
  private final long[] row;
  private long id;

  /// A reader into a table.
  ///
  /// @param lastField number of the last field that is a column
  Entity(Fields fields, Table table, int lastField) {
    this.fields = fields;
    this.table = table;
    row = new long[lastField - FIRST_COLUMN + 1];
  }

  /// Reads one row, the field here.
  void read() throws IOException {
    id = 0;
    Arrays.fill(row, 0);
    fields.message(this);
    table.define(id, row, row.length);
  }

  @Override
  public boolean read(int number) throws IOException {
    if (number == ID) {
      id = fields.number();
      return true;
    }
    if (number < FIRST_COLUMN || number - FIRST_COLUMN >= row.length) {
      return false;
    }
    row[number - FIRST_COLUMN] = fields.number();
    return true;
  }
}
