package io.causerie.screening;

import io.causerie.text.FoldedText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A list of words, compiled to be found in one pass. A word is cut at its wildcards into segments; words
 * that begin with the same segments share them. A way of segments from the beginning of words is told by
 * its number.
 */
final class WordList {
  /**
   * More than {@link WordBudget} lets through: lists of plain letters that were taken before there was
   * one are still in force.
   */
  static final int MOST_CHARACTERS = 520_000;

  static final int START = Trie.ROOT;

  private static final Pattern WILDCARDS = Pattern.compile("\\*+");

  private final Segments segments;
  private final Trie ways;
  /** The word that is complete at each way, as the list has it. */
  private final @Nullable String[] words;

  /** Fails with an {@link IllegalStateException} for a list that would take too much memory. */
  WordList(List<String> words) {
    List<List<String>> cut = new ArrayList<>();
    Set<String> all = new HashSet<>();
    int characters = 0;
    for (String word : words) {
      String folded = FoldedText.pattern(word);
      characters += folded.length();
      if (characters > MOST_CHARACTERS) {
        throw new IllegalStateException("the word list is too large to be compiled");
      }
      List<String> pieces = cut(folded);
      cut.add(pieces);
      all.addAll(pieces);
    }
    this.segments = new Segments(all);
    List<int[]> paths = cut.stream().map(this::numbers).toList();
    this.ways = new Trie(distinct(paths));
    this.words = new String[ways.size()];
    for (int i = 0; i < paths.size(); i++) {
      add(words.get(i), paths.get(i));
    }
  }

  Segments segments() {
    return segments;
  }

  /** The first of the ways that go on from this one by one segment. */
  int firstFollower(int way) {
    return ways.firstChild(way);
  }

  /** The one after the last. */
  int endOfFollowers(int way) {
    return ways.endOfChildren(way);
  }

  /** The number of the last segment of a way. */
  int lastSegment(int way) {
    return ways.label(way);
  }

  /** The way of that one segment; {@link Trie#NONE} when no word begins with it. */
  int beginning(int segment) {
    return ways.child(START, segment);
  }

  /** The word that is complete with this way, as the list has it. */
  @Nullable
  String word(int way) {
    return words[way];
  }

  /** How much memory it takes, without the words themselves. */
  long bytes() {
    return segments.bytes() + ways.bytes() + (long) Long.BYTES * words.length;
  }

  /** A word of which nothing can be looked for, such as a lone asterisk, is nowhere. */
  private void add(String word, int[] path) {
    int way = ways.find(path);
    if (way != START && words[way] == null) {
      words[way] = word;
    }
  }

  private static List<int[]> distinct(List<int[]> paths) {
    TreeSet<int[]> distinct = new TreeSet<>(Arrays::compare);
    distinct.addAll(paths);
    return List.copyOf(distinct);
  }

  private int[] numbers(List<String> cut) {
    return cut.stream().mapToInt(segments::numberOf).toArray();
  }

  private static List<String> cut(String folded) {
    String[] pieces = WILDCARDS.split(folded, -1);
    List<String> segments = new ArrayList<>();
    for (int i = 0; i < pieces.length; i++) {
      boolean isEdge = i == 0 || i == pieces.length - 1;
      if (!pieces[i].isEmpty() && !(isEdge && pieces[i].isBlank())) {
        segments.add(pieces[i].replace(FoldedText.BREAK, FoldedText.INNER));
      }
    }
    return segments.stream().allMatch(String::isBlank) ? List.of() : segments;
  }
}
