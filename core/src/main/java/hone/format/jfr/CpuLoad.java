package hone.format.jfr;

import java.util.HashMap;
import java.util.Map;

/// Processor time that a program used by the JVM's own account.
///
/// Where the load of each Java thread was reported, their time without that of the compilers: each
/// report holds for the time since the thread's last one. That is what samplers of Java threads can
/// see. Else that of the whole process, its collector and compilers among it: the mean of its load
/// over a chunk.
final class CpuLoad {

  private static final double MOST = 1.01;

  private final Map<Long, Long> lastNanos = new HashMap<>();
  private double threadNanos;
  private long untilNanos;
  private double sum;
  private long count;
  private long processors;

  /// Takes one report of the process, as parts of all processors; a load that cannot be is none.
  void process(float user, float system) {
    if (isLoad(user, system)) {
      sum += user + system;
      count++;
    }
  }

  /// Takes one report of a thread, as parts of all processors.
  ///
  /// @param sinceNanos time of the report since the chunk began
  void thread(long thread, long sinceNanos, float user, float system) {
    long last = lastNanos.getOrDefault(thread, 0L);
    if (isLoad(user, system) && sinceNanos >= last) {
      threadNanos += (user + system) * (sinceNanos - last);
      untilNanos = Math.max(untilNanos, sinceNanos);
      lastNanos.put(thread, sinceNanos);
    }
  }

  void processors(long hardwareThreads) {
    if (hardwareThreads > 0 && hardwareThreads < 1 << 16) {
      processors = hardwareThreads;
    }
  }

  boolean isKnown() {
    return processors > 0 && (count > 0 || untilNanos > 0);
  }

  /// In nanoseconds, over a chunk of that length; the next chunk starts without reports.
  long over(long durationNanos) {
    long duration = Math.max(0, durationNanos);
    double busy =
        untilNanos > 0
            ? threadNanos / untilNanos * duration
            : count == 0 ? 0 : sum / count * duration;
    lastNanos.clear();
    threadNanos = 0;
    untilNanos = 0;
    sum = 0;
    count = 0;
    return (long) (busy * processors);
  }

  private static boolean isLoad(float user, float system) {
    return user >= 0 && system >= 0 && user + system <= MOST;
  }
}
