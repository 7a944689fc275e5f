package hone.format.austin;

import hone.input.FormatException;
import hone.input.Source;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// The bytes of a binary recording as the two things it is made of: numbers and texts.
final class Events implements Closeable {

  private static final int LONGEST_TEXT = 1 << 16;
  private static final int MOST_BITS = 62;

  private final String input;
  private final InputStream in;
  private long at;

  Events(Source source) throws IOException {
    this.input = source.name();
    this.in = new BufferedInputStream(source.open(), 1 << 16);
  }

  /// The next byte, or -1 at the end.
  int next() throws IOException {
    int value = in.read();
    at += value < 0 ? 0 : 1;
    return value;
  }

  /// A number: its sign and six bits in the first byte, seven in each that follows, lowest first.
  long number() throws IOException {
    int part = inside();
    boolean negative = (part & 0x40) != 0;
    long number = part & 0x3f;
    int shift = 6;
    while ((part & 0x80) != 0) {
      part = inside();
      if (shift > MOST_BITS - 7) {
        throw broken("number is too long");
      }
      number |= (long) (part & 0x7f) << shift;
      shift += 7;
    }
    return negative ? -number : number;
  }

  /// A text up to the zero byte that ends it.
  String text() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int value = inside(); value != 0; value = inside()) {
      if (bytes.size() == LONGEST_TEXT) {
        throw broken("text is longer than " + LONGEST_TEXT + " bytes");
      }
      bytes.write(value);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /// Where the next byte is.
  long offset() {
    return at;
  }

  FormatException broken(String message) {
    return new FormatException(input, "byte " + at + ": " + message);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private int inside() throws IOException {
    int value = next();
    if (value < 0) {
      throw broken("ends early");
    }
    return value;
  }
}
