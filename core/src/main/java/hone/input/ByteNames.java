package hone.input;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Names as the bytes of a text, each kept once and numbered from 0 in the order they came.
///
/// What a large text repeats most is looked up without making a string of it first.
public final class ByteNames {

  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long MIX = 0x9E3779B97F4A7C15L;
  private static final int FIRST_SLOTS = 1 << 10;

  private byte[][] names = new byte[FIRST_SLOTS / 2][];
  private int[] hashes = new int[FIRST_SLOTS / 2];
  private int[] slots = emptySlots(FIRST_SLOTS);
  private int size;

  /// The number of the name that these bytes are; [#size] before the call, where it is a new one.
  public int number(byte[] bytes, int from, int to) {
    int hash = hash(bytes, from, to);
    int slot = hash & slots.length - 1;
    while (slots[slot] >= 0) {
      int known = slots[slot];
      if (hashes[known] == hash
          && Arrays.equals(names[known], 0, names[known].length, bytes, from, to)) {
        return known;
      }
      slot = slot + 1 & slots.length - 1;
    }
    slots[slot] = size;
    return added(Arrays.copyOfRange(bytes, from, to), hash);
  }

  public int size() {
    return size;
  }

  /// The name of a number, as UTF-8.
  public String text(int number) {
    return new String(names[number], StandardCharsets.UTF_8);
  }

  private int added(byte[] name, int hash) {
    names[size] = name;
    hashes[size] = hash;
    size++;
    if (size == names.length) {
      grow();
    }
    return size - 1;
  }

  private void grow() {
    names = Arrays.copyOf(names, size * 2);
    hashes = Arrays.copyOf(hashes, size * 2);
    slots = emptySlots(slots.length * 2);
    for (int number = 0; number < size; number++) {
      int slot = hashes[number] & slots.length - 1;
      while (slots[slot] >= 0) {
        slot = slot + 1 & slots.length - 1;
      }
      slots[slot] = number;
    }
  }

  private static int hash(byte[] bytes, int from, int to) {
    long hash = (long) to - from;
    int at = from;
    for (; at + Long.BYTES <= to; at += Long.BYTES) {
      hash = mixed(hash, (long) EIGHT.get(bytes, at));
    }
    long rest = 0;
    for (; at < to; at++) {
      rest = rest << Byte.SIZE | (bytes[at] & 0xff);
    }
    hash = mixed(hash, rest);
    return (int) (hash ^ hash >>> Integer.SIZE);
  }

  private static long mixed(long hash, long word) {
    long product = (hash ^ word) * MIX;
    return product ^ product >>> 29;
  }

  private static int[] emptySlots(int count) {
    int[] slots = new int[count];
    Arrays.fill(slots, -1);
    return slots;
  }
}
