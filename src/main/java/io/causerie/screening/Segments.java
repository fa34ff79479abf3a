package io.causerie.screening;

import java.util.BitSet;
import java.util.Collection;
import java.util.List;

/**
 * Finds all of many texts in another in one pass (A. Aho and M. Corasick, 1975). A caller keeps the
 * state and goes on with {@link #next} for each character; the texts that end there are {@link
 * #firstEnding} and so on by {@link #nextEnding}.
 */
final class Segments {
  static final int START = Trie.ROOT;
  static final int NONE = -1;

  private static final int BYTES_PER_NODE = 2 * Integer.BYTES + 1;

  private final Trie trie;
  /** The node of the longest suffix that is also in the trie. */
  private final int[] fallbacks;
  /** The nearest node on the way of fallbacks where a text ends. */
  private final int[] shorterEnds;

  private final BitSet isEnd;

  Segments(Collection<String> texts) {
    List<int[]> sequences =
        texts.stream().distinct().sorted().map(Segments::characters).toList();
    this.trie = new Trie(sequences);
    this.fallbacks = new int[trie.size()];
    this.shorterEnds = new int[trie.size()];
    this.isEnd = new BitSet(trie.size());
    sequences.forEach(text -> isEnd.set(trie.find(text)));
    link();
  }

  /** The state after one more character. */
  int next(int state, char c) {
    int from = state;
    int target = trie.child(from, c);
    while (target == Trie.NONE && from != START) {
      from = fallbacks[from];
      target = trie.child(from, c);
    }
    return target == Trie.NONE ? START : target;
  }

  /** The longest text that ends in this state, by a number of its own; {@link #NONE} if none does. */
  int firstEnding(int state) {
    return isEnd.get(state) ? state : shorterEnds[state];
  }

  /** The next shorter text that ends where this one does. */
  int nextEnding(int text) {
    return shorterEnds[text];
  }

  /** The number of one of the texts. */
  int numberOf(String text) {
    return trie.find(characters(text));
  }

  int length(int text) {
    return trie.length(text);
  }

  /** How much memory they take. */
  long bytes() {
    return trie.bytes() + (long) BYTES_PER_NODE * trie.size();
  }

  /** A fallback is shorter, so that its number is lower and it is linked already. */
  private void link() {
    shorterEnds[START] = NONE;
    for (int parent = START; parent < trie.size(); parent++) {
      for (int node = trie.firstChild(parent); node < trie.endOfChildren(parent); node++) {
        int fallback = parent == START ? START : next(fallbacks[parent], (char) trie.label(node));
        fallbacks[node] = fallback;
        shorterEnds[node] = isEnd.get(fallback) ? fallback : shorterEnds[fallback];
      }
    }
  }

  private static int[] characters(String text) {
    return text.chars().toArray();
  }
}
