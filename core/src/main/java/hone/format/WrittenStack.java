package hone.format;

import hone.profile.Profile;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// The stacks of a profile as bytes, one at a time; what a stack shares with the one before stands
/// there already.
///
/// A format that has no tree writes each stack whole, so a small profile of deep trees may become
/// large: 4 chains of 9,990 frames with a sample on each are 200 million places of frames.
public final class WrittenStack {

  /// Which end of a stack is written first.
  public enum Order {
    OUTERMOST_FIRST,
    LEAF_FIRST
  }

  /// Takes bytes, as [java.io.OutputStream#write(byte[], int, int)] does.
  @FunctionalInterface
  public interface Sink {
    void write(byte[] bytes, int from, int count) throws IOException;
  }

  /// Most bytes of all stacks together.
  private static final long MOST_BYTES = 32L << 30;

  /// Most bytes of one stack, which is held in memory.
  private static final long MOST_OF_ONE = 256L << 20;

  /// Most bytes of frames that are held, as one name may be that of many frames.
  private static final long MOST_HELD = 256L << 20;

  private final Profile profile;
  private final Order order;
  private final IntFunction<byte[]> spelling;

  /// What frames are written as, as far as that may be held.
  private final byte[] @Nullable [] pieces;

  private long held;
  private byte[] bytes = new byte[1 << 10];

  /// The nodes that lead to the stack, outermost first, and how many bytes there are up to each.
  private int[] path = new int[64];

  private int[] lengths = new int[64];
  private int depth;
  private int[] ahead = new int[64];

  /// Ready to write stacks, before the first.
  ///
  /// @param spelling what is written for a frame of the profile, separators included
  /// @throws OversizeException if the stacks are too long by far
  public WrittenStack(Profile profile, Order order, IntFunction<byte[]> spelling)
      throws OversizeException {
    this.profile = profile;
    this.order = order;
    this.spelling = spelling;
    pieces = new byte[profile.frames().size()][];
    checkLengths();
  }

  /// Callers stand before callees, so one pass tells how long each stack is.
  private void checkLengths() throws OversizeException {
    int[] own = new int[pieces.length];
    for (int frame = 0; frame < own.length; frame++) {
      own[frame] = piece(frame).length;
    }
    long[] length = new long[profile.stackCount()];
    for (int stack = 0; stack < length.length; stack++) {
      int caller = profile.stackCaller(stack);
      length[stack] =
          own[profile.stackFrame(stack)] + (caller == Profile.NONE ? 0 : length[caller]);
    }
    long all = 0;
    for (int sample = 0; sample < profile.sampleCount(); sample++) {
      int stack = profile.sampleStack(sample);
      long whole = stack == Profile.NONE ? 0 : length[stack];
      check(whole, MOST_OF_ONE, "one of its stacks");
      all += whole;
      check(all, MOST_BYTES, "its stacks");
    }
  }

  private static void check(long length, long most, String what) throws OversizeException {
    if (length > most) {
      throw new OversizeException(
          "written out, " + what + " would be more than " + most + " bytes");
    }
  }

  private byte[] piece(int frame) {
    byte[] known = pieces[frame];
    if (known == null) {
      known = spelling.apply(frame);
      if (held + known.length <= MOST_HELD) {
        held += known.length;
        pieces[frame] = known;
      }
    }
    return known;
  }

  /// Goes on to a stack.
  ///
  /// @param stack a stack of the profile, or [Profile#NONE]
  public void lead(int stack) {
    int fresh = 0;
    int at = stack;
    while (at != leaf()) {
      if (at < leaf()) {
        depth--;
      } else {
        ahead = fresh < ahead.length ? ahead : Arrays.copyOf(ahead, fresh * 2);
        ahead[fresh++] = at;
        at = profile.stackCaller(at);
      }
    }
    while (fresh > 0) {
      push(ahead[--fresh]);
    }
  }

  /// How many bytes the stack has.
  public int length() {
    return depth == 0 ? 0 : lengths[depth - 1];
  }

  /// Writes the first bytes of the stack, up to all of them.
  public void write(int count, Sink out) throws IOException {
    out.write(bytes, order == Order.LEAF_FIRST ? bytes.length - length() : 0, count);
  }

  private int leaf() {
    return depth == 0 ? Profile.NONE : path[depth - 1];
  }

  private void push(int node) {
    byte[] piece = piece(profile.stackFrame(node));
    int length = length();
    reserve(length, length + piece.length);
    int from = order == Order.LEAF_FIRST ? bytes.length - length - piece.length : length;
    System.arraycopy(piece, 0, bytes, from, piece.length);
    if (depth == path.length) {
      path = Arrays.copyOf(path, depth * 2);
      lengths = Arrays.copyOf(lengths, depth * 2);
    }
    path[depth] = node;
    lengths[depth++] = length + piece.length;
  }

  private void reserve(int length, int needed) {
    if (needed > bytes.length) {
      byte[] longer = new byte[needed * 2];
      boolean atEnd = order == Order.LEAF_FIRST;
      System.arraycopy(
          bytes,
          atEnd ? bytes.length - length : 0,
          longer,
          atEnd ? longer.length - length : 0,
          length);
      bytes = longer;
    }
  }
}
