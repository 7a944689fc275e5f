package hone.format.jfr;

import hone.input.FormatException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// Reads the bytes of a chunk one value after the other, never beyond their end.
final class Cursor {

  private static final int NULL = 0;
  private static final int EMPTY = 1;
  private static final int CONSTANT = 2;
  private static final int UTF_8 = 3;
  private static final int CHARACTERS = 4;
  private static final int LATIN_1 = 5;

  private final String input;
  private final long chunkOffset;
  private final byte[] bytes;
  private final boolean compressed;
  private int at;

  Cursor(String input, long chunkOffset, byte[] bytes, int at, boolean compressed) {
    this.input = input;
    this.chunkOffset = chunkOffset;
    this.bytes = bytes;
    this.at = at;
    this.compressed = compressed;
  }

  int at() {
    return at;
  }

  int remaining() {
    return bytes.length - at;
  }

  void moveTo(long place) throws FormatException {
    if (place < 0 || place > bytes.length) {
      throw broken("points outside the chunk");
    }
    at = (int) place;
  }

  void skip(long count) throws FormatException {
    if (count < 0 || count > remaining()) {
      throw broken("ends early");
    }
    at += (int) count;
  }

  int unsignedByte() throws FormatException {
    if (at >= bytes.length) {
      throw broken("ends early");
    }
    return bytes[at++] & 0xff;
  }

  /// A whole number: seven bits a byte, lowest first, the ninth byte whole; or, in a chunk that is
  /// not compressed, its plain width.
  long number(int width) throws FormatException {
    return compressed ? compressed() : plain(width);
  }

  int count() throws FormatException {
    long count = number(Integer.BYTES);
    // Each entry takes a byte at least, so a larger count is a broken one.
    if (count < 0 || count > remaining()) {
      throw broken("count of " + count + " cannot be");
    }
    return (int) count;
  }

  private long compressed() throws FormatException {
    long value = 0;
    for (int shift = 0; shift < 56; shift += 7) {
      int next = unsignedByte();
      value |= (next & 0x7fL) << shift;
      if (next < 0x80) {
        return value;
      }
    }
    return value | (long) unsignedByte() << 56;
  }

  private long plain(int width) throws FormatException {
    long value = 0;
    for (int part = 0; part < width; part++) {
      value = value << 8 | unsignedByte();
    }
    return value;
  }

  /// A string; one that stands in the pool of strings is empty here, as none of those is needed.
  String text() throws FormatException {
    int encoding = unsignedByte();
    return switch (encoding) {
      case NULL, EMPTY -> "";
      case CONSTANT -> {
        number(Long.BYTES);
        yield "";
      }
      case UTF_8 -> text(StandardCharsets.UTF_8);
      case LATIN_1 -> text(StandardCharsets.ISO_8859_1);
      case CHARACTERS -> characters();
      default -> throw broken("string of unknown encoding " + encoding);
    };
  }

  private String characters() throws FormatException {
    int length = count();
    StringBuilder characters = new StringBuilder(length);
    for (int index = 0; index < length; index++) {
      characters.append((char) number(Character.BYTES));
    }
    return characters.toString();
  }

  private String text(Charset charset) throws FormatException {
    int length = count();
    String text = new String(bytes, at, length, charset);
    skip(length);
    return text;
  }

  FormatException broken(String message) {
    return new FormatException(input, "at byte " + (chunkOffset + at) + ": " + message);
  }
}
