package hone.format;

import hone.profile.Profile;
import java.util.Arrays;

/// An order of functions in which callers stand before callees, calls that close a circle left out.
final class CallOrder {

  private final int[] callersFirst;
  private final int[] place;
  private final int circleCount;

  /// Finds the order.
  ///
  /// @param callees of each function by its number
  /// @param starts  every function, those first that are most likely nobody's callee
  CallOrder(int[][] callees, int[] starts) {
    int count = callees.length;
    Walk walk = new Walk(callees);
    for (int function : starts) {
      walk.from(function);
    }
    callersFirst = walk.order;
    circleCount = walk.circles;
    place = new int[count];
    for (int at = 0; at < count; at++) {
      place[callersFirst[at]] = at;
    }
  }

  int[] callersFirst() {
    return callersFirst;
  }

  /// Whether the call is one of those that the order is of.
  boolean leadsDown(int caller, int callee) {
    return place[caller] < place[callee];
  }

  /// How many calls close a circle, those of a function by itself not counted.
  int circleCount() {
    return circleCount;
  }

  /// Depth first, without recursion: a chain of calls may be as long as there are functions.
  private static final class Walk {

    private final int[][] callees;
    private final boolean[] seen;
    private final boolean[] open;
    private final int[] order;
    private final int[] path;
    private final int[] next;
    private int free;
    private int circles;

    Walk(int[][] callees) {
      int count = callees.length;
      this.callees = callees;
      seen = new boolean[count];
      open = new boolean[count];
      order = new int[count];
      path = new int[count];
      next = new int[count];
      free = count;
      Arrays.fill(order, Profile.NONE);
    }

    void from(int start) {
      if (seen[start]) {
        return;
      }
      int depth = 0;
      enter(start, depth);
      while (depth >= 0) {
        int function = path[depth];
        int[] below = callees[function];
        if (next[depth] == below.length) {
          open[function] = false;
          order[--free] = function;
          depth--;
          continue;
        }
        int callee = below[next[depth]++];
        if (!seen[callee]) {
          depth++;
          enter(callee, depth);
        } else if (open[callee] && callee != function) {
          circles++;
        }
      }
    }

    private void enter(int function, int depth) {
      seen[function] = true;
      open[function] = true;
      path[depth] = function;
      next[depth] = 0;
    }
  }
}
