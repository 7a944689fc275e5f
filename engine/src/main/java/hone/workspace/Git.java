package hone.workspace;

import hone.process.Command;
import hone.process.Outcome;
import hone.process.Supervisor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The git program, run without hooks, prompts, pagers or a repository's own commands.
///
/// @param supervisor  runs and ends it
/// @param environment more of it than is inherited; this is where secrets go
public record Git(Supervisor supervisor, Map<String, String> environment) {

  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final List<String> SAFE =
      List.of(
          "git",
          "-c",
          "core.hooksPath=/dev/null",
          "-c",
          "core.fsmonitor=false",
          "-c",
          "core.quotePath=false",
          "-c",
          "advice.detachedHead=false",
          "-c",
          "commit.gpgSign=false",
          "-c",
          "diff.external=");
  private static final Map<String, String> QUIET =
      Map.of("GIT_TERMINAL_PROMPT", "0", "GIT_PAGER", "cat", "LC_ALL", "C.UTF-8");

  public Git {
    environment = Map.copyOf(environment);
  }

  /// With what is inherited.
  public Git(Supervisor supervisor) {
    this(supervisor, Map.of());
  }

  /// The same with more environment.
  public Git with(Map<String, String> more) {
    return new Git(supervisor, more);
  }

  /// What git prints.
  ///
  /// @throws Refusal if git is missing or reports an error
  public String run(Path directory, String... arguments) throws Refusal {
    Outcome.Exited exited = exited(directory, arguments);
    if (!exited.succeeded()) {
      String reason = exited.stderr().lastLines(1).stream().findFirst().orElse("no message");
      throw Refusal.tool("git " + arguments[0] + ": " + reason);
    }
    return whole(exited, arguments[0]);
  }

  /// What git prints, or nothing where it says no.
  ///
  /// @throws Refusal if git is missing
  public Optional<String> ask(Path directory, String... arguments) throws Refusal {
    Outcome.Exited exited = exited(directory, arguments);
    return exited.succeeded() ? Optional.of(whole(exited, arguments[0])) : Optional.empty();
  }

  private static String whole(Outcome.Exited exited, String verb) throws Refusal {
    if (!exited.stdout().whole()) {
      throw Refusal.tool(
          "git " + verb + ": printed more than can be kept: " + exited.stdout().byteCount());
    }
    return exited.stdout().text();
  }

  private Outcome.Exited exited(Path directory, String... arguments) throws Refusal {
    List<String> words = new ArrayList<>(SAFE);
    words.addAll(List.of(arguments));
    Command command =
        Command.of(directory, words)
            .withEnvironment(QUIET)
            .withEnvironment(environment)
            .withLimit(LIMIT);
    try {
      return switch (supervisor.run(command)) {
        case Outcome.Exited exited -> exited;
        case Outcome.TimedOut _ -> throw Refusal.tool("git " + arguments[0] + ": took too long");
        case Outcome.NotStarted nothing ->
            throw Refusal.tool("git: " + nothing.reason() + "; install git");
      };
    } catch (InterruptedException told) {
      Thread.currentThread().interrupt();
      throw Refusal.tool("interrupted");
    }
  }
}
