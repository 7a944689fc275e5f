package hone.format.pprof;

import hone.input.FormatException;
import java.io.IOException;
import java.io.InputStream;

/// The bytes of an input in order, through a buffer; the innermost message that was entered ends
/// them.
///
/// Inputs may be longer than 2 GiB.
final class Octets {

  private static final int BUFFER_BYTES = 1 << 16;

  /// The bytes of the longest number there is.
  static final int LONGEST_VARINT = 10;

  private final String input;
  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int at;
  private int end;
  private long bytesBefore;
  private long limit = Long.MAX_VALUE;

  Octets(String input, InputStream in) {
    this.input = input;
    this.in = in;
  }

  /// Takes a piece of a text.
  interface Piece {
    void accept(byte[] bytes, int from, int length) throws IOException;
  }

  /// How many bytes were taken.
  long offset() {
    return bytesBefore + at;
  }

  /// Whether the message, or the input, has no more bytes.
  boolean atEnd() throws IOException {
    return offset() >= limit || (at == end && limit == Long.MAX_VALUE && !fill());
  }

  /// Enters a message of that many bytes; gives what [#leave] wants back.
  long enter(long length) throws FormatException {
    requireInside(length);
    long outer = limit;
    limit = offset() + length;
    return outer;
  }

  void leave(long outer) throws FormatException {
    if (offset() != limit) {
      throw broken("ends early");
    }
    limit = outer;
  }

  long varint() throws IOException {
    if (end - at < LONGEST_VARINT) {
      return varintByByte();
    }
    byte first = buffer[at++];
    if (first >= 0) {
      return first;
    }
    long value = first & 0x7f;
    for (int shift = 7; shift < Long.SIZE; shift += 7) {
      byte next = buffer[at++];
      value |= (long) (next & 0x7f) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw tooLong();
  }

  /// Takes the numbers up to the end of the message.
  void varints(Numbers into) throws IOException {
    while (offset() < limit) {
      long stop = Math.min(end - (long) LONGEST_VARINT, limit - bytesBefore);
      while (at < stop) {
        into.add(varint());
      }
      if (offset() < limit) {
        into.add(varint());
      }
    }
  }

  void skip(long length) throws IOException {
    requireInside(length);
    long left = length;
    while (left > end - at) {
      left -= end - at;
      at = end;
      more();
    }
    at += (int) left;
  }

  /// Takes a text of that many bytes, piece by piece.
  void text(long length, Piece piece) throws IOException {
    requireInside(length);
    long left = length;
    while (left > 0) {
      if (at == end) {
        more();
      }
      int here = (int) Math.min(left, end - at);
      piece.accept(buffer, at, here);
      at += here;
      left -= here;
    }
  }

  FormatException broken(String message) {
    return brokenAt(offset(), message);
  }

  FormatException brokenAt(long offset, String message) {
    return new FormatException(input, "at byte " + offset + ": " + message);
  }

  FormatException tooLong() {
    return cutOrBroken("a number has more than " + LONGEST_VARINT + " bytes");
  }

  FormatException cutOrBroken(String why) {
    return broken("protocol buffer is cut or broken: " + why);
  }

  String input() {
    return input;
  }

  private long varintByByte() throws IOException {
    long value = 0;
    for (int shift = 0; shift < LONGEST_VARINT * 7; shift += 7) {
      if (at == end) {
        more();
      }
      byte next = buffer[at++];
      value |= (long) (next & 0x7f) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw tooLong();
  }

  private void requireInside(long length) throws FormatException {
    if (length < 0 || length > Integer.MAX_VALUE) {
      throw cutOrBroken("a length is " + length);
    }
    if (length > limit - offset()) {
      throw cutOrBroken("a field of " + length + " bytes is longer than what it is in");
    }
  }

  private void more() throws IOException {
    if (!fill()) {
      throw cutOrBroken("the input ends inside a field");
    }
  }

  /// Reads on; false at the end of the input. What was in the buffer has been taken.
  private boolean fill() throws IOException {
    bytesBefore += end;
    at = 0;
    end = Math.max(0, in.read(buffer, 0, buffer.length));
    return end > 0;
  }
}
