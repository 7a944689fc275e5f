package hone.cli;

import hone.workspace.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A file that the user named to be written.
///
/// A device or a pipe, such as `/dev/stdout`, is written to and stays what it is: to rename a file
/// onto a device takes the device away from every program of the machine. A link stays a link. Files
/// that hone names by itself are not written so, for a repository may have planted a link there.
final class NamedFile {

  private NamedFile() {}

  /// Writes a text, in place of what was there.
  static void write(Path file, String text) throws IOException {
    if (isStream(file)) {
      Files.writeString(file, text, StandardOpenOption.WRITE);
    } else {
      AtomicFile.write(place(file), text);
    }
  }

  /// Whether what is there is a device or a pipe, so that nothing of it can be replaced or read.
  static boolean isStream(Path file) {
    return Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file);
  }

  /// What a link leads to, where it leads to a file; else the same path.
  static Path place(Path file) throws IOException {
    return Files.isSymbolicLink(file) && Files.isRegularFile(file) ? file.toRealPath() : file;
  }
}
