package hone.format.collapsed;

import hone.input.FormatException;
import hone.input.Source;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.util.Optional;

/// The lines of a text of any length, each of bounded length; `\n` and `\r\n` end a line.
final class Lines implements Closeable {

  private static final int LONGEST = 1 << 24;

  private final String input;
  private final Reader reader;
  private final char[] buffer = new char[1 << 16];
  private int at;
  private int end;
  private long number;

  private Lines(String input, Reader reader) {
    this.input = input;
    this.reader = reader;
  }

  static Lines of(Source source) throws IOException {
    Encoding encoding = Encoding.of(source.head(Encoding.LONGEST_MARK));
    InputStream in = source.open();
    in.skipNBytes(encoding.markBytes());
    return new Lines(source.name(), new InputStreamReader(in, encoding.charset()));
  }

  /// The next line without its end, or empty after the last one.
  Optional<String> next() throws IOException {
    StringBuilder line = new StringBuilder();
    while (at < end || fill()) {
      int newline = at;
      while (newline < end && buffer[newline] != '\n') {
        newline++;
      }
      line.append(buffer, at, newline - at);
      at = newline + 1;
      if (line.length() > LONGEST) {
        throw new FormatException(input, "line " + (number + 1) + " is too long");
      }
      if (newline < end) {
        return ended(line);
      }
    }
    return line.isEmpty() ? Optional.empty() : ended(line);
  }

  /// 1-based number of the line that [#next] gave last.
  long number() {
    return number;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }

  private Optional<String> ended(StringBuilder line) {
    number++;
    int length = line.length();
    if (length > 0 && line.charAt(length - 1) == '\r') {
      line.setLength(length - 1);
    }
    return Optional.of(line.toString());
  }

  private boolean fill() throws IOException {
    at = 0;
    end = Math.max(0, reader.read(buffer));
    return end > 0;
  }
}
