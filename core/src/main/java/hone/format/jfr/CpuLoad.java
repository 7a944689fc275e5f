package hone.format.jfr;

import java.util.HashMap;
import java.util.Map;

/// Processor time that a program used by the JVM's own account.
///
/// Where the load of each Java thread was reported, their time without that of the compilers: each
/// report holds for the time since the thread's last one. That is what samplers of Java threads can
/// see. Else that of the whole process, its collector and compilers among it: the mean of its load
/// over a chunk.
///
/// The JVM takes the load of the process as a part of all processors there are, and that of a thread
/// as a part of those it may use: in a container of one processor on a machine of 64, a busy thread
/// would seem to use 64. What threads cannot have used is divided as their loads are.
final class CpuLoad {

  private static final double MOST = 1.01;

  /// Means over seconds that differ agree to this.
  private static final double SLACK = 1.05;

  private final Map<Long, Long> lastNanos = new HashMap<>();
  private double threadNanos;
  private double compilerNanos;
  private long untilNanos;
  private double sum;
  private long count;
  private boolean reported;
  private long processors;

  /// Takes one report of the process, as parts of all processors; a load that cannot be is none.
  ///
  /// The first report of a JVM has nothing to compare with and is 0, for the machine as well.
  void process(float user, float system, float machine) {
    boolean baseline = !reported && user + system + machine == 0;
    reported = true;
    if (isLoad(user, system) && !baseline) {
      sum += user + system;
      count++;
    }
  }

  /// Takes one report of a thread, as parts of all processors.
  ///
  /// @param sinceNanos time of the report since the chunk began
  /// @param compiles   whether it is one of the JVM's compilers
  void thread(long thread, boolean compiles, long sinceNanos, float user, float system) {
    long last = lastNanos.getOrDefault(thread, 0L);
    if (isLoad(user, system) && sinceNanos >= last) {
      double busy = (user + system) * (sinceNanos - last);
      threadNanos += compiles ? 0 : busy;
      compilerNanos += compiles ? busy : 0;
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
    double busy = (untilNanos > 0 ? ofThreads() : ofProcess()) * Math.max(0, durationNanos);
    lastNanos.clear();
    threadNanos = 0;
    compilerNanos = 0;
    untilNanos = 0;
    sum = 0;
    count = 0;
    return (long) (busy * processors);
  }

  private double ofProcess() {
    return count == 0 ? 0 : sum / count;
  }

  private double ofThreads() {
    double all = (threadNanos + compilerNanos) / untilNanos;
    double most = count == 0 ? all : Math.min(all, ofProcess() * SLACK);
    return all == 0 ? 0 : most * threadNanos / (threadNanos + compilerNanos);
  }

  private static boolean isLoad(float user, float system) {
    return user >= 0 && system >= 0 && user + system <= MOST;
  }
}
