package hone.profile;

import java.util.Arrays;

/// A way down through the stacks of a table, from the outermost frame to the leaf.
///
/// Stacks that come one after the other mostly share their callers. What a stack shares with the one
/// before is not looked up again, which is where most of the time of reading a profile would go.
public final class StackCursor {

  private final StackTable table;
  private int[] leaves = new int[64];
  private int[] nodes = new int[64];
  private int known;
  private int depth;

  public StackCursor(StackTable table) {
    this.table = table;
  }

  /// Goes up until so many frames are left.
  ///
  /// @param frames at most [#depth]
  public void back(int frames) {
    if (frames < 0 || frames > depth) {
      throw new IllegalArgumentException("no way back from " + depth + " frames to " + frames);
    }
    depth = frames;
  }

  /// Goes one frame down; where the table has no such stack, it has afterwards.
  ///
  /// @param leaf what the table's owner calls the frame, not negative
  public void push(int leaf) {
    if (depth < known && leaves[depth] == leaf) {
      depth++;
      return;
    }
    if (depth == leaves.length) {
      leaves = Arrays.copyOf(leaves, depth * 2);
      nodes = Arrays.copyOf(nodes, depth * 2);
    }
    nodes[depth] = table.node(leaf, node());
    leaves[depth] = leaf;
    depth++;
    known = depth;
  }

  /// The stack it stands at, or [Profile#NONE] above the outermost frame.
  public int node() {
    return depth == 0 ? Profile.NONE : nodes[depth - 1];
  }

  /// How many frames that stack has.
  public int depth() {
    return depth;
  }
}
