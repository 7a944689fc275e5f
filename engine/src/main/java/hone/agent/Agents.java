package hone.agent;

import hone.input.FormatException;
import hone.process.Supervisor;
import hone.service.AgentName;
import hone.service.AgentPlan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Sets up the agent that a team or a person chose.
///
/// @param environment our own, of which an agent sees next to nothing
/// @param home        directory of hone.yaml, from which relative paths start
/// @param cache       hone's own directory below the user's cache
public record Agents(
    Supervisor supervisor, Map<String, String> environment, Path home, Path cache) {

  private static final String INPUT = "hone.yaml";
  private static final List<String> CODEX_KEYS = List.of("CODEX_API_KEY");

  public Agents {
    environment = Map.copyOf(environment);
  }

  /// The agent, or nothing where none is wanted.
  ///
  /// @param named on the command line; it holds against the plan, whose program and arguments are
  ///     then another agent's and left out
  /// @throws FormatException if the settings do not fit the agent
  public Optional<Agent> chosen(AgentPlan plan, Optional<AgentName> named) throws FormatException {
    AgentName name = named.orElse(plan.name());
    boolean planned = name == plan.name();
    List<String> arguments = planned ? plan.args() : List.of();
    Optional<String> path = planned ? plan.path() : Optional.empty();
    return switch (name) {
      case NONE -> Optional.empty();
      case CODEX -> Optional.of(codex(path.orElse("codex"), arguments, plan.env()));
      case COMMAND -> Optional.of(command(path, arguments, plan.env()));
      case CLAUDE, GEMINI, OPENCODE, COPILOT, AIDER, HTTP ->
          throw new FormatException(
              INPUT,
              "agent.name: '"
                  + name.text()
                  + "' cannot be driven yet; there are codex, command and none");
    };
  }

  private Agent codex(String program, List<String> arguments, List<String> listed)
      throws FormatException {
    return new CodexAgent(
        supervisor,
        new CodexSettings(
            program,
            home,
            cache,
            CodexArguments.checked(INPUT, arguments),
            AgentEnvironment.of(environment, CODEX_KEYS, listed)));
  }

  private Agent command(Optional<String> path, List<String> arguments, List<String> listed)
      throws FormatException {
    if (path.isEmpty()) {
      throw new FormatException(INPUT, "agent.path: missing, the program of agent 'command'");
    }
    List<String> words = new ArrayList<>();
    words.add(path.get().contains("/") ? home.resolve(path.get()).toString() : path.get());
    words.addAll(arguments);
    return new CommandAgent(supervisor, words, AgentEnvironment.of(environment, List.of(), listed));
  }
}
