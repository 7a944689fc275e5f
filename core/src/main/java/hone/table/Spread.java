package hone.table;

import java.util.SplittableRandom;

/// Spreads keys over the slots of a table in a way that no input can know.
///
/// Where a key's slot is public, a file can send all its keys to one, and each look-up passes all
/// others. Keys are numbered in the order in which they come, so nothing that is shown depends on
/// where they stand.
///
/// @see <a href="https://arxiv.org/abs/1504.06804">Thorup, High Speed Hashing for Integers and
///      Strings: multiply-shift</a>
public final class Spread {

  private static final long MIX = 0x9E3779B97F4A7C15L;

  /// An odd number that is drawn at the start; the one thing in core that no seed gives.
  private static final long SECRET = new SplittableRandom().nextLong() | 1;

  private Spread() {}

  /// The hash of a key, of which the highest bits are the best.
  public static long of(long key) {
    // Parts of a key that count up together would stay in step after one multiplication.
    long product = key * MIX;
    return (product ^ product >>> Integer.SIZE) * SECRET;
  }
}
