package hone.format.jfr;

import hone.table.Spread;
import java.util.Arrays;

/// Numbers of 64 bits, each kept once and known by its place, in the order they came.
final class LongTable {

  /// The place of what is not there.
  static final int NONE = -1;

  private long[] keys = new long[64];
  private int[] slots = emptySlots(128);

  /// What takes a hash to its slot, by its highest bits.
  private int slotShift = Long.numberOfLeadingZeros(slots.length - 1L);

  private int size;

  /// The place of a number, the next free one where it is new.
  int place(long key) {
    int slot = slot(key);
    if (slots[slot] != NONE) {
      return slots[slot];
    }
    if (size == keys.length) {
      grow();
      slot = slot(key);
    }
    keys[size] = key;
    slots[slot] = size;
    return size++;
  }

  /// The place of a number, or [#NONE].
  int find(long key) {
    return slots[slot(key)];
  }

  long key(int place) {
    return keys[place];
  }

  int size() {
    return size;
  }

  private int slot(long key) {
    int mask = slots.length - 1;
    int slot = (int) (Spread.of(key) >>> slotShift);
    while (slots[slot] != NONE && keys[slots[slot]] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    keys = Arrays.copyOf(keys, keys.length * 2);
    slots = emptySlots(slots.length * 2);
    slotShift = Long.numberOfLeadingZeros(slots.length - 1L);
    for (int place = 0; place < size; place++) {
      slots[slot(keys[place])] = place;
    }
  }

  private static int[] emptySlots(int count) {
    int[] slots = new int[count];
    Arrays.fill(slots, NONE);
    return slots;
  }
}
