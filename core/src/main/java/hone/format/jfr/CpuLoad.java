package hone.format.jfr;

/// Processor time that a program used by the JVM's own account: the mean of its load over a chunk,
/// times the processors there are, times how long the chunk is.
final class CpuLoad {

  private double sum;
  private long count;
  private long processors;

  /// Takes one report; a load that cannot be is none.
  void report(float user, float system) {
    if (user >= 0 && system >= 0 && user + system <= 1.01) {
      sum += user + system;
      count++;
    }
  }

  void processors(long hardwareThreads) {
    if (hardwareThreads > 0 && hardwareThreads < 1 << 16) {
      processors = hardwareThreads;
    }
  }

  boolean isKnown() {
    return count > 0 && processors > 0;
  }

  /// In nanoseconds, over a chunk of that length; the next chunk starts without reports.
  long over(long durationNanos) {
    double mean = count == 0 ? 0 : sum / count;
    sum = 0;
    count = 0;
    return (long) (mean * processors * Math.max(0, durationNanos));
  }
}
