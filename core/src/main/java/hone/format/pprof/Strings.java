package hone.format.pprof;

import hone.input.FormatException;
import hone.input.Limits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The string table, which everything refers to by place and which often comes last.
///
/// Kept as the bytes it came in: a table of millions of tiny strings, hostile or not, takes little
/// more room here than in the input, and most strings of a large profile are never asked for. What
/// is asked for twice is one string: functions share their files, and name themselves twice.
final class Strings {

  private final Fields fields;
  private final Limits limits;
  private byte[] bytes = new byte[1 << 12];
  private int[] ends = new int[1 << 8];
  private final Octets.Piece appending = this::append;
  private int count;
  private @Nullable String[] made = new String[0];

  Strings(Fields fields, Limits limits) {
    this.fields = fields;
    this.limits = limits;
  }

  void read() throws IOException {
    limits.checkCount(fields.input(), "strings", count + 1L);
    if (count == ends.length) {
      ends = Arrays.copyOf(ends, count * 2);
    }
    ends[count] = begin(count);
    fields.text(appending);
    count++;
  }

  /// Makes the string that is read longer.
  private void append(byte[] piece, int from, int length) throws FormatException {
    int begin = ends[count];
    if (length > Integer.MAX_VALUE - Long.BYTES - begin) {
      throw fields.broken("strings are longer than 2 GiB together");
    }
    int end = begin + length;
    if (end > bytes.length) {
      long doubled = Math.min(Integer.MAX_VALUE - Long.BYTES, bytes.length * 2L);
      bytes = Arrays.copyOf(bytes, (int) Math.max(end, doubled));
    }
    System.arraycopy(piece, from, bytes, begin, length);
    ends[count] = end;
  }

  /// The string at a place.
  ///
  /// @throws FormatException if there is none
  String at(long place) throws FormatException {
    if (place < 0 || place >= count) {
      throw fields.broken("string %d is not one of the %d of the table".formatted(place, count));
    }
    if (made.length < count) {
      made = Arrays.copyOf(made, count);
    }
    String known = made[(int) place];
    if (known != null) {
      return known;
    }
    int begin = begin((int) place);
    String text = new String(bytes, begin, ends[(int) place] - begin, StandardCharsets.UTF_8);
    made[(int) place] = text;
    return text;
  }

  private int begin(int place) {
    return place == 0 ? 0 : ends[place - 1];
  }
}
