package hone.live;

import java.util.Optional;
import java.util.OptionalDouble;

/// How a process got on under load, by samples taken inside it.
///
/// @param sampleCount    at least one
/// @param delayP50Nanos  median of how late its timer fired
/// @param delayP99Nanos  99th percentile of the same
/// @param delayMaxNanos  the latest
/// @param utilisation    share of the time in which its event loop was not waiting; empty where that
///                       was not noted
/// @param processorsP50  median of how many processors it kept busy
/// @param processorsP90  90th percentile of the same
/// @param leastHandles   fewest sockets, files and timers it held open
/// @param mostHandles    most of them
public record ProcessFigures(
    long sampleCount,
    long delayP50Nanos,
    long delayP99Nanos,
    long delayMaxNanos,
    OptionalDouble utilisation,
    double processorsP50,
    double processorsP90,
    long leastHandles,
    long mostHandles) {

  public ProcessFigures {
    boolean ordered = 0 <= delayP50Nanos && delayP50Nanos <= delayP99Nanos;
    boolean counted = sampleCount > 0 && 0 <= leastHandles && leastHandles <= mostHandles;
    boolean busy = processorsP50 >= 0 && processorsP50 <= processorsP90;
    if (!ordered || !counted || !busy || delayP99Nanos > delayMaxNanos) {
      throw new IllegalArgumentException("not a process's figures: " + sampleCount + " samples");
    }
  }

  /// Its event loop, where as much is known of it as of one that hone itself looked at.
  public Optional<EventLoop> eventLoop() {
    return utilisation.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new EventLoop(
                delayP50Nanos,
                delayP99Nanos,
                delayMaxNanos,
                sampleCount,
                utilisation.getAsDouble()));
  }
}
