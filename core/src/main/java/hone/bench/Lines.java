package hone.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import hone.input.FormatException;
import hone.input.Source;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// The lines of a text, as they come; nothing is kept of those that are done.
public final class Lines {

  private static final int BUFFER_BYTES = 1 << 16;
  private static final int LONGEST_BYTES = 1 << 26;

  private Lines() {}

  /// Takes a line where it stands in a buffer, without its end.
  @FunctionalInterface
  public interface Bytes {
    /// Takes the line.
    ///
    /// @param buffer belongs to the caller and changes after this call
    /// @param from   first byte of the line
    /// @param to     one after the last
    /// @param number 1 for the first line
    void take(byte[] buffer, int from, int to, long number) throws IOException;
  }

  /// Takes a line as text, without its end.
  @FunctionalInterface
  public interface Text {
    void take(String line, long number) throws IOException;
  }

  /// Each line of a UTF-8 text, from the first to the last.
  ///
  /// @throws FormatException if a line is longer than 64 MiB
  public static void each(Source source, Text line) throws IOException {
    bytes(
        source,
        (buffer, from, to, number) ->
            line.take(new String(buffer, from, to - from, UTF_8), number));
  }

  /// Each line as bytes, which is what costs least.
  ///
  /// @throws FormatException if a line is longer than 64 MiB
  public static void bytes(Source source, Bytes line) throws IOException {
    byte[] buffer = new byte[BUFFER_BYTES];
    int filled = 0;
    long number = 0;
    try (InputStream in = source.open()) {
      for (int count; (count = in.read(buffer, filled, buffer.length - filled)) >= 0; ) {
        int begin = 0;
        int searched = filled;
        filled += count;
        for (int end; (end = lineEnd(buffer, searched, filled)) >= 0; searched = begin) {
          number++;
          line.take(buffer, begin, withoutReturn(buffer, begin, end), number);
          begin = end + 1;
        }
        System.arraycopy(buffer, begin, buffer, 0, filled - begin);
        filled -= begin;
        if (filled == buffer.length) {
          buffer = larger(buffer, source.name(), number);
        }
      }
      if (filled > 0) {
        line.take(buffer, 0, withoutReturn(buffer, 0, filled), number + 1);
      }
    }
  }

  private static byte[] larger(byte[] buffer, String input, long number) throws FormatException {
    if (buffer.length >= LONGEST_BYTES) {
      throw new FormatException(
          input, "line " + (number + 1) + " is longer than " + LONGEST_BYTES + " bytes");
    }
    return Arrays.copyOf(buffer, buffer.length * 2);
  }

  private static int lineEnd(byte[] buffer, int from, int to) {
    for (int i = from; i < to; i++) {
      if (buffer[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  private static int withoutReturn(byte[] buffer, int begin, int end) {
    return end > begin && buffer[end - 1] == '\r' ? end - 1 : end;
  }
}
