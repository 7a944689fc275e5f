package hone.format;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/// A protocol buffer message inside another, whose length is not known before it is written.
public final class WrittenMessage {

  private WrittenMessage() {}

  /// Fills one message.
  @FunctionalInterface
  public interface Body {
    void write(CodedOutputStream out) throws IOException;
  }

  /// Writes a message as a field of another.
  public static void write(CodedOutputStream out, int field, Body body) throws IOException {
    out.writeByteArray(field, bytes(body));
  }

  /// The bytes of a message, without its length.
  public static byte[] bytes(Body body) throws IOException {
    ByteArrayOutputStream nested = new ByteArrayOutputStream(64);
    CodedOutputStream coded = CodedOutputStream.newInstance(nested, 128);
    body.write(coded);
    coded.flush();
    return nested.toByteArray();
  }

  /// The bytes of a number of a packed field.
  public static byte[] number(long number) {
    byte[] bytes = new byte[CodedOutputStream.computeUInt64SizeNoTag(number)];
    long left = number;
    for (int at = 0; at < bytes.length - 1; at++) {
      bytes[at] = (byte) (left | 0x80);
      left >>>= 7;
    }
    bytes[bytes.length - 1] = (byte) left;
    return bytes;
  }

  /// How many bytes a field of that many bytes is, with its tag and its length.
  public static int fieldLength(int field, int length) {
    return CodedOutputStream.computeTagSize(field)
        + CodedOutputStream.computeUInt32SizeNoTag(length)
        + length;
  }
}
