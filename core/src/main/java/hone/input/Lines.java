package hone.input;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The lines of a text of any length, each of bounded length; `\n` and `\r\n` end a line.
///
/// The text is UTF-8, or what the mark it begins with says.
public final class Lines implements Closeable {

  private static final int LONGEST = 1 << 24;
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long EACH = 0x0101010101010101L;
  private static final long LINE_ENDS = EACH * '\n';

  private final String input;
  private final InputStream in;
  private byte[] buffer = new byte[1 << 16];
  private int at;
  private int end;
  private long number;
  private int from;
  private int to;

  private Lines(String input, InputStream in) {
    this.input = input;
    this.in = in;
  }

  /// The lines of an input, from the first.
  public static Lines of(Source source) throws IOException {
    Encoding encoding = Encoding.of(source.head(Encoding.LONGEST_MARK));
    InputStream in = source.open();
    in.skipNBytes(encoding.markBytes());
    return new Lines(source.name(), Recoded.utf8(in, encoding.charset()));
  }

  /// The lines of the first bytes of an input, the last one cut where the bytes are.
  public static List<String> ofHead(byte[] head) {
    return Encoding.of(head).decoded(head).lines().toList();
  }

  /// The next line without its end, or empty after the last one.
  ///
  /// @throws FormatException if the line is longer than 16 MiB
  public Optional<String> next() throws IOException {
    return advance() ? Optional.of(text()) : Optional.empty();
  }

  /// Goes to the next line; false after the last one.
  ///
  /// @throws FormatException if the line is longer than 16 MiB
  public boolean advance() throws IOException {
    int searched = at;
    while (true) {
      int place = lineEnd(searched);
      if (place < end) {
        take(place, place + 1);
        return true;
      }
      searched = end - at;
      boolean more = fill();
      searched += at;
      if (!more) {
        boolean last = at < end;
        if (last) {
          take(end, end);
        }
        return last;
      }
    }
  }

  /// The line gone to, without its end.
  public String text() {
    return new String(buffer, from, to - from, StandardCharsets.UTF_8);
  }

  /// What holds the line gone to, between [#from] and [#to]; good until the next one is gone to.
  public byte[] bytes() {
    return buffer;
  }

  /// Where the line gone to begins.
  public int from() {
    return from;
  }

  /// Where the line gone to ends.
  public int to() {
    return to;
  }

  /// 1-based number of the line gone to.
  public long number() {
    return number;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private void take(int lineEnd, int next) {
    from = at;
    to = lineEnd > at && buffer[lineEnd - 1] == '\r' ? lineEnd - 1 : lineEnd;
    at = next;
    number++;
  }

  /// The place of the next line end, eight bytes at a time; the end of what was read without one.
  private int lineEnd(int searched) {
    int place = searched;
    for (; place + Long.BYTES <= end; place += Long.BYTES) {
      long differs = (long) EIGHT.get(buffer, place) ^ LINE_ENDS;
      long ends = differs - EACH & ~differs & EACH << 7;
      if (ends != 0) {
        return place + Long.numberOfTrailingZeros(ends) / Byte.SIZE;
      }
    }
    while (place < end && buffer[place] != '\n') {
      place++;
    }
    return place;
  }

  /// Reads on, behind what is left of the line that has begun; false at the end of the input.
  private boolean fill() throws IOException {
    int left = end - at;
    if (left > LONGEST) {
      throw new FormatException(input, "line " + (number + 1) + " is too long");
    }
    if (left > buffer.length / 2) {
      buffer = Arrays.copyOfRange(buffer, at, at + buffer.length * 2);
    } else {
      System.arraycopy(buffer, at, buffer, 0, left);
    }
    at = 0;
    end = left;
    int count = in.read(buffer, end, buffer.length - end);
    end += Math.max(count, 0);
    return count > 0;
  }
}
