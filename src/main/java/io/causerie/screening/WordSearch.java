package io.causerie.screening;

import io.causerie.comment.FoldedText;
import io.causerie.screening.WordList.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the words of a list in one text. Each character is looked at once for every length of a
 * segment that ends there, and within a word of the text each node of the list is reached once: wildcards
 * never make it go back.
 */
final class WordSearch {
  /** Half a second; a list and a text of people take thousands. */
  static final long MOST_STEPS = 15_000_000;

  /** A node whose segment must not begin before that index. */
  private record Awaited(Node node, int from) {}

  private final WordList list;
  private final String text;
  /** By the number of the segment. A wildcard ends with the word that it began in. */
  private Map<Integer, List<Awaited>> awaited = new HashMap<>();

  private Map<Integer, List<Awaited>> awaitedInNextWord = new HashMap<>();
  private final Set<Node> begun = new HashSet<>();
  private @Nullable String found;
  private long steps;

  /** @param text folded */
  WordSearch(WordList list, String text) {
    this.list = list;
    this.text = text;
  }

  /**
   * The first word that the text has; null when it has none. Fails with an {@link
   * IllegalStateException} after {@link #MOST_STEPS}, which takes a list made to be slow.
   */
  @Nullable
  String run() {
    Segments segments = list.segments();
    int state = Segments.START;
    for (int i = 0; i < text.length() && found == null; i++) {
      boolean isBreak = text.charAt(i) == FoldedText.BREAK;
      state = segments.next(state, isBreak ? FoldedText.INNER : text.charAt(i));
      steps++;
      int ending = segments.firstEnding(state);
      while (ending != Segments.NONE && found == null) {
        ended(ending, i + 1, isBreak ? awaitedInNextWord : awaited);
        ending = segments.nextEnding(ending);
      }
      if (isBreak) {
        startWord();
      }
      if (steps > MOST_STEPS) {
        throw new IllegalStateException("the word list is too slow for this text");
      }
    }
    return found;
  }

  /** What was done so far, for who wants to know how much that is. */
  long steps() {
    return steps;
  }

  private void ended(int segment, int end, Map<Integer, List<Awaited>> next) {
    steps++;
    Node first = list.start().followers().get(segment);
    if (first != null && begun.add(first)) {
      reach(first, end, next);
    }
    List<Awaited> waiting = awaited.remove(segment);
    if (waiting == null) {
      return;
    }
    int start = end - list.segments().length(segment);
    for (Awaited one : waiting) {
      steps++;
      if (one.from <= start) {
        reach(one.node, end, next);
      } else {
        awaited.computeIfAbsent(segment, none -> new ArrayList<>()).add(one);
      }
    }
  }

  private void reach(Node node, int end, Map<Integer, List<Awaited>> next) {
    if (node.word() != null) {
      found = node.word();
    }
    node.followers().forEach((segment, follower) -> {
      steps++;
      next.computeIfAbsent(segment, none -> new ArrayList<>()).add(new Awaited(follower, end));
    });
  }

  private void startWord() {
    awaited = awaitedInNextWord;
    awaitedInNextWord = new HashMap<>();
    begun.clear();
  }
}
