package hone.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/// Where codex keeps its own files: below the user's cache, for nobody else to read.
///
/// Never below a directory for temporary files: the sandbox puts an empty one over it, so that
/// codex's own helper is gone and every command fails, without any event that says so.
final class CodexHome {

  private CodexHome() {}

  /// Makes it, if it is not there.
  ///
  /// @param cache hone's own directory below the user's cache
  static Path prepared(Path cache) throws IOException {
    Path home = cache.resolve("codex-home");
    Files.createDirectories(home);
    Path real = home.toRealPath();
    for (Path temporary : List.of(Path.of("/tmp"), Path.of(System.getProperty("java.io.tmpdir")))) {
      if (Files.exists(temporary) && real.startsWith(temporary.toRealPath())) {
        throw misplaced(real, "is below the directory for temporary files");
      }
    }
    Files.setPosixFilePermissions(real, PosixFilePermissions.fromString("rwx------"));
    return real;
  }

  /// Refuses a workspace in which the agent could edit these files.
  static void requireOutside(Path home, Path workspace) throws IOException {
    if (home.startsWith(workspace.toRealPath())) {
      throw misplaced(home, "is in the agent's workspace");
    }
  }

  private static IOException misplaced(Path home, String why) {
    return new IOException(
        "codex cannot work from '%s': it %s, set XDG_CACHE_HOME to another place"
            .formatted(home, why));
  }
}
