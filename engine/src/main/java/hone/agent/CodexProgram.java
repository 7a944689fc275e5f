package hone.agent;

import hone.agent.AgentOutcome.ProgramMissing;
import hone.agent.AgentOutcome.UnsupportedVersion;
import hone.process.Command;
import hone.process.Outcome;
import hone.process.SearchPath;
import hone.process.Supervisor;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The codex program of this machine, or why there is none to use.
sealed interface CodexProgram {

  Duration VERSION_LIMIT = Duration.ofSeconds(30);

  /// It can be driven.
  record Ready(Path file, CodexVersion version) implements CodexProgram {}

  /// It cannot.
  record Refused(AgentOutcome why) implements CodexProgram {}

  /// Looks for the program and asks for its version.
  ///
  /// @param name  a name to be looked for, or a path
  static CodexProgram find(String name, Path home, Supervisor supervisor, Map<String, String> seen)
      throws InterruptedException, IOException {
    Optional<Path> file =
        name.contains("/")
            ? Optional.of(home.resolve(name)).filter(Files::isExecutable)
            : SearchPath.of(seen.getOrDefault("PATH", "")).find(name);
    if (file.isEmpty()) {
      String where = name.contains("/") ? "no such program: '" : "not found on the PATH: '";
      return new Refused(new ProgramMissing(where + name + "'"));
    }
    Path program = nativeProgram(file.get().toRealPath());
    Command command =
        Command.of(Path.of("/"), List.of(program.toString(), "--version"))
            .withOnlyEnvironment(seen)
            .withLimit(VERSION_LIMIT);
    return switch (supervisor.run(command)) {
      case Outcome.NotStarted none -> new Refused(new ProgramMissing(none.reason()));
      case Outcome.TimedOut _ -> unsupported("no answer to --version");
      case Outcome.Exited exited -> of(program, exited);
    };
  }

  private static CodexProgram of(Path program, Outcome.Exited exited) {
    String line = exited.stdout().text().lines().findFirst().orElse("");
    Optional<CodexVersion> version = CodexVersion.read(line);
    return version.isPresent() && version.get().compareTo(CodexVersion.OLDEST) >= 0
        ? new Ready(program, version.get())
        : unsupported(line);
  }

  private static CodexProgram unsupported(String found) {
    return new Refused(new UnsupportedVersion(found, "codex " + CodexVersion.OLDEST + " or later"));
  }

  /// The program behind the launcher of the npm package. The launcher is a script for Node.js that
  /// on older versions stays in between, and leaves the program behind when it is killed.
  private static Path nativeProgram(Path launcher) throws IOException {
    if (!launcher.endsWith(Path.of("bin", "codex.js"))) {
      return launcher;
    }
    for (Path folder = launcher.getParent(); folder != null; folder = folder.getParent()) {
      Path packages = folder.resolve("node_modules").resolve("@openai");
      if (Files.isDirectory(packages)) {
        Optional<Path> found = below(packages);
        if (found.isPresent()) {
          return found.get();
        }
      }
    }
    return launcher;
  }

  private static Optional<Path> below(Path packages) throws IOException {
    try (DirectoryStream<Path> platforms = Files.newDirectoryStream(packages, "codex-*")) {
      for (Path platform : platforms) {
        Path vendor = platform.resolve("vendor");
        if (Files.isDirectory(vendor)) {
          try (DirectoryStream<Path> targets = Files.newDirectoryStream(vendor)) {
            for (Path target : targets) {
              Path program = target.resolve("bin").resolve("codex");
              if (Files.isExecutable(program)) {
                return Optional.of(program);
              }
            }
          }
        }
      }
    }
    return Optional.empty();
  }
}
