package hone.format;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// Gives each id of a table its place, in the order the ids are met.
///
/// Writers number from 1, so most ids index an array; any other 64-bit id goes to a map.
public final class Ids {

  private static final int DENSE = 1 << 22;

  private int[] dense = new int[256];
  private final Map<Long, Integer> sparse = new HashMap<>();
  private int count;

  /// The place of an id; the next free one where it is new.
  public int place(long id) {
    if (id < 0 || id >= DENSE) {
      int place = sparse.computeIfAbsent(id, _ -> count);
      count = Math.max(count, place + 1);
      return place;
    }
    int slot = (int) id;
    if (slot >= dense.length) {
      dense = Arrays.copyOf(dense, Math.min(DENSE, Integer.highestOneBit(slot) * 2));
    }
    if (dense[slot] == 0) {
      count++;
      dense[slot] = count;
    }
    return dense[slot] - 1;
  }
}
