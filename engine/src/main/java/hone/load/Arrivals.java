package hone.load;

import java.util.Arrays;
import java.util.SplittableRandom;

/// When the requests of a load are due: at random times, as those of independent users come, at a
/// constant rate.
///
/// A profiler looks at a service at constant intervals, and so does Linux at its processor time
/// (every 4 ms where `CONFIG_HZ` is 250). Requests at constant intervals keep step with it: the
/// work that begins just before each look is seen far too often, other work never. Random times are
/// in step with nothing.
///
/// A Poisson process of which every block of a tenth of a second, or of ten requests where that is
/// longer, holds as many requests as the rate says. The same plan gives the same times. Not for
/// several threads.
final class Arrivals {

  private static final long SEED = 0x686f6e65;
  private static final double BLOCK_NANOS = 1e8;
  private static final long FEWEST_IN_BLOCK = 10;

  private final double intervalNanos;
  private final long durationNanos;
  private final long total;
  private final SplittableRandom random = new SplittableRandom(SEED);
  private long before;
  private long[] block = new long[0];
  private int next;

  /// @param ratePerSecond positive
  Arrivals(double ratePerSecond, long durationNanos) {
    this.intervalNanos = 1e9 / ratePerSecond;
    this.durationNanos = durationNanos;
    this.total = (long) Math.ceil(durationNanos / intervalNanos);
  }

  /// When the next request is due, in nanoseconds since the load began; never before an earlier one.
  /// What is due at the end of the load or later is not to be sent.
  long dueNanos() {
    if (next == block.length) {
      begin();
    }
    return next < block.length ? block[next] : durationNanos;
  }

  /// Goes on to the request after the one that was due.
  void advance() {
    next++;
  }

  private void begin() {
    before += block.length;
    next = 0;
    long begun = Math.round(before * intervalNanos);
    long count = Math.max(FEWEST_IN_BLOCK, (long) Math.ceil(BLOCK_NANOS / intervalNanos));
    boolean last = total - before < 2 * count;
    long end = last ? durationNanos : Math.round((before + count) * intervalNanos);
    block = random.longs(last ? total - before : count, begun, Math.max(end, begun + 1)).toArray();
    Arrays.sort(block);
  }
}
