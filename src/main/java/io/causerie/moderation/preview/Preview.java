package io.causerie.moderation.preview;

import io.causerie.core.Id;
import io.causerie.moderation.preview.DryRun.Objection;
import io.causerie.moderation.preview.DryRun.Outcome;
import io.causerie.screening.Verdict.Kind;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What two sets of settings make of the same comments, added up. */
final class Preview {
  private static final int MOST_EXAMPLES = 5;
  private static final int LONGEST_TEXT = 200;

  /** What one screen found with the new settings. */
  private static final class Found {
    private final JsonArray examples = new JsonArray();
    private int count;
  }

  private final Map<String, Integer> now = none();
  private final Map<String, Integer> then = none();
  private final Map<String, Found> screenToFound = new LinkedHashMap<>();
  private final Instant since;
  private final boolean quotes;
  private Instant oldest;
  private int looked;

  /** @param quotes whether comments are shown as examples, or only counted */
  Preview(Instant since, boolean quotes) {
    this.since = since;
    this.quotes = quotes;
    this.oldest = since;
  }

  /** The newest are to be added first. */
  void add(PastComment comment, Outcome withCurrent, Outcome withAsked) {
    looked++;
    oldest = comment.at();
    now.merge(word(withCurrent.gravest()), 1, Integer::sum);
    then.merge(word(withAsked.gravest()), 1, Integer::sum);
    for (Objection objection : withAsked.objections()) {
      Found found = screenToFound.computeIfAbsent(objection.screen(), screen -> new Found());
      if (found.count++ < MOST_EXAMPLES && quotes) {
        found.examples.add(example(comment, objection));
      }
    }
  }

  /**
   * @param cut whether there are older ones in the period that were not looked at
   * @param screens their names in the order of the policy
   */
  JsonObject json(boolean cut, List<String> screens) {
    return new JsonObject()
        .put("since", (cut ? oldest : since).toString())
        .put("looked", looked)
        .put("now", counts(now))
        .put("then", counts(then))
        .put(
            "screens",
            new JsonArray(screens.stream()
                .filter(screenToFound::containsKey)
                .map(this::screen)
                .toList()));
  }

  private JsonObject screen(String name) {
    Found found = screenToFound.getOrDefault(name, new Found());
    return new JsonObject()
        .put("screen", name)
        .put("count", found.count)
        .put("examples", found.examples);
  }

  private static JsonObject example(PastComment comment, Objection objection) {
    return new JsonObject()
        .put("id", Id.format(comment.id()))
        .put("authorName", comment.authorName())
        .put("text", beginning(comment.visibleText()))
        .put("detail", objection.detail());
  }

  private static String beginning(String text) {
    int length = text.codePointCount(0, text.length());
    return length <= LONGEST_TEXT
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST_TEXT));
  }

  /** What is refused is told as rejected: it is gone either way. */
  private static String word(Kind gravest) {
    return switch (gravest) {
      case PASS -> "published";
      case HOLD -> "held";
      case SPAM -> "spam";
      case REJECT, SHADOW, REFUSE -> "rejected";
    };
  }

  private static Map<String, Integer> none() {
    Map<String, Integer> none = new LinkedHashMap<>();
    List.of("published", "held", "rejected", "spam").forEach(word -> none.put(word, 0));
    return none;
  }

  private static JsonObject counts(Map<String, Integer> wordToCount) {
    JsonObject counts = new JsonObject();
    wordToCount.forEach(counts::put);
    return counts;
  }
}
