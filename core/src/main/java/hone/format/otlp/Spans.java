package hone.format.otlp;

import hone.input.FormatException;
import hone.input.Limits;
import java.util.Arrays;

/// A table whose rows stay in the input: only where each begins and ends is kept.
final class Spans {

  private final String input;
  private final String rows;
  private final Limits limits;
  private long[] spans = new long[16];
  private int size;

  /// An empty table.
  ///
  /// @param rows what its rows are called in messages
  Spans(String input, String rows, Limits limits) {
    this.input = input;
    this.rows = rows;
    this.limits = limits;
  }

  void add(long span) throws FormatException {
    limits.checkCount(input, rows, size + 1L);
    if (size == spans.length) {
      spans = Arrays.copyOf(spans, size * 2);
    }
    spans[size++] = span;
  }

  int size() {
    return size;
  }

  /// The row with that number.
  ///
  /// @throws Rejection if there is none
  long at(long row) throws Rejection {
    if (row < 0 || row >= size) {
      throw new Rejection("%d is not one of the %d %s".formatted(row, size, rows));
    }
    return spans[(int) row];
  }
}
