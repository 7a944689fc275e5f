package hone.profile;

import hone.table.Spread;
import java.util.Arrays;

/// Stacks as a table of nodes, each a leaf on top of a caller; equal stacks are one node.
///
/// Nodes are numbered from 0 in the order they came, so a caller is always a smaller number than
/// its callees. What the leaf number means is the owner's business: a frame, or a reader's own
/// notion of a location. Not safe for use by several threads.
public final class StackTable {

  private static final int HASH_BITS = Integer.SIZE - 1;
  private static final int HASH_SHIFT = Long.SIZE - HASH_BITS;
  private static final int FIRST_SLOTS = 1 << 12;

  private long[] nodes = new long[FIRST_SLOTS / 2];

  /// The node of each slot beside the half of its hash that chose the slot, so that hardly a look-up
  /// asks for a node that it does not want: in a large table each takes a miss of the cache.
  private long[] slots = emptySlots(FIRST_SLOTS);

  /// What takes a hash to its slot: the highest bits of a product are the best.
  private int slotShift = HASH_BITS - Integer.numberOfTrailingZeros(FIRST_SLOTS);

  private int size;
  private int indexed;
  private int leafLimit;

  /// The number of the node that has this leaf on top of that caller; a new one where there is none.
  ///
  /// @param leaf   not negative
  /// @param caller from this method, or [Profile#NONE]
  public int node(int leaf, int caller) {
    check(leaf, caller);
    index();
    long node = packed(leaf, caller);
    int hash = hash(node);
    int slot = slot(node, hash);
    if (slots[slot] >= 0) {
      return (int) slots[slot];
    }
    add(leaf, node);
    if (slots.length < nodes.length * 2) {
      index();
    } else {
      slots[slot] = entry(hash, size - 1);
      indexed = size;
    }
    return size - 1;
  }

  /// The number of a node that is known to be a new one, which takes no look-up.
  ///
  /// @param leaf   not negative
  /// @param caller from this method or [#node], or [Profile#NONE]
  int append(int leaf, int caller) {
    check(leaf, caller);
    add(leaf, packed(leaf, caller));
    return size - 1;
  }

  public int size() {
    return size;
  }

  public int leaf(int node) {
    return (int) nodes[node];
  }

  /// The node one up, or [Profile#NONE] at the root.
  public int caller(int node) {
    return (int) (nodes[node] >> Integer.SIZE);
  }

  /// A number that every leaf is below.
  int leafLimit() {
    return leafLimit;
  }

  int[] leaves() {
    int[] leaves = new int[size];
    for (int node = 0; node < size; node++) {
      leaves[node] = leaf(node);
    }
    return leaves;
  }

  int[] callers() {
    int[] callers = new int[size];
    for (int node = 0; node < size; node++) {
      callers[node] = caller(node);
    }
    return callers;
  }

  /// Caller and leaf in one word, so that a look-up touches one place of memory beside its slot.
  private static long packed(int leaf, int caller) {
    return (long) caller << Integer.SIZE | leaf;
  }

  private static int hash(long node) {
    return (int) (Spread.of(node) >>> HASH_SHIFT);
  }

  private static long entry(int hash, int node) {
    return (long) hash << Integer.SIZE | node;
  }

  /// The slot of a node, or the empty one where it belongs.
  private int slot(long node, int hash) {
    int mask = slots.length - 1;
    int slot = hash >>> slotShift;
    long entry = slots[slot];
    while (entry >= 0 && ((int) (entry >>> Integer.SIZE) != hash || nodes[(int) entry] != node)) {
      slot = slot + 1 & mask;
      entry = slots[slot];
    }
    return slot;
  }

  private void check(int leaf, int caller) {
    if (leaf < 0 || caller < Profile.NONE || caller >= size) {
      throw new IllegalArgumentException("no such leaf or caller: " + leaf + ", " + caller);
    }
  }

  private void add(int leaf, long node) {
    if (size == nodes.length) {
      nodes = Arrays.copyOf(nodes, size * 2);
    }
    nodes[size++] = node;
    leafLimit = Math.max(leafLimit, leaf + 1);
  }

  /// Makes those nodes findable that are not yet.
  private void index() {
    if (slots.length < nodes.length * 2) {
      slots = emptySlots(nodes.length * 2);
      slotShift = HASH_BITS - Integer.numberOfTrailingZeros(slots.length);
      indexed = 0;
    }
    for (; indexed < size; indexed++) {
      int hash = hash(nodes[indexed]);
      slots[slot(nodes[indexed], hash)] = entry(hash, indexed);
    }
  }

  private static long[] emptySlots(int count) {
    long[] slots = new long[count];
    Arrays.fill(slots, Profile.NONE);
    return slots;
  }
}
