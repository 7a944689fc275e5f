package hone.format.pprof;

import hone.format.Ids;
import hone.input.FormatException;
import hone.input.Limits;
import java.util.Arrays;

/// One of the tables of a profile (locations, functions, mappings): rows found by id.
///
/// A row may come before or after what refers to it, and is never empty. Id 0 stands for nothing and is never a row.
final class Table {

  private final String kind;
  private final Fields fields;
  private final Limits limits;
  private final Ids ids = new Ids();
  private long[] cells = new long[256];
  private int[] begins = new int[64];
  private int[] widths = new int[64];
  private int used;
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
    if (count == begins.length) {
      begins = Arrays.copyOf(begins, count * 2);
      widths = Arrays.copyOf(widths, count * 2);
      idOf = Arrays.copyOf(idOf, count * 2);
      firstMetAt = Arrays.copyOf(firstMetAt, count * 2);
    }
    idOf[count] = id;
    firstMetAt[count] = fields.offset();
    count++;
  }

  /// Adds a row.
  ///
  /// @param width how many cells of `row` are its own, at least one
  void define(long id, long[] row, int width) throws FormatException {
    int place = place(id);
    if (widths[place] > 0) {
      throw fields.broken("two " + kind + "s have the id " + Long.toUnsignedString(id));
    }
    if (width > cells.length - used) {
      grow(width);
    }
    System.arraycopy(row, 0, cells, used, width);
    begins[place] = used;
    widths[place] = width;
    used += width;
    if (definedCount == defined.length) {
      defined = Arrays.copyOf(defined, definedCount * 2);
    }
    defined[definedCount++] = place;
  }

  private void grow(int width) throws FormatException {
    int most = Integer.MAX_VALUE - Long.BYTES;
    if (width > most - used) {
      throw fields.broken("more than %d numbers on %ss".formatted(most, kind));
    }
    cells = Arrays.copyOf(cells, (int) Math.max(used + width, Math.min(most, cells.length * 2L)));
  }

  /// The places of the rows, in the order in which they came.
  int[] defined() {
    return Arrays.copyOf(defined, definedCount);
  }

  long id(int place) {
    return idOf[place];
  }

  /// Makes sure that the row of a place is there.
  ///
  /// @throws FormatException if it never came
  void require(int place) throws FormatException {
    if (widths[place] == 0) {
      throw fields.brokenAt(
          firstMetAt[place],
          "no %s has the id %s".formatted(kind, Long.toUnsignedString(idOf[place])));
    }
  }

  /// How many cells the row of a place has; 0 where it never came.
  int width(int place) {
    return widths[place];
  }

  /// A cell of a row that is there.
  long cell(int place, int column) {
    return cells[begins[place] + column];
  }

  int size() {
    return count;
  }
}
