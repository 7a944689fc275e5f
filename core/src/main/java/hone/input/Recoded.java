package hone.input;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// A text of any encoding as UTF-8; what means nothing in its encoding becomes `?` or U+FFFD.
final class Recoded extends InputStream {

  private static final int LONGEST_CHARACTER = 4;

  private final Reader reader;
  private final CharsetEncoder encoder =
      StandardCharsets.UTF_8.newEncoder().onMalformedInput(CodingErrorAction.REPLACE);
  private final CharBuffer characters = CharBuffer.allocate(1 << 14).limit(0);
  private boolean ended;

  private Recoded(InputStream in, Charset charset) {
    reader = new InputStreamReader(in, charset);
  }

  /// The same text as UTF-8; what is UTF-8 already is passed on as it is.
  static InputStream utf8(InputStream in, Charset charset) {
    return charset.equals(StandardCharsets.UTF_8) ? in : new Recoded(in, charset);
  }

  @Override
  public int read() throws IOException {
    throw new UnsupportedOperationException("reads many bytes at once");
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length < LONGEST_CHARACTER) {
      throw new IllegalArgumentException("no room for a character: " + length);
    }
    ByteBuffer room = ByteBuffer.wrap(bytes, offset, length);
    while (true) {
      encoder.encode(characters, room, ended);
      if (room.position() > offset) {
        return room.position() - offset;
      }
      if (ended) {
        return -1;
      }
      characters.compact();
      ended = reader.read(characters) < 0;
      characters.flip();
    }
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
