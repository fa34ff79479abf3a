package io.causerie.screening;

import io.causerie.comment.FoldedText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A list of words, compiled to be found in one pass. A word is cut at its wildcards into segments; words
 * that begin with the same segments share them.
 */
final class WordList {
  private static final Pattern WILDCARDS = Pattern.compile("\\*+");

  /** A way of segments from the beginning of words. */
  static final class Node {
    private final Map<Integer, Node> followers = new HashMap<>();
    private @Nullable String word;

    /** By the number of the next segment. */
    Map<Integer, Node> followers() {
      return followers;
    }

    /** The word that is complete here, as the list has it. */
    @Nullable
    String word() {
      return word;
    }
  }

  private final Segments segments;
  private final Node start = new Node();

  WordList(List<String> words) {
    Map<String, List<String>> wordToSegments = new LinkedHashMap<>();
    Set<String> all = new HashSet<>();
    for (String word : words) {
      List<String> cut = cut(word);
      wordToSegments.put(word, cut);
      all.addAll(cut);
    }
    this.segments = new Segments(all);
    wordToSegments.forEach(this::add);
  }

  /** What it takes in the heap. */
  int bytes() {
    return segments.bytes();
  }

  Segments segments() {
    return segments;
  }

  Node start() {
    return start;
  }

  /** A word of which nothing can be looked for, such as a lone asterisk, is nowhere. */
  private void add(String word, List<String> cut) {
    Node node = start;
    for (String segment : cut) {
      node = node.followers.computeIfAbsent(segments.numberOf(segment), number -> new Node());
    }
    if (node != start && node.word == null) {
      node.word = word;
    }
  }

  private static List<String> cut(String word) {
    String[] pieces = WILDCARDS.split(FoldedText.pattern(word), -1);
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
