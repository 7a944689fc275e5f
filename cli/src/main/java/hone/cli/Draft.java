package hone.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// A file beside the one that is to be written, until it is whole; gone afterwards, also when the
/// process is interrupted.
final class Draft implements AutoCloseable {

  private final Path path;
  private final Thread atInterruption;

  private Draft(Path path) {
    this.path = path;
    atInterruption = Thread.ofPlatform().name("draft").unstarted(this::discard);
  }

  /// A draft of a file, of which nothing is written yet.
  ///
  /// @throws IOException if one of a process that was killed and had this one's number is in the way
  static Draft of(Path file) throws IOException {
    String name = "." + file.getFileName() + "." + ProcessHandle.current().pid() + ".part";
    Draft draft = new Draft(file.resolveSibling(name));
    // In a container the number is often the same.
    Files.deleteIfExists(draft.path);
    Runtime.getRuntime().addShutdownHook(draft.atInterruption);
    return draft;
  }

  Path path() {
    return path;
  }

  /// Puts it in the place of a file.
  void replace(Path file) throws IOException {
    Files.move(path, file, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(path);
    try {
      Runtime.getRuntime().removeShutdownHook(atInterruption);
    } catch (IllegalStateException underWay) {
      // The process ends, and the hook does what it is for.
      return;
    }
  }

  private void discard() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException staysThere) {
      // Nobody is left to be told.
      return;
    }
  }
}
