package io.causerie.screening;

import io.causerie.text.FoldedText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the words of a list in one text. Each character is looked at once for every length of a
 * segment that ends there, and within a word of the text each way of the list is reached once: wildcards
 * never make it go back.
 */
final class WordSearch {
  /** Half a second; a list and a text of people take thousands. */
  static final long MOST_STEPS = 15_000_000;

  /** A way whose last segment must not begin before that index. */
  private record Awaited(int way, int from) {}

  private final WordList list;
  private final String text;
  /** By the number of the segment. A wildcard ends with the word that it began in. */
  private Map<Integer, List<Awaited>> awaited = new HashMap<>();

  private Map<Integer, List<Awaited>> awaitedInNextWord = new HashMap<>();
  private final Set<Integer> begun = new HashSet<>();
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

  /** The number of steps so far. */
  long steps() {
    return steps;
  }

  private void ended(int segment, int end, Map<Integer, List<Awaited>> next) {
    steps++;
    int first = list.beginning(segment);
    if (first != Trie.NONE && begun.add(first)) {
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
        reach(one.way, end, next);
      } else {
        awaited.computeIfAbsent(segment, none -> new ArrayList<>()).add(one);
      }
    }
  }

  private void reach(int way, int end, Map<Integer, List<Awaited>> next) {
    String word = list.word(way);
    if (word != null) {
      found = word;
    }
    for (int on = list.firstFollower(way); on < list.endOfFollowers(way); on++) {
      steps++;
      next.computeIfAbsent(list.lastSegment(on), none -> new ArrayList<>())
          .add(new Awaited(on, end));
    }
  }

  private void startWord() {
    awaited = awaitedInNextWord;
    awaitedInNextWord = new HashMap<>();
    begun.clear();
  }
}
