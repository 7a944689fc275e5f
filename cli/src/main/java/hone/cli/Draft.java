package hone.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// A file beside the one that is to be written, until it is whole; gone afterwards, also when the
/// process is interrupted.
final class Draft implements AutoCloseable {

  private final Path path;
  private final Thread atExit;

  private Draft(Path path) {
    this.path = path;
    atExit = Thread.ofPlatform().name("draft").unstarted(this::remove);
  }

  /// A draft of a file, of which nothing is written yet.
  static Draft of(Path file) {
    String name = "." + file.getFileName() + "." + ProcessHandle.current().pid() + ".part";
    Draft draft = new Draft(file.resolveSibling(name));
    Runtime.getRuntime().addShutdownHook(draft.atExit);
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
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException ending) {
      // Then the hook runs, and finds nothing.
    }
  }

  private void remove() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException left) {
      // Its name tells what it is.
    }
  }
}
