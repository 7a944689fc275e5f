package hone.agent;

/// Tokens that a model read and wrote.
///
/// @param inputTokens     all that was read, the cached among them
/// @param outputTokens    all that was written, the reasoning among them
public record AgentUsage(
    long inputTokens, long cachedInputTokens, long outputTokens, long reasoningTokens) {

  /// Nothing was read or written.
  public static final AgentUsage NONE = new AgentUsage(0, 0, 0, 0);

  public AgentUsage {
    if (inputTokens < 0 || cachedInputTokens < 0 || outputTokens < 0 || reasoningTokens < 0) {
      throw new IllegalArgumentException("negative count of tokens");
    }
  }

  /// What is paid for.
  public long totalTokens() {
    return Math.addExact(inputTokens, outputTokens);
  }

  /// What came on top of an earlier state of the same thread; nothing is less than none.
  public AgentUsage since(AgentUsage earlier) {
    return new AgentUsage(
        Math.max(0, inputTokens - earlier.inputTokens),
        Math.max(0, cachedInputTokens - earlier.cachedInputTokens),
        Math.max(0, outputTokens - earlier.outputTokens),
        Math.max(0, reasoningTokens - earlier.reasoningTokens));
  }
}
