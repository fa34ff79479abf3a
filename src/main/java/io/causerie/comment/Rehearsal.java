package io.causerie.comment;

import io.causerie.comment.Verdict.Kind;
import io.causerie.site.SiteSettings;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Puts comments that are there before the screens once more, and stores nothing. What cannot be known
 * afterwards has nothing against them.
 */
public final class Rehearsal {
  private static final long DEADLINE_MILLIS = 3_000;

  /** What one screen has against a comment. */
  public record Objection(String screen, @Nullable String detail) {}

  /**
   * What the screens make of a comment.
   *
   * @param objections in the order of the policy
   */
  public record Outcome(Kind gravest, List<Objection> objections) {
    private static final Outcome NONE = new Outcome(Kind.PASS, List.of());
  }

  private final Vertx vertx;
  private final List<Screen> screens;

  public Rehearsal(Vertx vertx, List<Screen> screens) {
    this.vertx = vertx;
    this.screens = List.copyOf(screens);
  }

  /** The names of the screens in the order of the policy. */
  public List<String> screens() {
    return screens.stream().map(Screen::name).toList();
  }

  /** An outcome for each, in the same order, found on a worker. Fails after three seconds. */
  public Future<List<Outcome>> run(List<Stored> comments, String siteId, SiteSettings settings) {
    return vertx
        .executeBlocking(
            () -> comments.stream()
                .map(comment -> outcome(comment, siteId, settings))
                .toList(),
            false)
        .timeout(DEADLINE_MILLIS, TimeUnit.MILLISECONDS);
  }

  private Outcome outcome(Stored comment, String siteId, SiteSettings settings) {
    if (comment.byTeam()) {
      return Outcome.NONE;
    }
    Candidate candidate = comment.candidate(siteId, settings);
    Kind gravest = Kind.PASS;
    List<Objection> objections = new ArrayList<>();
    for (Screen screen : screens) {
      Verdict verdict = Screening.verdict(screen, candidate);
      if (verdict.kind() != Kind.PASS) {
        objections.add(new Objection(screen.name(), verdict.detail()));
        gravest = verdict.kind().compareTo(gravest) > 0 ? verdict.kind() : gravest;
      }
    }
    return new Outcome(gravest, objections);
  }
}
