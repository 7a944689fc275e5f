package hone.agent;

/// A conversation that an agent can go on with.
///
/// @param id    as the agent calls it
/// @param total what the whole thread has used so far
public record AgentThread(String id, AgentUsage total) {

  public AgentThread {
    if (!isId(id)) {
      throw new IllegalArgumentException("not the id of a thread: '" + id + "'");
    }
  }

  /// Whether a text is a UUID; codex takes any other for the name of a new thread.
  static boolean isId(String text) {
    return text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  }
}
