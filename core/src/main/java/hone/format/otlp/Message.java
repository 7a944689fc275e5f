package hone.format.otlp;

import hone.input.FormatException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// A protocol buffer message in memory, field by field, each with its place in the input.
final class Message {

  private static final int VARINT = 0;
  private static final int FIXED64 = 1;
  private static final int LENGTH = 2;
  private static final int FIXED32 = 5;

  private final String input;
  private final byte[] bytes;
  private final int end;
  private int at;
  private int field;
  private int type;
  private int from;
  private int until;
  private long number;

  Message(String input, byte[] bytes, int from, int until) {
    this.input = input;
    this.bytes = bytes;
    this.at = from;
    this.end = until;
  }

  /// Takes one number of a repeated field.
  interface Sink {
    void accept(long number) throws FormatException;
  }

  /// Moves to the next field.
  ///
  /// @return false at the end of the message
  boolean next() throws FormatException {
    if (at == end) {
      return false;
    }
    from = at;
    long tag = varint();
    field = (int) (tag >>> 3);
    type = (int) (tag & 7);
    if (field == 0 || tag >>> 3 > Integer.MAX_VALUE) {
      throw broken("not a protocol buffer");
    }
    switch (type) {
      case VARINT -> number = varint();
      case FIXED64 -> take(Long.BYTES);
      case FIXED32 -> take(Integer.BYTES);
      case LENGTH -> take(varint());
      default -> throw broken("wire type " + type + " is none of this format's");
    }
    return true;
  }

  /// Number of the field here.
  int field() {
    return field;
  }

  boolean isLength() {
    return type == LENGTH;
  }

  boolean isNumber() {
    return type == VARINT;
  }

  /// Where the value of the field here begins, and where it ends.
  long span() {
    return ((long) from << 32) | until;
  }

  /// Byte offset of the field here.
  long offset() {
    return from;
  }

  int length() {
    return until - from;
  }

  /// The number here.
  long number() throws FormatException {
    if (type != VARINT) {
      throw broken("expected a number, found wire type " + type);
    }
    return number;
  }

  /// The message here.
  Message message() throws FormatException {
    requireLength("a message");
    return new Message(input, bytes, from, until);
  }

  /// A message found before by its [#span].
  Message message(long span) {
    return new Message(input, bytes, (int) (span >>> 32), (int) span);
  }

  /// The text found before by its [#span].
  String text(long span) {
    int begin = (int) (span >>> 32);
    return new String(bytes, begin, (int) span - begin, StandardCharsets.UTF_8);
  }

  /// Reads numbers that may be packed into one field or stand in one each.
  void numbers(Sink sink) throws FormatException {
    if (type != LENGTH) {
      sink.accept(number());
      return;
    }
    Message packed = message();
    while (packed.at < packed.end) {
      packed.from = packed.at;
      sink.accept(packed.varint());
    }
  }

  /// How many numbers of eight bytes are here, packed or alone.
  int fixedCount() throws FormatException {
    boolean whole = type == FIXED64 || (type == LENGTH && (until - from) % Long.BYTES == 0);
    if (!whole) {
      throw broken("expected numbers of eight bytes");
    }
    return (until - from) / Long.BYTES;
  }

  /// Reads the numbers of eight bytes that are here, packed or alone.
  void fixed(Sink sink) throws FormatException {
    int count = fixedCount();
    ByteBuffer numbers = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    for (int each = 0; each < count; each++) {
      sink.accept(numbers.getLong(from + each * Long.BYTES));
    }
  }

  FormatException broken(String message) {
    return new FormatException(input, "at byte " + from + ": " + message);
  }

  private void requireLength(String what) throws FormatException {
    if (type != LENGTH) {
      throw broken("expected " + what + ", found wire type " + type);
    }
  }

  private void take(long length) throws FormatException {
    if (length < 0 || length > end - at) {
      throw broken("field " + field + " ends early");
    }
    from = at;
    until = at + (int) length;
    at = until;
  }

  private long varint() throws FormatException {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      if (at == end) {
        throw broken("ends early");
      }
      byte next = bytes[at++];
      value |= (long) (next & 0x7f) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw broken("number is longer than 64 bits");
  }
}
