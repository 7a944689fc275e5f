package hone.workspace;

import hone.process.Command;
import hone.process.Outcome;
import hone.process.Supervisor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// The command lines of a service: build, tests, benchmarks. What they print goes to a log.
///
/// @param environment added to what is inherited
public record Shell(Supervisor supervisor, Map<String, String> environment) {

  /// How a line ended.
  ///
  /// @param failure   why it failed, in one line; nothing where it did not
  /// @param output    the end of what it printed to standard output
  /// @param wallNanos how long it took
  public record Result(Optional<String> failure, String output, long wallNanos) {}

  /// Runs a line in a directory and adds what it printed to a log.
  ///
  /// @throws Refusal if this program was told to stop meanwhile
  public Result run(String line, Path directory, Duration limit, Path log)
      throws Refusal, IOException {
    return run(Command.shell(line, directory).withLimit(limit), log);
  }

  /// Runs a line whose standard output goes to a file of its own.
  public Result runInto(Path output, String line, Path directory, Duration limit, Path log)
      throws Refusal, IOException {
    return run(Command.shell(line, directory).withLimit(limit).withOutput(output), log);
  }

  private Result run(Command command, Path log) throws Refusal, IOException {
    Outcome outcome;
    try {
      outcome = supervisor.run(command.withEnvironment(environment));
    } catch (InterruptedException told) {
      Thread.currentThread().interrupt();
      throw Refusal.tool("interrupted");
    }
    return switch (outcome) {
      case Outcome.Exited exited -> {
        write(log, command, exited.stdout().text(), exited.stderr().text());
        yield new Result(failure(exited, log), exited.stdout().text(), exited.wallNanos());
      }
      case Outcome.TimedOut late -> {
        write(log, command, late.stdout().text(), late.stderr().text());
        String reason = "took longer than %d s".formatted(late.limit().toSeconds());
        yield new Result(Optional.of(reason), late.stdout().text(), late.limit().toNanos());
      }
      case Outcome.NotStarted nothing -> {
        write(log, command, "", nothing.reason());
        yield new Result(Optional.of(nothing.reason()), "", 0);
      }
    };
  }

  private static Optional<String> failure(Outcome.Exited exited, Path log) {
    if (exited.succeeded()) {
      return Optional.empty();
    }
    String last =
        exited.stderr().lastLines(1).stream()
            .findFirst()
            .or(() -> exited.stdout().lastLines(1).stream().findFirst())
            .orElse("no output");
    return Optional.of("exit code %d: %s (%s)".formatted(exited.code(), last.strip(), log));
  }

  private static void write(Path log, Command command, String stdout, String stderr)
      throws IOException {
    Files.createDirectories(log.toAbsolutePath().getParent());
    Files.writeString(
        log,
        "$ " + command.line() + "\n" + stdout + stderr + "\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }
}
