package hone.agent;

import java.io.IOException;

/// A program that answers tasks, and may edit a directory on the way.
public interface Agent {

  /// Does one task, within its limits.
  ///
  /// @throws IOException          if what was said cannot be kept on disk
  /// @throws InterruptedException if interrupted; the agent has been ended then
  AgentReport run(AgentTask task) throws IOException, InterruptedException;

  /// Goes on with a thread of this agent; the new prompt is all that need be said. The usage
  /// reported is that of this turn alone.
  ///
  /// @throws IllegalArgumentException if this agent keeps no threads
  AgentReport resume(AgentThread thread, AgentTask task) throws IOException, InterruptedException;

  /// Takes away what the agent kept of a thread.
  void forget(AgentThread thread) throws IOException, InterruptedException;
}
