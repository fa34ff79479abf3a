package io.causerie.screening;

/** The edges of a trie, each from a node by a character to another node, in one hash table. */
final class Edges {
  static final int NONE = -1;

  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  /** 0 where the table is free. */
  private final long[] keys;

  private final int[] targets;

  /** @param most how many edges there will be at most */
  Edges(int most) {
    int size = Integer.highestOneBit(Math.max(1, most)) << 2;
    this.keys = new long[size];
    this.targets = new int[size];
  }

  void put(int node, char by, int target) {
    int slot = slot(key(node, by));
    keys[slot] = key(node, by);
    targets[slot] = target;
  }

  /** {@link #NONE} when there is no such edge. */
  int get(int node, char by) {
    int slot = slot(key(node, by));
    return keys[slot] == 0 ? NONE : targets[slot];
  }

  private static long key(int node, char by) {
    return (((long) node << Character.SIZE) | by) + 1;
  }

  /** Where the key is, or where it belongs. */
  private int slot(long key) {
    int slot = (int) ((key * SPREAD) >>> 33) & (keys.length - 1);
    while (keys[slot] != 0 && keys[slot] != key) {
      slot = (slot + 1) & (keys.length - 1);
    }
    return slot;
  }
}
