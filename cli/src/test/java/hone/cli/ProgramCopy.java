package hone.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A sample program as a repository of its own, as a user would have it.
///
/// @param directory top of the repository
record ProgramCopy(Path directory) {

  /// A text of a file, and what stands there instead.
  record Edit(String file, String from, String to) {}

  /// Copies what git tracks of a program and commits it.
  ///
  /// @param program for example `go/orders`
  static ProgramCopy of(String program, Path scratch) throws IOException, InterruptedException {
    Path source = root().resolve("programs").resolve(program);
    Path directory = Files.createDirectories(scratch.resolve(program));
    ProgramCopy copy = new ProgramCopy(directory);
    String tracked =
        run(source, List.of("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"));
    for (String path : tracked.split("\0", -1)) {
      if (!path.isEmpty()) {
        Path target = directory.resolve(path);
        Files.createDirectories(target.resolveSibling("."));
        Files.copy(source.resolve(path), target);
      }
    }
    copy.git("init", "--quiet", "--initial-branch=main");
    copy.git("config", "user.name", "hone");
    copy.git("config", "user.email", "hone@localhost");
    copy.git("add", "--all");
    copy.git("commit", "--quiet", "-m", "as it was found");
    return copy;
  }

  /// The top of hone's source tree.
  static Path root() {
    return Path.of("..").toAbsolutePath().normalize();
  }

  /// Makes edits and commits them.
  ///
  /// @throws IOException if a file does not hold the text
  void commit(String message, List<Edit> edits) throws IOException, InterruptedException {
    for (Edit edit : edits) {
      replace(edit);
    }
    git("commit", "--quiet", "--all", "-m", message);
  }

  private void replace(Edit edit) throws IOException {
    Path file = directory.resolve(edit.file());
    String before = Files.readString(file);
    if (!before.contains(edit.from())) {
      throw new IOException(edit.file() + " does not contain '" + edit.from() + "'");
    }
    Files.writeString(file, before.replace(edit.from(), edit.to()));
  }

  /// A patch that turns one text of a file into another.
  Path patch(String name, String file, String from, String to)
      throws IOException, InterruptedException {
    replace(new Edit(file, from, to));
    Path patch = directory.resolveSibling(name + ".patch");
    Files.writeString(patch, git("diff"));
    git("checkout", "--quiet", ".");
    return patch;
  }

  String git(String... arguments) throws IOException, InterruptedException {
    return run(directory, Stream.concat(Stream.of("git"), Stream.of(arguments)).toList());
  }

  private static String run(Path directory, List<String> words)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(words).directory(directory.toFile()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
      throw new IOException(String.join(" ", words) + ": " + output);
    }
    return output;
  }
}
