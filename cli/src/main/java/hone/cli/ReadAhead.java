package hone.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/// A stream that a thread of its own reads, some buffers ahead: what unpacks a large input works
/// beside what parses it.
final class ReadAhead extends InputStream {

  private static final int BUFFERS = 8;
  private static final int BUFFER_BYTES = 1 << 17;

  /// A piece of the stream, or how it ended.
  private sealed interface Piece {

    /// What comes next.
    record Bytes(ByteBuffer bytes) implements Piece {}

    /// It broke here.
    record Failure(Exception cause) implements Piece {}

    /// There is no more.
    record End() implements Piece {}
  }

  private final InputStream in;
  private final BlockingQueue<Piece> pieces = new ArrayBlockingQueue<>(BUFFERS);
  private final Thread reader;
  private Piece piece = new Piece.Bytes(ByteBuffer.allocate(0));

  /// A stream that begins to read at once.
  ///
  /// @param in closed with this
  static ReadAhead of(InputStream in) {
    ReadAhead ahead = new ReadAhead(in);
    ahead.reader.start();
    return ahead;
  }

  private ReadAhead(InputStream in) {
    this.in = in;
    reader = Thread.ofPlatform().daemon().name("read-ahead").unstarted(this::run);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (piece instanceof Piece.Bytes(ByteBuffer bytes) && !bytes.hasRemaining()) {
      piece = next();
    }
    return switch (piece) {
      case Piece.Bytes(ByteBuffer bytes) -> {
        int count = Math.min(length, bytes.remaining());
        bytes.get(buffer, offset, count);
        yield count;
      }
      case Piece.Failure(IOException cause) -> throw cause;
      case Piece.Failure(Exception cause) -> throw new IllegalStateException(cause);
      case Piece.End() -> -1;
    };
  }

  @Override
  public void close() throws IOException {
    reader.interrupt();
    try {
      reader.join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    in.close();
  }

  private Piece next() throws IOException {
    try {
      return pieces.take();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", stopped);
    }
  }

  private void run() {
    try {
      pieces.put(readAll());
    } catch (InterruptedException closed) {
      // Nobody wants the rest.
      Thread.currentThread().interrupt();
    }
  }

  private Piece readAll() throws InterruptedException {
    try {
      byte[] buffer = new byte[BUFFER_BYTES];
      int count = in.read(buffer);
      while (count >= 0) {
        pieces.put(new Piece.Bytes(ByteBuffer.wrap(buffer, 0, count)));
        buffer = new byte[BUFFER_BYTES];
        count = in.read(buffer);
      }
      return new Piece.End();
    } catch (IOException | RuntimeException broken) {
      return new Piece.Failure(broken);
    }
  }
}
