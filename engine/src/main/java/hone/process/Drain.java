package hone.process;

import hone.process.LineListener.Channel;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// Reads one stream of a program until its end, whatever becomes of the bytes.
final class Drain {

  private static final int STDOUT_LIMIT_BYTES = 16 << 20;
  private static final int STDERR_LIMIT_BYTES = 1 << 20;
  private static final int BUFFER_BYTES = 1 << 16;

  private final InputStream in;
  private final Tail tail;
  private final Lines lines;
  private final Optional<OutputStream> file;
  private final Thread thread;
  private volatile Optional<String> unwritten = Optional.empty();

  private Drain(InputStream in, Channel channel, Optional<OutputStream> file, LineListener heard) {
    this.in = in;
    this.tail = new Tail(channel == Channel.STDOUT ? STDOUT_LIMIT_BYTES : STDERR_LIMIT_BYTES);
    this.lines = new Lines(heard.lineLimitBytes(), line -> heard.line(channel, line));
    this.file = file;
    this.thread = Thread.ofPlatform().daemon().name("drain " + channel).unstarted(this::read);
  }

  static Drain stdout(Process process, Optional<OutputStream> file, LineListener heard) {
    return new Drain(process.getInputStream(), Channel.STDOUT, file, heard).started();
  }

  static Drain stderr(Process process, LineListener heard) {
    return new Drain(process.getErrorStream(), Channel.STDERR, Optional.empty(), heard).started();
  }

  /// Opens the file that is to hold a whole stream.
  static OutputStream file(Path path) throws IOException {
    return Files.newOutputStream(path);
  }

  /// Waits for the end of the stream.
  ///
  /// @return whether it came in time
  boolean ended(Duration limit) throws InterruptedException {
    return thread.join(limit);
  }

  long byteCount() {
    return tail.byteCount();
  }

  Captured captured() {
    return new Captured(tail.text(), tail.byteCount(), tail.whole(), unwritten);
  }

  private Drain started() {
    thread.start();
    return this;
  }

  private void read() {
    byte[] buffer = new byte[BUFFER_BYTES];
    try (in) {
      for (int length; (length = in.read(buffer)) >= 0; ) {
        tail.add(buffer, length);
        write(buffer, length);
        lines.add(buffer, length);
      }
    } catch (IOException ended) {
      // The pipe was closed under us, as happens when the program is killed: this is its end.
    } finally {
      close();
      lines.end();
    }
  }

  // A full disk must not stop the program: the rest is read and let go, and the result says so.
  private void write(byte[] buffer, int length) {
    if (file.isPresent() && unwritten.isEmpty()) {
      try {
        file.get().write(buffer, 0, length);
      } catch (IOException full) {
        unwritten = Optional.of(reason(full));
      }
    }
  }

  private void close() {
    try {
      if (file.isPresent()) {
        file.get().close();
      }
    } catch (IOException full) {
      unwritten = Optional.of(reason(full));
    }
  }

  private static String reason(IOException failure) {
    String message = failure.getMessage();
    return message == null ? failure.toString() : message;
  }
}
