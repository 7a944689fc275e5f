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
  private static final int LONGEST_NUMBER = 9;

  private final Chunk chunk;
  private final byte[] bytes;
  private final boolean compressed;
  private int at;
  private final int end;

  /// What reads from one place of a chunk to another.
  Cursor(Chunk chunk, byte[] bytes, int at, int end) {
    this.chunk = chunk;
    this.bytes = bytes;
    this.at = at;
    this.end = end;
    compressed = chunk.isCompressed();
  }

  int at() {
    return at;
  }

  int remaining() {
    return end - at;
  }

  void moveTo(long place) throws FormatException {
    if (place < 0 || place > end) {
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
    if (at >= end) {
      throw broken("ends early");
    }
    return bytes[at++] & 0xff;
  }

  /// A whole number: seven bits a byte, lowest first, the ninth byte whole; or, in a chunk that is
  /// not compressed, its plain width.
  long number(int width) throws FormatException {
    return compressed ? compressed() : plain(width);
  }

  /// Passes over a whole number.
  void skipNumber(int width) throws FormatException {
    if (!compressed) {
      skip(width);
      return;
    }
    int last = Math.min(end, at + LONGEST_NUMBER) - 1;
    int place = at;
    while (place < last && bytes[place] < 0) {
      place++;
    }
    boolean whole = place < end && (bytes[place] >= 0 || place - at == LONGEST_NUMBER - 1);
    if (!whole) {
      throw broken("ends early");
    }
    at = place + 1;
  }

  int count() throws FormatException {
    long count = number(Integer.BYTES);
    // Each entry takes a byte at least, so a larger count is a broken one.
    if (count < 0 || count > remaining()) {
      throw broken("count of " + count + " cannot be");
    }
    return (int) count;
  }

  /// Reads some numbers of a compressed chunk in a row, where so many bytes are left that none of
  /// them can reach the end: what the time of reading a recording is spent on.
  ///
  /// @param keptAs where in `kept` each goes; below 0 it is passed over
  /// @return whether they were read; if not, nothing was
  boolean numbers(int count, int[] keptAs, long[] kept) {
    if (!compressed || end - at < count * LONGEST_NUMBER) {
      return false;
    }
    byte[] from = bytes;
    int place = at;
    for (int index = 0; index < count; index++) {
      int field = keptAs[index];
      long value = from[place++];
      if (field < 0) {
        int last = place + LONGEST_NUMBER - 2;
        while (value < 0) {
          value = place > last ? 0 : from[place++];
        }
        continue;
      }
      if (value < 0) {
        value &= 0x7f;
        int shift = 7;
        long next = -1;
        while (next < 0 && shift < 56) {
          next = from[place++];
          value |= (next & 0x7f) << shift;
          shift += 7;
        }
        if (next < 0) {
          value |= (long) from[place++] << 56;
        }
      }
      kept[field] = value;
    }
    at = place;
    return true;
  }

  private long compressed() throws FormatException {
    if (end - at >= 2) {
      int first = bytes[at];
      if (first >= 0) {
        at++;
        return first;
      }
      int second = bytes[at + 1];
      if (second >= 0) {
        at += 2;
        return (first & 0x7f) | (second << 7);
      }
    }
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

  /// A number of that many bytes, the highest first, as fractions are written always.
  long plain(int width) throws FormatException {
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
        skipNumber(Long.BYTES);
        yield "";
      }
      case UTF_8 -> text(StandardCharsets.UTF_8);
      case LATIN_1 -> text(StandardCharsets.ISO_8859_1);
      case CHARACTERS -> characters();
      default -> throw broken("string of unknown encoding " + encoding);
    };
  }

  void skipText() throws FormatException {
    int encoding = unsignedByte();
    switch (encoding) {
      case NULL, EMPTY -> {}
      case CONSTANT -> skipNumber(Long.BYTES);
      case UTF_8, LATIN_1 -> skip(count());
      case CHARACTERS -> {
        int length = count();
        for (int index = 0; index < length; index++) {
          skipNumber(Character.BYTES);
        }
      }
      default -> throw broken("string of unknown encoding " + encoding);
    }
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
    return chunk.broken(at, message);
  }
}
