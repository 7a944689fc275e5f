package hone.format.pprof;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/// A message inside another, whose length is not known before it is written.
final class Message {

  private Message() {}

  /// Fills one message.
  @FunctionalInterface
  interface Body {
    void write(CodedOutputStream out) throws IOException;
  }

  static void write(CodedOutputStream out, int field, Body body) throws IOException {
    ByteArrayOutputStream nested = new ByteArrayOutputStream(64);
    CodedOutputStream coded = CodedOutputStream.newInstance(nested, 128);
    body.write(coded);
    coded.flush();
    out.writeByteArray(field, nested.toByteArray());
  }
}
