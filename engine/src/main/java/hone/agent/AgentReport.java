package hone.agent;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What became of a task, and what is known of how.
///
/// @param agent   name and version
/// @param model   as it was asked for
/// @param usage   of this task alone; absent where the agent ended without saying
/// @param thread  to go on with, if the task was to leave one
/// @param words   command line, without secrets
/// @param notices what a person should know although it decides nothing, in the order it came up
public record AgentReport(
    AgentOutcome outcome,
    String agent,
    String model,
    Optional<AgentUsage> usage,
    Optional<AgentThread> thread,
    Duration wall,
    List<String> words,
    List<String> notices) {

  public AgentReport {
    words = List.copyOf(words);
    notices = List.copyOf(notices);
  }

  /// A task that was not begun: nothing was used.
  static AgentReport refused(AgentOutcome why, String agent, AgentTask task) {
    return new AgentReport(
        why,
        agent,
        task.model(),
        Optional.of(AgentUsage.NONE),
        Optional.empty(),
        Duration.ZERO,
        List.of(),
        List.of());
  }
}
