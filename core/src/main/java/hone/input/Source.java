package hone.input;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where an input comes from. It can be opened more than once, so that its head may be looked at
/// before it is read.
///
/// @param name what to call it in messages
public record Source(String name, Opener opener) {

  private static final Path DASH = Path.of("-");
  private static final Path STANDARD_INPUT = Path.of("/dev/stdin");

  /// How a source gets at its bytes, each time from the start.
  @FunctionalInterface
  public interface Opener {
    InputStream open() throws IOException;
  }

  /// A file or a pipe; `-` is standard input.
  public static Source of(Path file) {
    return of(file.toString(), file.equals(DASH) ? STANDARD_INPUT : file);
  }

  /// A file under another name, for inputs that people know by it.
  public static Source of(String name, Path file) {
    boolean once = Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file);
    return new Source(
        name,
        once
            ? new Pipe(file, Limits.defaults().unpackedBytes())
            : () -> Files.newInputStream(file));
  }

  /// Bytes that are already here; they must not change afterwards.
  public static Source of(String name, byte[] bytes) {
    return new Source(name, () -> new ByteArrayInputStream(bytes));
  }

  public InputStream open() throws IOException {
    return opener.open();
  }

  /// The first bytes, fewer where the input is shorter.
  public byte[] head(int byteCount) throws IOException {
    try (InputStream in = open()) {
      return in.readNBytes(byteCount);
    }
  }

  /// The whole input.
  ///
  /// @throws FormatException if it is longer than `limitBytes`
  public byte[] bytes(int limitBytes) throws IOException {
    try (InputStream in = open()) {
      byte[] bytes = in.readNBytes(limitBytes);
      if (bytes.length == limitBytes && in.read() >= 0) {
        throw new FormatException(name, "longer than " + limitBytes + " bytes");
      }
      return bytes;
    }
  }
}
