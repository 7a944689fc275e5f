package hone.format.pprof;

import hone.input.FormatException;
import hone.input.Limits;
import java.util.Arrays;

/// One of the tables of a profile (locations, functions, mappings): rows found by id.
///
/// A row may come before or after what refers to it, and is never empty. Id 0 stands for nothing and is never a row.
final class Table {

  private static final long[] ABSENT = new long[0];

  private final String kind;
  private final Fields fields;
  private final Limits limits;
  private final Ids ids = new Ids();
  private long[][] rows = new long[64][];
  private long[] idOf = new long[64];
  private long[] firstMetAt = new long[64];
  private int[] defined = new int[64];
  private int definedCount;
  private int count;

  Table(String kind, Fields fields, Limits limits) {
    this.kind = kind;
    this.fields = fields;
    this.limits = limits;
  }

  /// The place of the row with that id, which may still be to come.
  int place(long id) throws FormatException {
    if (id == 0) {
      throw fields.broken(kind + " id is 0");
    }
    int place = ids.place(id);
    if (place == count) {
      add(id);
    }
    return place;
  }

  private void add(long id) throws FormatException {
    limits.checkCount(fields.input(), kind + "s", count + 1L);
    if (count == rows.length) {
      rows = Arrays.copyOf(rows, count * 2);
      idOf = Arrays.copyOf(idOf, count * 2);
      firstMetAt = Arrays.copyOf(firstMetAt, count * 2);
    }
    rows[count] = ABSENT;
    idOf[count] = id;
    firstMetAt[count] = fields.offset();
    count++;
  }

  void define(long id, long[] row) throws FormatException {
    int place = place(id);
    if (rows[place].length > 0) {
      throw fields.broken("two " + kind + "s have the id " + Long.toUnsignedString(id));
    }
    rows[place] = row;
    if (definedCount == defined.length) {
      defined = Arrays.copyOf(defined, definedCount * 2);
    }
    defined[definedCount++] = place;
  }

  /// The places of the rows, in the order in which they came.
  int[] defined() {
    return Arrays.copyOf(defined, definedCount);
  }

  long id(int place) {
    return idOf[place];
  }

  /// The row at a place.
  ///
  /// @throws FormatException if it never came
  long[] row(int place) throws FormatException {
    long[] row = rows[place];
    if (row.length == 0) {
      throw fields.brokenAt(
          firstMetAt[place],
          "no %s has the id %s".formatted(kind, Long.toUnsignedString(idOf[place])));
    }
    return row;
  }

  int size() {
    return count;
  }
}
