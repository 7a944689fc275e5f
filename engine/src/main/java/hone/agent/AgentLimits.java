package hone.agent;

import java.time.Duration;

/// What one task may take. Tokens and money are limited across tasks, by an [AgentBudget].
///
/// @param wall        from start to end
/// @param idle        without a byte of output
/// @param outputBytes both streams together
public record AgentLimits(Duration wall, Duration idle, long outputBytes) {

  private static final AgentLimits DEFAULTS =
      new AgentLimits(Duration.ofMinutes(15), Duration.ofMinutes(5), 64L << 20);

  public AgentLimits {
    if (!wall.isPositive() || !idle.isPositive() || outputBytes <= 0) {
      throw new IllegalArgumentException(
          "limit is not positive: %s, %s, %d bytes".formatted(wall, idle, outputBytes));
    }
  }

  /// A quarter of an hour, five minutes of silence, 64 MiB.
  public static AgentLimits defaults() {
    return DEFAULTS;
  }

  /// The same, with less output where the program's is held in memory.
  AgentLimits withOutputAtMost(long bytes) {
    return new AgentLimits(wall, idle, Math.min(outputBytes, bytes));
  }
}
