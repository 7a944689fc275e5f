package hone.measure;

import hone.gate.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Who runs when: blocks of two runs of the base and two of the candidate, each block in one of
/// its six orders, drawn from a seed.
///
/// Neighbouring runs share the weather of the machine, and the draw is what makes the test on the
/// ranks exact: under no effect every order was equally likely.
public final class Schedule {

  /// One run to be made.
  ///
  /// @param number from 0 in each phase, in the order of time
  /// @param block  from 0 in each phase
  public record Slot(Phase phase, int number, int block, Side side) {}

  /// Runs in one block.
  public static final int BLOCK_RUNS = 4;

  private static final String[] ORDERS = {"BBCC", "BCBC", "BCCB", "CBBC", "CBCB", "CCBB"};

  /// Tells the orders of fresh runs from those of the first, which have the same seed.
  private static final long FRESH_SALT = 0xF2E5_4B10L;

  private Schedule() {}

  /// The order of all runs of a phase.
  ///
  /// @param blocks at least 1
  /// @param seed   equal seeds give equal schedules; a longer one begins with the shorter
  public static List<Slot> of(Phase phase, int blocks, long seed) {
    if (blocks < 1) {
      throw new IllegalArgumentException("blocks is not positive: " + blocks);
    }
    SplittableRandom random = new SplittableRandom(phase == Phase.FIRST ? seed : seed ^ FRESH_SALT);
    List<Slot> slots = new ArrayList<>();
    for (int block = 0; block < blocks; block++) {
      String order = ORDERS[random.nextInt(ORDERS.length)];
      for (int place = 0; place < BLOCK_RUNS; place++) {
        Side side = order.charAt(place) == 'B' ? Side.BASE : Side.CANDIDATE;
        slots.add(new Slot(phase, slots.size(), block, side));
      }
    }
    return List.copyOf(slots);
  }
}
