package hone.input;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// What comes through a pipe, such as standard input or a shell's `<(…)`, and can be had only once.
///
/// The first who opens it has all of it copied to a temporary file, which lives as long as the
/// process, and is what everyone reads.
final class Pipe implements Source.Opener {

  private static final int BUFFER_BYTES = 1 << 16;

  private final Path pipe;
  private final long limitBytes;
  private @Nullable Path copy;

  Pipe(Path pipe, long limitBytes) {
    this.pipe = pipe;
    this.limitBytes = limitBytes;
  }

  /// All that came, from the start.
  ///
  /// @throws FormatException if more comes than the limit
  @Override
  public synchronized InputStream open() throws IOException {
    Path file = copy;
    if (file == null) {
      file = Files.createTempFile("hone", ".pipe");
      file.toFile().deleteOnExit();
      fill(file);
      copy = file;
    }
    return Files.newInputStream(file);
  }

  private void fill(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(pipe);
        OutputStream out = Files.newOutputStream(file)) {
      byte[] buffer = new byte[BUFFER_BYTES];
      long bytes = 0;
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        bytes += count;
        if (bytes > limitBytes) {
          throw new FormatException(pipe.toString(), "more than " + limitBytes + " bytes came");
        }
        out.write(buffer, 0, count);
      }
    }
  }
}
