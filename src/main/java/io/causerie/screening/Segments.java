package io.causerie.screening;

import java.util.Collection;
import java.util.stream.IntStream;

/**
 * Finds all of many texts in another in one pass (A. Aho and M. Corasick, 1975). A caller keeps the
 * state and goes on with {@link #next} for each character; the texts that end there are {@link
 * #firstEnding} and so on by {@link #nextEnding}.
 */
final class Segments {
  static final int START = 0;
  static final int NONE = -1;

  private final Edges edges;
  private final int[] parents;
  private final char[] labels;
  private final int[] depths;
  /** The node of the longest suffix that is also in the trie. */
  private final int[] fallbacks;
  /** The nearest node on the way of fallbacks where a text ends. */
  private final int[] shorterEnds;

  private final boolean[] isEnd;
  private int size = 1;

  Segments(Collection<String> texts) {
    int most = 1 + texts.stream().mapToInt(String::length).sum();
    this.edges = new Edges(most);
    this.parents = new int[most];
    this.labels = new char[most];
    this.depths = new int[most];
    this.fallbacks = new int[most];
    this.shorterEnds = new int[most];
    this.isEnd = new boolean[most];
    texts.forEach(text -> isEnd[add(text)] = true);
    link();
  }

  /** What it takes in the heap. */
  int bytes() {
    return 67 * isEnd.length;
  }

  /** The state after one more character. */
  int next(int state, char c) {
    int from = state;
    int target = edges.get(from, c);
    while (target == Edges.NONE && from != START) {
      from = fallbacks[from];
      target = edges.get(from, c);
    }
    return target == Edges.NONE ? START : target;
  }

  /** The longest text that ends in this state, by a number of its own; {@link #NONE} if none does. */
  int firstEnding(int state) {
    return isEnd[state] ? state : shorterEnds[state];
  }

  /** The next shorter text that ends where this one does. */
  int nextEnding(int text) {
    return shorterEnds[text];
  }

  /** The number of one of the texts. */
  int numberOf(String text) {
    int node = START;
    for (int i = 0; i < text.length(); i++) {
      node = edges.get(node, text.charAt(i));
    }
    return node;
  }

  int length(int text) {
    return depths[text];
  }

  private int add(String text) {
    int node = START;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int child = edges.get(node, c);
      if (child == Edges.NONE) {
        child = size++;
        edges.put(node, c, child);
        parents[child] = node;
        labels[child] = c;
        depths[child] = depths[node] + 1;
      }
      node = child;
    }
    return node;
  }

  /** A fallback is nearer to the start, so that nodes are linked in the order of their depth. */
  private void link() {
    shorterEnds[START] = NONE;
    IntStream.range(1, size)
        .boxed()
        .sorted((a, b) -> Integer.compare(depths[a], depths[b]))
        .forEach(this::link);
  }

  private void link(int node) {
    int parent = parents[node];
    fallbacks[node] = parent == START ? START : next(fallbacks[parent], labels[node]);
    int fallback = fallbacks[node];
    shorterEnds[node] = isEnd[fallback] ? fallback : shorterEnds[fallback];
  }
}
