package hone.format;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/// Writes messages of protocol buffers field by field, as no writer of hone would.
public final class Protobuf {

  /// What a message holds.
  public interface Body {
    void write(CodedOutputStream out) throws IOException;
  }

  private Protobuf() {}

  /// The bytes of a message.
  public static byte[] message(Body body) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    CodedOutputStream out = CodedOutputStream.newInstance(bytes);
    body.write(out);
    out.flush();
    return bytes.toByteArray();
  }

  /// Writes a field that is a message.
  public static void field(CodedOutputStream out, int number, Body body) throws IOException {
    out.writeByteArray(number, message(body));
  }
}
