package hone.format.cpuprofile;

import java.util.Arrays;

/// Calls as they are written, of nodes that may come later: a node's place, and the other one's id.
final class Calls {

  private int[] places = new int[64];
  private long[] ids = new long[64];
  private int count;

  void add(int place, long id) {
    if (count == places.length) {
      places = Arrays.copyOf(places, count * 2);
      ids = Arrays.copyOf(ids, count * 2);
    }
    places[count] = place;
    ids[count++] = id;
  }

  int count() {
    return count;
  }

  int place(int call) {
    return places[call];
  }

  long id(int call) {
    return ids[call];
  }
}
