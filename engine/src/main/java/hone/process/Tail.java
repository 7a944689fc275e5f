package hone.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/// The last bytes of a stream of any length.
final class Tail {

  private final int limitBytes;
  private ByteArrayOutputStream older = new ByteArrayOutputStream();
  private ByteArrayOutputStream newer = new ByteArrayOutputStream();
  private long byteCount;

  Tail(int limitBytes) {
    this.limitBytes = limitBytes;
  }

  // Two halves: when the newer is full it becomes the older, whose bytes are let go. That keeps at
  // least the limit and at most twice the limit, and copies each byte once.
  synchronized void add(byte[] bytes, int length) {
    byteCount = Math.addExact(byteCount, length);
    newer.write(bytes, 0, length);
    if (newer.size() >= limitBytes) {
      older = newer;
      newer = new ByteArrayOutputStream();
    }
  }

  synchronized long byteCount() {
    return byteCount;
  }

  synchronized boolean whole() {
    return byteCount == older.size() + newer.size();
  }

  /// The bytes kept; where some were let go, from the start of a line on.
  synchronized String text() {
    ByteArrayOutputStream both = new ByteArrayOutputStream(older.size() + newer.size());
    both.writeBytes(older.toByteArray());
    both.writeBytes(newer.toByteArray());
    String text = both.toString(UTF_8);
    int lineEnd = whole() ? -1 : text.indexOf('\n');
    return text.substring(lineEnd + 1);
  }
}
