package io.causerie.screening;

import java.util.Arrays;
import java.util.List;

/**
 * The beginnings of sequences of numbers, each a node. Nodes are numbered by their length and then by
 * their order, so that the children of each are side by side, and arrays as long as there are nodes hold
 * all of it.
 */
final class Trie {
  static final int ROOT = 0;
  static final int NONE = -1;

  private static final int BYTES_PER_NODE = 2 * Integer.BYTES;

  /** Where the children of a node begin; they end where those of the next node begin. */
  private final int[] firstChildren;

  /** The last number of a node. */
  private final int[] labels;

  /** Where the nodes of each length begin. */
  private final int[] levels;

  /** @param sequences in the order of {@link Arrays#compare(int[], int[])}, each once */
  Trie(List<int[]> sequences) {
    int size = size(sequences);
    this.firstChildren = new int[size + 1];
    this.labels = new int[size];
    this.levels = new Builder(sequences, size).build();
  }

  int size() {
    return labels.length;
  }

  /** How much memory it takes. */
  long bytes() {
    return (long) BYTES_PER_NODE * size();
  }

  int firstChild(int node) {
    return firstChildren[node];
  }

  /** The node after the last child. */
  int endOfChildren(int node) {
    return firstChildren[node + 1];
  }

  int label(int node) {
    return labels[node];
  }

  /** {@link #NONE} when there is none. */
  int child(int node, int label) {
    int at = Arrays.binarySearch(labels, firstChild(node), endOfChildren(node), label);
    return at < 0 ? NONE : at;
  }

  /** The node of one of the sequences. */
  int find(int[] sequence) {
    int node = ROOT;
    for (int label : sequence) {
      node = child(node, label);
    }
    return node;
  }

  int length(int node) {
    int at = Arrays.binarySearch(levels, node);
    return at < 0 ? -at - 2 : at;
  }

  /** What two neighbours begin with in common is one. */
  private static int size(List<int[]> sequences) {
    int size = 1;
    int[] before = new int[0];
    for (int[] sequence : sequences) {
      int shared = Arrays.mismatch(before, sequence);
      size += shared < 0 ? 0 : sequence.length - shared;
      before = sequence;
    }
    return size;
  }

  /** Goes through the nodes in their order; each stands for a range of the sequences. */
  private final class Builder {
    private final List<int[]> sequences;
    private final int[] starts;
    private final int[] ends;
    private int made = 1;

    Builder(List<int[]> sequences, int size) {
      this.sequences = sequences;
      this.starts = new int[size];
      this.ends = new int[size];
      ends[ROOT] = sequences.size();
    }

    /** Answers where the nodes of each length begin. */
    int[] build() {
      int longest =
          sequences.stream().mapToInt(sequence -> sequence.length).max().orElse(0);
      int[] levels = new int[longest + 1];
      int node = ROOT;
      for (int length = 0; length <= longest; length++) {
        levels[length] = node;
        for (int end = made; node < end; node++) {
          firstChildren[node] = made;
          addChildren(node, length);
        }
      }
      firstChildren[labels.length] = made;
      return levels;
    }

    private void addChildren(int parent, int length) {
      for (int i = starts[parent]; i < ends[parent]; i++) {
        int[] sequence = sequences.get(i);
        if (sequence.length == length) {
          continue;
        }
        boolean isNew = made == firstChildren[parent] || labels[made - 1] != sequence[length];
        if (isNew) {
          labels[made] = sequence[length];
          starts[made] = i;
          made++;
        }
        ends[made - 1] = i + 1;
      }
    }
  }
}
