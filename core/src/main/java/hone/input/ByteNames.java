package hone.input;

import hone.table.Spread;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Names as the bytes of a text, each kept once and numbered from 0 in the order they came.
///
/// What a large text repeats most is looked up without making a string of it first. The names stand
/// one after the other in a few blocks: a look-up waits for memory twice, at its slot and at the name.
public final class ByteNames {

  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle FOUR =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int FIRST_SLOTS = 1 << 10;

  /// Before the bytes of a name stand its number, its hash and its length.
  private static final int HASH = Integer.BYTES;

  private static final int LENGTH = 2 * Integer.BYTES;
  private static final int BYTES = 3 * Integer.BYTES;

  /// A name begins within the first so many bytes of its block.
  private static final int BLOCK_BITS = 20;

  private static final int FIRST_BLOCK = 1 << 12;

  /// Of each name the top of its hash and, from 1, its place, so that hardly any look-up meets the
  /// bytes of another name.
  private static final int PLACE_BITS = 40;

  private static final long PLACE = (1L << PLACE_BITS) - 1;
  private static final int TOP_SHIFT = PLACE_BITS - Integer.SIZE;

  private byte[][] blocks = {new byte[FIRST_BLOCK]};
  private int block;
  private int used;
  private long[] slots = new long[FIRST_SLOTS];
  private long[] places = new long[FIRST_SLOTS / 2];
  private int size;

  /// The number of the name that these bytes are; [#size] before the call, where it is a new one.
  public int number(byte[] bytes, int from, int to) {
    int hash = hash(bytes, from, to);
    int slot = slot(hash, bytes, from, to);
    if (slots[slot] != 0) {
      return number(slots[slot]);
    }
    long place = added(hash, bytes, from, to);
    slots[slot] = entry(hash, place);
    places[size++] = place;
    if (size == places.length) {
      grow();
    }
    return size - 1;
  }

  /// The number of the name that these bytes are; below 0 where there is none.
  int find(byte[] bytes, int from, int to) {
    long entry = slots[slot(hash(bytes, from, to), bytes, from, to)];
    return entry == 0 ? -1 : number(entry);
  }

  public int size() {
    return size;
  }

  /// How many bytes the name of a number has.
  int length(int number) {
    return length(around(places[number]), at(places[number]));
  }

  /// The name of a number, as UTF-8.
  public String text(int number) {
    byte[] around = around(places[number]);
    int at = at(places[number]);
    return new String(around, at + BYTES, length(around, at), StandardCharsets.UTF_8);
  }

  /// Where the name stands, or where there is room for it.
  private int slot(int hash, byte[] bytes, int from, int to) {
    int slot = hash & slots.length - 1;
    while (slots[slot] != 0) {
      if (isTop(slots[slot], hash) && is(place(slots[slot]), bytes, from, to)) {
        return slot;
      }
      slot = slot + 1 & slots.length - 1;
    }
    return slot;
  }

  private boolean is(long place, byte[] bytes, int from, int to) {
    byte[] around = around(place);
    int at = at(place);
    int begin = at + BYTES;
    return length(around, at) == to - from
        && Arrays.equals(around, begin, begin + to - from, bytes, from, to);
  }

  private long added(int hash, byte[] bytes, int from, int to) {
    int length = to - from;
    if (used >= 1 << BLOCK_BITS || blocks[block].length - used < BYTES + length) {
      nextBlock(BYTES + length);
    }
    byte[] around = blocks[block];
    FOUR.set(around, used, size);
    FOUR.set(around, used + HASH, hash);
    FOUR.set(around, used + LENGTH, length);
    System.arraycopy(bytes, from, around, used + BYTES, length);
    long place = (long) block << BLOCK_BITS | used;
    used += BYTES + length;
    return place;
  }

  private void nextBlock(int least) {
    int length = Math.min(blocks[block].length * 2, 1 << BLOCK_BITS);
    block++;
    blocks = block < blocks.length ? blocks : Arrays.copyOf(blocks, block * 2);
    blocks[block] = new byte[Math.max(length, least)];
    used = 0;
  }

  private void grow() {
    places = Arrays.copyOf(places, size * 2);
    slots = new long[slots.length * 2];
    for (int number = 0; number < size; number++) {
      int hash = (int) FOUR.get(around(places[number]), at(places[number]) + HASH);
      int slot = hash & slots.length - 1;
      while (slots[slot] != 0) {
        slot = slot + 1 & slots.length - 1;
      }
      slots[slot] = entry(hash, places[number]);
    }
  }

  private int number(long entry) {
    return (int) FOUR.get(around(place(entry)), at(place(entry)));
  }

  private byte[] around(long place) {
    return blocks[(int) (place >>> BLOCK_BITS)];
  }

  private static int at(long place) {
    return (int) place & (1 << BLOCK_BITS) - 1;
  }

  private static int length(byte[] around, int at) {
    return (int) FOUR.get(around, at + LENGTH);
  }

  private static long entry(int hash, long place) {
    return (((long) hash << Integer.SIZE) & ~PLACE) | (place + 1);
  }

  private static boolean isTop(long entry, int hash) {
    return (int) (entry >>> PLACE_BITS) == hash >>> TOP_SHIFT;
  }

  private static long place(long entry) {
    return (entry & PLACE) - 1;
  }

  private static int hash(byte[] bytes, int from, int to) {
    long hash = (long) to - from;
    int at = from;
    for (; at + Long.BYTES <= to; at += Long.BYTES) {
      hash = Spread.of(hash ^ (long) EIGHT.get(bytes, at));
    }
    long rest = 0;
    for (; at < to; at++) {
      rest = rest << Byte.SIZE | (bytes[at] & 0xff);
    }
    return (int) (Spread.of(hash ^ rest) >>> Integer.SIZE);
  }
}
