package hone.cli;

import hone.workspace.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;

/// A file that the user named to be written.
///
/// A device or a pipe is written to and stays what it is: to rename a file onto a device takes the
/// device away from every program of the machine. Of links only those to the streams of this very
/// process are followed. Any other is replaced: a repository may have planted it.
final class NamedFile {

  private static final Set<String> OWN_STREAMS = Set.of("/dev/stdout", "/dev/stderr");
  private static final String OPEN_FILES = "/dev/fd/";

  private NamedFile() {}

  /// Writes a text, in place of what was there.
  static void write(Path file, String text) throws IOException {
    if (isStream(file)) {
      Files.writeString(file, text, StandardOpenOption.APPEND);
    } else {
      AtomicFile.write(file, text);
    }
  }

  /// Whether it is a device, a pipe or a stream of this process, so that nothing there can be
  /// replaced or read.
  static boolean isStream(Path file) {
    String name = file.toAbsolutePath().normalize().toString();
    return OWN_STREAMS.contains(name) || name.startsWith(OPEN_FILES) || isOther(file);
  }

  private static boolean isOther(Path file) {
    try {
      return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
          .isOther();
    } catch (IOException notThere) {
      return false;
    }
  }
}
