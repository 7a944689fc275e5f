package hone.agent;

/// What an agent may do besides answering.
public enum AgentMode {
  /// Nothing: it knows what the prompt says.
  TEXT_ONLY,
  /// Run commands that read.
  READ_ONLY,
  /// Edit the workspace, and run commands that do.
  WORKSPACE_WRITE;

  /// Whether commands are run, and so need a sandbox.
  boolean runsCommands() {
    return this != TEXT_ONLY;
  }
}
