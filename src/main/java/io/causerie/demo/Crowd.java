package io.causerie.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Fills a thread up with comments put together from sentences; the same ones every time. */
final class Crowd {
  private static final int SEED = 41;
  private static final int DEEPEST = 8;
  private static final int LONGEST_AGE_MINUTES = 42 * 24 * 60;

  private final Random random = new Random(SEED);
  private final List<Integer> depths = new ArrayList<>();
  private final Set<String> said = new HashSet<>();
  private final JsonNode material;

  Crowd(JsonNode material) {
    this.material = material;
  }

  /** Adds comments until the thread has as many as the material asks for. */
  void fill(List<SeedComment> comments) {
    for (SeedComment comment : comments) {
      depths.add(depthBelow(comment.parentIndex()));
    }
    int total = material.required("total").intValue();
    while (comments.size() < total) {
      SeedComment next = next(comments);
      comments.add(next);
      depths.add(depthBelow(next.parentIndex()));
    }
  }

  private int depthBelow(@Nullable Integer parent) {
    return parent == null ? 0 : depths.get(parent) + 1;
  }

  private SeedComment next(List<SeedComment> comments) {
    SeedComment first = comments.get(0);
    Integer parent = pickParent(comments);
    String body = parent == null ? fresh("openings", "closings") : fresh("reactions", "questions");
    return new SeedComment(
        first.threadKey(), first.url(), first.title(), name(), body, age(comments, parent), parent);
  }

  private @Nullable Integer pickParent(List<SeedComment> comments) {
    int candidate = random.nextInt(comments.size());
    boolean canBeAnswered =
        depths.get(candidate) < DEEPEST && comments.get(candidate).age().toMinutes() > 1;
    return canBeAnswered && random.nextInt(100) < 65 ? candidate : null;
  }

  /** An answer follows its parent soon, and is always younger. */
  private Duration age(List<SeedComment> comments, @Nullable Integer parent) {
    if (parent == null) {
      return Duration.ofMinutes(2L + random.nextInt(LONGEST_AGE_MINUTES));
    }
    int parentAge = (int) comments.get(parent).age().toMinutes();
    return Duration.ofMinutes(parentAge - 1 - random.nextInt(Math.min(parentAge - 1, 600)));
  }

  private String name() {
    return one("givenNames") + " " + one("familyNames");
  }

  /** A body that no member of the crowd has posted before. */
  private String fresh(String opening, String ending) {
    String body;
    do {
      body = sentences(one(opening), one("claims"));
      if (random.nextInt(3) > 0) {
        body += " " + one(ending);
      }
    } while (!said.add(body));
    return body;
  }

  private static String sentences(String opening, String claim) {
    boolean claimStarts = opening.endsWith(".");
    return opening
        + " "
        + (claimStarts ? claim.substring(0, 1).toUpperCase(Locale.ENGLISH) : claim.substring(0, 1))
        + claim.substring(1);
  }

  private String one(String kind) {
    JsonNode choices = material.required(kind);
    return choices.required(random.nextInt(choices.size())).textValue();
  }
}
