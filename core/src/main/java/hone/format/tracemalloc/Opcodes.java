package hone.format.tracemalloc;

import hone.input.FormatException;
import java.nio.charset.StandardCharsets;

/// The bytes of a pickle, and the numbers and texts that stand in them.
final class Opcodes {

  private static final int LONGEST_LINE = 200;

  private final String input;
  private final byte[] bytes;
  private int at;

  Opcodes(String input, byte[] bytes) {
    this.input = input;
    this.bytes = bytes;
  }

  boolean atEnd() {
    return at == bytes.length;
  }

  int next() throws FormatException {
    if (at >= bytes.length) {
      throw broken("ends early");
    }
    return bytes[at++] & 0xff;
  }

  /// A number of eight bytes.
  long eight() throws FormatException {
    return little(8);
  }

  /// The number that follows an operation that makes one.
  long whole(int opcode) throws FormatException {
    return switch (opcode) {
      case 'K' -> next();
      case 'M' -> little(2);
      case 'J' -> (int) little(4);
      case 0x8a -> signed(next());
      default -> signed(little(4));
    };
  }

  /// The place in the memo that follows an operation on it.
  long place(int opcode) throws FormatException {
    return opcode == 'q' || opcode == 'h' ? next() : little(4);
  }

  /// The text that follows an operation that makes one.
  String text(int opcode) throws FormatException {
    long length =
        switch (opcode) {
          case 0x8c -> next();
          case 'X' -> little(4);
          default -> little(8);
        };
    if (length < 0 || length > bytes.length - at) {
      throw broken("ends early");
    }
    String text = new String(bytes, at, (int) length, StandardCharsets.UTF_8);
    at += (int) length;
    return text;
  }

  /// The text up to the end of the line.
  String line() throws FormatException {
    StringBuilder line = new StringBuilder();
    for (int here = next(); here != '\n'; here = next()) {
      line.append((char) here);
      if (line.length() > LONGEST_LINE) {
        throw broken("name is longer than " + LONGEST_LINE + " characters");
      }
    }
    return line.toString();
  }

  FormatException broken(String message) {
    return new FormatException(input, "byte " + at + ": " + message);
  }

  private long signed(long count) throws FormatException {
    if (count < 0 || count > Long.BYTES) {
      throw broken("number does not fit 64 bits");
    }
    int shift = Long.SIZE - (int) count * Byte.SIZE;
    return count == 0 ? 0 : little((int) count) << shift >> shift;
  }

  private long little(int count) throws FormatException {
    long number = 0;
    for (int place = 0; place < count; place++) {
      number |= (long) next() << (place * Byte.SIZE);
    }
    return number;
  }
}
