package hone.setup;

import hone.process.Command;
import hone.process.Outcome;
import hone.process.Supervisor;
import hone.workspace.Refusal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A program that some part of hone drives.
///
/// @param name    as people know it
/// @param needFor what goes without it
/// @param check   words that end with exit code 0 where it is there, and print its version
/// @param install the one command that gets it
public record Tool(String name, String needFor, List<String> check, String install) {

  private static final Duration LIMIT = Duration.ofSeconds(20);

  /// Reads the version and runs nothing of the directory's.
  private static final String CLINIC =
      "sed -n 's/^ *\"version\": *\"\\([0-9][0-9A-Za-z.+-]*\\)\".*/\\1/p'"
          + " \"$HONE_DIRECTORY/node_modules/clinic/package.json\" | grep .";

  public Tool {
    check = List.copyOf(check);
  }

  /// Every program hone can make use of.
  public static List<Tool> all() {
    return List.of(
        new Tool(
            "git",
            "everything: revisions are measured",
            List.of("git", "--version"),
            "apt-get install git"),
        new Tool(
            "setsid",
            "ending a service with all it started",
            List.of("setsid", "--version"),
            "apt-get install util-linux"),
        new Tool("go", "Go services", List.of("go", "version"), "install Go from go.dev/dl"),
        new Tool(
            "python3",
            "Python services",
            List.of("python3", "--version"),
            "apt-get install python3"),
        new Tool(
            "py-spy",
            "profiles of Python services",
            List.of("py-spy", "--version"),
            "pip install py-spy"),
        new Tool(
            "pytest-benchmark",
            "benchmarks of Python services",
            List.of("python3", "-c", "import pytest_benchmark as p; print(p.__version__)"),
            "pip install pytest-benchmark"),
        new Tool(
            "node",
            "Node.js services",
            List.of("node", "--version"),
            "install Node.js 20 or later"),
        new Tool(
            "npm", "Node.js services", List.of("npm", "--version"), "install Node.js 20 or later"),
        new Tool(
            "clinic",
            "Clinic.js beside hone's own profiler, for the Node.js service in this directory",
            List.of("/bin/sh", "-c", CLINIC),
            "npm install --save-dev clinic@13.0.0"),
        new Tool(
            "mvn", "Java services built with Maven", List.of("mvn", "-v"), "apt-get install maven"),
        new Tool(
            "codex",
            "Codex CLI as agent",
            List.of("codex", "--version"),
            "npm install -g @openai/codex@0.169.0"),
        new Tool(
            "codex sandbox",
            "Codex CLI as agent",
            List.of("/bin/sh", "-c", "codex sandbox -- true && echo works"),
            "allow user namespaces, see docs/reference/agents.md"));
  }

  /// The program of that name.
  public static Tool named(String name) {
    return all().stream().filter(tool -> tool.name().equals(name)).findFirst().orElseThrow();
  }

  /// The first line it prints of its version, or nothing where it is not there.
  ///
  /// @throws Refusal if this program was told to stop meanwhile
  public Optional<String> version(Supervisor supervisor) throws Refusal {
    Command command =
        Command.of(Path.of("/"), check)
            .withLimit(LIMIT)
            .withEnvironment(
                Map.of("LC_ALL", "C", "HONE_DIRECTORY", Path.of("").toAbsolutePath().toString()));
    try {
      return switch (supervisor.run(command)) {
        case Outcome.Exited exited when exited.succeeded() -> Optional.of(firstLine(exited));
        case Outcome.Exited _, Outcome.TimedOut _, Outcome.NotStarted _ -> Optional.empty();
      };
    } catch (InterruptedException told) {
      Thread.currentThread().interrupt();
      throw Refusal.tool("interrupted");
    }
  }

  private static String firstLine(Outcome.Exited exited) {
    String plain = exited.stdout().text().replaceAll("\u001b\\[[0-9;]*m", "");
    return plain.lines().filter(line -> !line.isBlank()).findFirst().orElse("present").strip();
  }
}
