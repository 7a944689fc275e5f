package hone.live;

/// How an event loop got on: of several processes, the one whose loop was held up longest.
///
/// @param p50Nanos    median of how late its ticks came
/// @param p99Nanos    99th percentile of the same
/// @param maxNanos    the latest
/// @param tickCount   how many ticks were looked at
/// @param utilisation share of the time in which it was not waiting, in [0, 1]
public record EventLoop(
    long p50Nanos, long p99Nanos, long maxNanos, long tickCount, double utilisation) {

  public EventLoop {
    boolean ordered = 0 <= p50Nanos && p50Nanos <= p99Nanos && p99Nanos <= maxNanos;
    if (!ordered || tickCount < 0 || !(utilisation >= 0 && utilisation <= 1)) {
      throw new IllegalArgumentException(
          "not an event loop's figures: "
              + p50Nanos
              + ", "
              + p99Nanos
              + ", "
              + maxNanos
              + ", "
              + utilisation);
    }
  }
}
