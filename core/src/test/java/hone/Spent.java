package hone;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/// What this thread used: its own processor time and what it allocated, which other work on the
/// machine does not change.
public record Spent(long nanos, long bytes) {

  private static final long MOST_NANOS = 2_000_000_000L;
  private static final long MOST_BYTES = 512L << 20;

  public static Spent soFar() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    return new Spent(threads.getCurrentThreadCpuTime(), threads.getCurrentThreadAllocatedBytes());
  }

  public Spent since() {
    Spent now = soFar();
    return new Spent(now.nanos - nanos, now.bytes - bytes);
  }

  /// What any input of a few kilobytes must stay within.
  public boolean isBounded() {
    return nanos <= MOST_NANOS && bytes <= MOST_BYTES;
  }
}
