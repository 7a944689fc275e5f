package hone.profile;

import java.util.Arrays;

/// Stacks as a table of nodes, each a leaf on top of a caller; equal stacks are one node.
///
/// Nodes are numbered from 0 in the order they came, so a caller is always a smaller number than
/// its callees. What the leaf number means is the owner's business: a frame, or a reader's own
/// notion of a location. Not safe for use by several threads.
public final class StackTable {

  private static final int FIRST_SLOTS = 1 << 12;

  private int[] leaves = new int[FIRST_SLOTS / 2];
  private int[] callers = new int[FIRST_SLOTS / 2];
  private int[] slots = emptySlots(FIRST_SLOTS);
  private int size;

  /// The number of the node that has this leaf on top of that caller; a new one where there is none.
  ///
  /// @param leaf   not negative
  /// @param caller from this method, or [Profile#NONE]
  public int node(int leaf, int caller) {
    if (leaf < 0 || caller < Profile.NONE || caller >= size) {
      throw new IllegalArgumentException("no such leaf or caller: " + leaf + ", " + caller);
    }
    int slot = slot(leaf, caller);
    if (slots[slot] >= 0) {
      return slots[slot];
    }
    if (size == leaves.length) {
      grow();
      slot = slot(leaf, caller);
    }
    leaves[size] = leaf;
    callers[size] = caller;
    slots[slot] = size;
    return size++;
  }

  public int size() {
    return size;
  }

  public int leaf(int node) {
    return leaves[node];
  }

  /// The node one up, or [Profile#NONE] at the root.
  public int caller(int node) {
    return callers[node];
  }

  int[] leaves() {
    return Arrays.copyOf(leaves, size);
  }

  int[] callers() {
    return Arrays.copyOf(callers, size);
  }

  private int slot(int leaf, int caller) {
    int mask = slots.length - 1;
    int hash = leaf * 0x9E3779B1 ^ Integer.rotateLeft(caller * 0x85EBCA6B, 15);
    int slot = (hash ^ hash >>> 16) & mask;
    while (slots[slot] >= 0 && (leaves[slots[slot]] != leaf || callers[slots[slot]] != caller)) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private void grow() {
    leaves = Arrays.copyOf(leaves, leaves.length * 2);
    callers = Arrays.copyOf(callers, callers.length * 2);
    slots = emptySlots(slots.length * 2);
    for (int node = 0; node < size; node++) {
      slots[slot(leaves[node], callers[node])] = node;
    }
  }

  private static int[] emptySlots(int count) {
    int[] slots = new int[count];
    Arrays.fill(slots, Profile.NONE);
    return slots;
  }
}
