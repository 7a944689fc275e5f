package hone.format.pprof;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import hone.input.FormatException;
import java.io.IOException;
import java.io.InputStream;

/// The fields of a protocol buffer, one after the other, with the place of what is broken.
///
/// Inputs may be longer than 2 GiB; no single message in them is.
final class Fields {

  private static final int VARINT = 0;
  private static final int FIXED64 = 1;
  private static final int LENGTH = 2;
  private static final int FIXED32 = 5;
  private static final int BUFFER_BYTES = 1 << 16;

  private final String input;
  private final CodedInputStream in;
  private long bytesBefore;
  private int type;

  Fields(String input, InputStream in) {
    this.input = input;
    this.in = CodedInputStream.newInstance(in, BUFFER_BYTES);
    this.in.setSizeLimit(Integer.MAX_VALUE);
  }

  /// What to do with a field, by its number; it reads the field or leaves it to be skipped.
  interface Message {
    /// Reads the value of a field.
    ///
    /// @return false where the field is none of this message's; its value is then passed over
    boolean read(int number) throws IOException;
  }

  /// Reads the whole input as one message.
  void document(Message message) throws IOException {
    try {
      int number;
      while ((number = next()) != 0) {
        readOrSkip(message, number);
        bytesBefore += in.getTotalBytesRead();
        in.resetSizeCounter();
      }
    } catch (InvalidProtocolBufferException broken) {
      throw broken("protocol buffer is cut or broken: " + broken.getMessage());
    }
  }

  /// Reads the field here as a message.
  void message(Message message) throws IOException {
    int outer = enter();
    int number;
    while ((number = next()) != 0) {
      readOrSkip(message, number);
    }
    leave(outer);
  }

  /// Begins the field here as a run of packed numbers, to be read while [#more] says so.
  private int enter() throws IOException {
    if (type != LENGTH) {
      throw broken("expected a length, found wire type " + type);
    }
    return in.pushLimit(in.readRawVarint32());
  }

  private boolean more() {
    return in.getBytesUntilLimit() > 0;
  }

  private void leave(int outer) throws FormatException {
    if (in.getBytesUntilLimit() != 0) {
      throw broken("ends early");
    }
    in.popLimit(outer);
  }

  private boolean packed() {
    return type == LENGTH;
  }

  /// The number here, of a field that is one.
  long number() throws IOException {
    if (type != VARINT) {
      throw broken("expected a number, found wire type " + type);
    }
    return in.readUInt64();
  }

  /// The next number of a packed run.
  private long packedNumber() throws IOException {
    return in.readUInt64();
  }

  /// Takes a number.
  interface Sink {
    void accept(long number) throws IOException;
  }

  /// Reads numbers that may be packed into one field or stand in one each.
  void numbers(Sink sink) throws IOException {
    if (!packed()) {
      sink.accept(number());
      return;
    }
    int outer = enter();
    while (more()) {
      sink.accept(packedNumber());
    }
    leave(outer);
  }

  byte[] text() throws IOException {
    if (type != LENGTH) {
      throw broken("expected text, found wire type " + type);
    }
    return in.readByteArray();
  }

  long offset() {
    return bytesBefore + in.getTotalBytesRead();
  }

  String input() {
    return input;
  }

  FormatException broken(String message) {
    return brokenAt(offset(), message);
  }

  FormatException brokenAt(long offset, String message) {
    return new FormatException(input, "at byte " + offset + ": " + message);
  }

  private int next() throws IOException {
    int tag = in.readTag();
    type = tag & 7;
    return tag >>> 3;
  }

  private void readOrSkip(Message message, int number) throws IOException {
    if (!message.read(number)) {
      skip();
    }
  }

  /// Passes over a field that is not ours. Groups are none of this schema, and nest without bound.
  private void skip() throws IOException {
    switch (type) {
      case VARINT -> in.readUInt64();
      case FIXED64 -> in.skipRawBytes(Long.BYTES);
      case FIXED32 -> in.skipRawBytes(Integer.BYTES);
      case LENGTH -> in.skipRawBytes(in.readRawVarint32());
      default -> throw broken("wire type " + type + " is none of this format's");
    }
  }
}
