package hone.agent;

import java.nio.file.Path;
import java.util.Optional;

/// What an agent is asked to do.
///
/// @param prompt    all that it is told
/// @param schema    JSON schema that the answer should keep to; whether it does is not checked here
/// @param workspace directory it sees, and edits if the mode says so
/// @param directory where prompt, transcript and answer are kept; made if it is not there
public record AgentTask(
    String prompt,
    Optional<String> schema,
    AgentMode mode,
    Path workspace,
    String model,
    Effort effort,
    AgentLimits limits,
    Memory memory,
    Path directory) {

  /// How hard a model is to think.
  public enum Effort {
    LOW,
    MEDIUM,
    HIGH
  }

  /// What is left of the conversation when the task is done.
  public enum Memory {
    /// Nothing.
    NONE,
    /// A thread that can be resumed, until it is forgotten.
    THREAD
  }

  public AgentTask {
    workspace = workspace.toAbsolutePath().normalize();
    directory = directory.toAbsolutePath().normalize();
    if (prompt.isBlank()) {
      throw new IllegalArgumentException("prompt is empty");
    }
    if (model.isBlank()) {
      throw new IllegalArgumentException("model has no name");
    }
    if (mode == AgentMode.WORKSPACE_WRITE && directory.startsWith(workspace)) {
      throw new IllegalArgumentException(
          "the agent could write its own transcript: '" + directory + "' is in the workspace");
    }
  }

  /// A question that is answered from the prompt alone, with medium effort and default limits.
  public static AgentTask of(String prompt, String model, Path workspace, Path directory) {
    return new AgentTask(
        prompt,
        Optional.empty(),
        AgentMode.TEXT_ONLY,
        workspace,
        model,
        Effort.MEDIUM,
        AgentLimits.defaults(),
        Memory.NONE,
        directory);
  }

  public AgentTask withSchema(String other) {
    return new AgentTask(
        prompt, Optional.of(other), mode, workspace, model, effort, limits, memory, directory);
  }

  public AgentTask withMode(AgentMode other) {
    return new AgentTask(
        prompt, schema, other, workspace, model, effort, limits, memory, directory);
  }

  public AgentTask withEffort(Effort other) {
    return new AgentTask(prompt, schema, mode, workspace, model, other, limits, memory, directory);
  }

  public AgentTask withLimits(AgentLimits other) {
    return new AgentTask(prompt, schema, mode, workspace, model, effort, other, memory, directory);
  }

  public AgentTask withMemory(Memory other) {
    return new AgentTask(prompt, schema, mode, workspace, model, effort, limits, other, directory);
  }
}
