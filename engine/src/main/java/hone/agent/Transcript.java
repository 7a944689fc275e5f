package hone.agent;

import hone.process.LineListener;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/// Keeps what an agent writes to standard output: line by line, without secrets, up to a limit.
final class Transcript implements LineListener, AutoCloseable {

  private static final int LINE_LIMIT_BYTES = 16 << 20;

  private final BufferedWriter file;
  private final Redaction redaction;
  private final Consumer<String> reader;
  private final long limitCharacters;
  private long characterCount;
  private Optional<String> unwritten = Optional.empty();

  private Transcript(
      BufferedWriter file, Redaction redaction, Consumer<String> reader, long limitCharacters) {
    this.file = file;
    this.redaction = redaction;
    this.reader = reader;
    this.limitCharacters = limitCharacters;
  }

  /// Begins a transcript.
  ///
  /// @param reader gets every line as it is kept
  static Transcript begin(
      Path path, Redaction redaction, long limitCharacters, Consumer<String> reader)
      throws IOException {
    return new Transcript(Files.newBufferedWriter(path), redaction, reader, limitCharacters);
  }

  @Override
  public synchronized void line(Channel channel, String line) {
    if (channel == Channel.STDOUT) {
      String clean = redaction.of(line);
      characterCount += clean.length() + 1L;
      if (characterCount <= limitCharacters) {
        write(clean);
        reader.accept(clean);
      }
    }
  }

  @Override
  public int lineLimitBytes() {
    return LINE_LIMIT_BYTES;
  }

  /// Why the file is not all of it.
  synchronized Optional<String> unwritten() {
    return unwritten.map(reason -> "the transcript is not whole: " + reason);
  }

  @Override
  public synchronized void close() {
    try {
      file.close();
    } catch (IOException full) {
      unwritten = Optional.of(String.valueOf(full.getMessage()));
    }
  }

  // A full disk must not stop the agent; the report says that the file is not whole.
  private void write(String line) {
    if (unwritten.isEmpty()) {
      try {
        file.write(line);
        file.newLine();
        file.flush();
      } catch (IOException full) {
        unwritten = Optional.of(String.valueOf(full.getMessage()));
      }
    }
  }
}
