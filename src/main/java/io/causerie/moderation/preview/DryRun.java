package io.causerie.moderation.preview;

import io.causerie.core.Workers;
import io.causerie.core.Workers.Bounds;
import io.causerie.core.Workers.Deadline;
import io.causerie.screening.Candidate;
import io.causerie.screening.Screen;
import io.causerie.screening.Screening;
import io.causerie.screening.Verdict;
import io.causerie.screening.Verdict.Kind;
import io.causerie.site.SiteSettings;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts comments that are there before the screens once more, and stores nothing. What cannot be known
 * afterwards has nothing against them.
 */
public final class DryRun {
  /** At once; it is work for a processor, of which comments that are being posted want some. */
  public static final int MOST = 2;

  /** Each tries what is and what is asked for. */
  private static final Bounds BOUNDS = new Bounds(MOST, MOST, Duration.ofSeconds(3));

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

  private final Workers workers;
  private final List<Screen> screens;

  public DryRun(Vertx vertx, List<Screen> screens) {
    this(new Workers(vertx, "dry-run", BOUNDS), screens);
  }

  DryRun(Workers workers, List<Screen> screens) {
    this.workers = workers;
    this.screens = List.copyOf(screens);
  }

  /** The names of the screens in the order of the policy. */
  public List<String> screens() {
    return screens.stream().map(Screen::name).toList();
  }

  /**
   * An outcome for each, in the same order, found on a worker. Fails after three seconds; when too many
   * are tried already, including those whose callers have gone, with UNAVAILABLE at once.
   */
  public Future<List<Outcome>> run(List<PastComment> comments, SiteSettings settings) {
    return workers.run(deadline ->
        comments.stream().map(comment -> outcome(comment, settings, deadline)).toList());
  }

  private Outcome outcome(PastComment comment, SiteSettings settings, Deadline deadline) {
    if (comment.byTeam()) {
      return Outcome.NONE;
    }
    Candidate candidate = comment.candidate(settings);
    Kind gravest = Kind.PASS;
    List<Objection> objections = new ArrayList<>();
    for (Screen screen : screens) {
      deadline.check();
      Verdict verdict = Screening.verdict(screen, candidate);
      if (verdict.kind() != Kind.PASS) {
        objections.add(new Objection(screen.name(), verdict.detail()));
        gravest = verdict.kind().compareTo(gravest) > 0 ? verdict.kind() : gravest;
      }
    }
    return new Outcome(gravest, objections);
  }
}
