package hone.analysis;

import hone.profile.Profile;

/// Flat and cumulative values of the rows that frames are grouped into, in the unit of the value
/// type.
final class Cost {

  private final long[] flat;
  private final long[] cumulative;

  private Cost(long[] flat, long[] cumulative) {
    this.flat = flat;
    this.cumulative = cumulative;
  }

  /// Passes over the table of stacks, not over each sample's frames: O(stacks + samples).
  ///
  /// @param tree     the stacks of the profile
  /// @param rowOf    the row of each frame
  /// @param rowCount a number that every row is below
  static Cost of(Profile profile, int type, CallTree tree, int[] rowOf, int rowCount) {
    long[] flat = new long[rowCount];
    long[] cumulative = new long[rowCount];
    long[] carried = new long[profile.stackCount()];
    for (int sample = 0; sample < profile.sampleCount(); sample++) {
      int stack = profile.sampleStack(sample);
      if (stack != Profile.NONE) {
        carried[stack] += profile.value(type, sample);
        flat[rowOf[profile.stackFrame(stack)]] += profile.value(type, sample);
      }
    }
    boolean[] outermost = outermost(profile, tree, rowOf, rowCount);
    for (int stack = carried.length - 1; stack >= 0; stack--) {
      if (outermost[stack]) {
        cumulative[rowOf[profile.stackFrame(stack)]] += carried[stack];
      }
      int caller = profile.stackCaller(stack);
      if (caller != Profile.NONE) {
        carried[caller] += carried[stack];
      }
    }
    return new Cost(flat, cumulative);
  }

  /// Which stacks have a leaf whose row is not on them a second time: those count for the row,
  /// recursive calls below them do not.
  private static boolean[] outermost(Profile profile, CallTree tree, int[] rowOf, int rowCount) {
    boolean[] outermost = new boolean[profile.stackCount()];
    int[] onPath = new int[rowCount];
    int stack = tree.firstRoot();
    while (stack != Profile.NONE) {
      outermost[stack] = onPath[rowOf[profile.stackFrame(stack)]]++ == 0;
      int next = tree.firstCallee(stack);
      while (next == Profile.NONE && stack != Profile.NONE) {
        onPath[rowOf[profile.stackFrame(stack)]]--;
        next = tree.nextSibling(stack);
        stack = profile.stackCaller(stack);
      }
      stack = next;
    }
    return outermost;
  }

  long flat(int row) {
    return flat[row];
  }

  long cumulative(int row) {
    return cumulative[row];
  }

  /// Whether one row costs more than another, by flat value first.
  boolean exceeds(int row, int other) {
    return flat[row] != flat[other] ? flat[row] > flat[other] : cumulative[row] > cumulative[other];
  }
}
