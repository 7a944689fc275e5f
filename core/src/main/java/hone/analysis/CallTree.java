package hone.analysis;

import hone.profile.Profile;
import java.util.Arrays;

/// The table of stacks turned round: from a stack to those one call deeper.
public final class CallTree {

  private final int[] firstCallee;
  private final int[] nextSibling;
  private int firstRoot = Profile.NONE;

  private CallTree(int stackCount) {
    firstCallee = new int[stackCount];
    nextSibling = new int[stackCount];
    Arrays.fill(firstCallee, Profile.NONE);
  }

  /// The tree of all stacks of a profile.
  public static CallTree of(Profile profile) {
    CallTree tree = new CallTree(profile.stackCount());
    for (int stack = profile.stackCount() - 1; stack >= 0; stack--) {
      int caller = profile.stackCaller(stack);
      if (caller == Profile.NONE) {
        tree.nextSibling[stack] = tree.firstRoot;
        tree.firstRoot = stack;
      } else {
        tree.nextSibling[stack] = tree.firstCallee[caller];
        tree.firstCallee[caller] = stack;
      }
    }
    return tree;
  }

  /// An outermost stack, or [Profile#NONE].
  public int firstRoot() {
    return firstRoot;
  }

  /// A stack one call deeper, or [Profile#NONE].
  public int firstCallee(int stack) {
    return firstCallee[stack];
  }

  /// The next stack with the same caller, or [Profile#NONE].
  public int nextSibling(int stack) {
    return nextSibling[stack];
  }
}
