package hone.stat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// The ways of choosing so many of so many numbered things: all of them where they are few, a drawn
/// part where they are many.
///
/// @param all    how many things there are
/// @param chosen how many of them are taken
/// @param seed   of what is drawn
record Splits(int all, int chosen, long seed) {

  /// So many are counted out.
  private static final long MOST_COUNTED = 50_000;

  private static final int DRAWN = 20_000;

  /// What is told of each choice.
  @FunctionalInterface
  interface Visitor {
    /// One choice.
    ///
    /// @param choice numbers from 0, valid until the next call
    void visit(int[] choice);
  }

  /// How many there are; [Long#MAX_VALUE] where they are too many to say.
  static long count(int all, int chosen) {
    long count = 1;
    for (int taken = 1; taken <= Math.min(chosen, all - chosen); taken++) {
      long next = all - taken + 1L;
      if (count > Long.MAX_VALUE / next) {
        return Long.MAX_VALUE;
      }
      count = count * next / taken;
    }
    return count;
  }

  boolean counted() {
    return count(all, chosen) <= MOST_COUNTED;
  }

  int visited() {
    return counted() ? Math.toIntExact(count(all, chosen)) : DRAWN;
  }

  /// Visits every choice, the first being the last `chosen` numbers; or that one and then as many as
  /// are drawn, with which the test is as exact as with all.
  void forEach(Visitor visitor) {
    if (counted()) {
      every(visitor);
    } else {
      drawn(visitor);
    }
  }

  private void every(Visitor visitor) {
    int[] choice = IntStream.range(all - chosen, all).toArray();
    visitor.visit(choice);
    while (previous(choice)) {
      visitor.visit(choice);
    }
  }

  /// The choice before this one in the order of words.
  private boolean previous(int[] choice) {
    for (int place = 0; place < chosen; place++) {
      int least = place == 0 ? 0 : choice[place - 1] + 1;
      int at = place;
      if (choice[at] > least) {
        choice[at]--;
        for (int below = at - 1; below >= 0; below--) {
          choice[below] = choice[below + 1] - 1;
        }
        return true;
      }
    }
    return false;
  }

  private void drawn(Visitor visitor) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] order = IntStream.range(0, all).toArray();
    int[] choice = IntStream.range(all - chosen, all).toArray();
    visitor.visit(choice);
    for (int draw = 1; draw < DRAWN; draw++) {
      for (int at = 0; at < chosen; at++) {
        int other = random.nextInt(at, all);
        int taken = order[other];
        order[other] = order[at];
        order[at] = taken;
        choice[at] = taken;
      }
      visitor.visit(choice);
    }
  }
}
