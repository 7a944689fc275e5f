package hone.service;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The coding agent that proposes what recipes cannot, and what it may have.
///
/// @param path   the program; else it is looked for on the PATH
/// @param args   merged into the agent's command line
/// @param env    names of variables the agent may see besides its own key
/// @param models one for every task
public record AgentPlan(
    AgentName name,
    Optional<String> path,
    List<String> args,
    List<String> env,
    Map<ModelTask, String> models) {

  public AgentPlan {
    args = List.copyOf(args);
    env = List.copyOf(env);
    models = Collections.unmodifiableMap(completed(models));
    for (String variable : env) {
      if (!variable.matches("[A-Za-z_][A-Za-z0-9_]*")) {
        throw new IllegalArgumentException("not a variable's name: \"" + variable + "\"");
      }
    }
  }

  /// No agent: recipes alone.
  public static AgentPlan none() {
    return new AgentPlan(AgentName.NONE, Optional.empty(), List.of(), List.of(), Map.of());
  }

  private static Map<ModelTask, String> completed(Map<ModelTask, String> models) {
    Map<ModelTask, String> all = new EnumMap<>(Defaults.MODELS);
    all.putAll(models);
    return all;
  }
}
