package hone.input;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The lines of a text of any length, each of bounded length; `\n` and `\r\n` end a line.
///
/// The text is UTF-8, or what the mark it begins with says.
public final class Lines implements Closeable {

  private static final int LONGEST = 1 << 24;

  private final String input;
  private final InputStream in;
  private byte[] buffer = new byte[1 << 16];
  private int at;
  private int end;
  private long number;

  private Lines(String input, InputStream in) {
    this.input = input;
    this.in = in;
  }

  /// The lines of an input, from the first.
  public static Lines of(Source source) throws IOException {
    Encoding encoding = Encoding.of(source.head(Encoding.LONGEST_MARK));
    InputStream in = source.open();
    in.skipNBytes(encoding.markBytes());
    return new Lines(source.name(), encoding.isUtf8() ? in : new Recoded(in, encoding.charset()));
  }

  /// The lines of the first bytes of an input, the last one cut where the bytes are.
  public static List<String> ofHead(byte[] head) {
    return Encoding.of(head).decoded(head).lines().toList();
  }

  /// The next line without its end, or empty after the last one.
  ///
  /// @throws FormatException if the line is longer than 16 MiB
  public Optional<String> next() throws IOException {
    int searched = at;
    while (true) {
      for (int place = searched; place < end; place++) {
        if (buffer[place] == '\n') {
          return Optional.of(taken(place, place + 1));
        }
      }
      searched = end - at;
      boolean more = fill();
      searched += at;
      if (!more) {
        return at < end ? Optional.of(taken(end, end)) : Optional.empty();
      }
    }
  }

  /// 1-based number of the line that [#next] gave last.
  public long number() {
    return number;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private String taken(int to, int next) {
    int length = to - at;
    if (length > 0 && buffer[to - 1] == '\r') {
      length--;
    }
    String line = new String(buffer, at, length, StandardCharsets.UTF_8);
    at = next;
    number++;
    return line;
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
