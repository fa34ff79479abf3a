package io.causerie.moderation.preview;

import io.causerie.moderation.preview.DryRun.Outcome;
import io.causerie.site.SettingsChange;
import io.causerie.site.Site;
import io.causerie.site.SiteSettings;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Tells what the screens would have made of the last week's comments with other settings. */
final class PreviewSettings {
  private static final Duration PERIOD = Duration.ofDays(7);
  private static final int MOST = 1_000;
  private static final int STEP = 50;

  /** Every request is answered or refused within five seconds. */
  private static final Duration TIME = Duration.ofMillis(3_500);

  /** A comment that is stored has lost the stamp of its form. */
  private static final SettingsChange FORM_UNKNOWN =
      new SettingsChange(new JsonObject().put(SiteSettings.FORM_REQUIRED.name(), false), List.of());

  private final PastComments store;
  private final DryRun dryRun;
  private final InstantSource clock;

  PreviewSettings(PastComments store, DryRun dryRun, InstantSource clock) {
    this.store = store;
    this.dryRun = dryRun;
    this.clock = clock;
  }

  /**
   * Of what there was no time for nothing is told: the newest come first.
   *
   * @param quotes whether comments are shown as examples, or only counted
   */
  Future<JsonObject> run(Site site, SettingsChange change, boolean quotes) {
    Instant now = clock.instant();
    Instant since = now.minus(PERIOD);
    SiteSettings current = site.settings().changed(FORM_UNKNOWN);
    SiteSettings asked = site.settings().changed(change).changed(FORM_UNKNOWN);
    Preview preview = new Preview(since, quotes);
    return Future.all(store.newest(site.id(), since, MOST), store.team(site.id()))
        .compose(found -> {
          List<Long> ids = found.resultAt(0);
          Work work =
              new Work(site.id(), current, asked, found.resultAt(1), now.plus(TIME), preview);
          return step(work, ids, 0)
              .map(looked ->
                  preview.json(ids.size() == MOST || looked < ids.size(), dryRun.screens()));
        });
  }

  /** What stays the same from step to step. */
  private record Work(
      String siteId,
      SiteSettings current,
      SiteSettings asked,
      List<String> team,
      Instant end,
      Preview preview) {}

  /** Answers how many were looked at in the end. */
  private Future<Integer> step(Work work, List<Long> ids, int from) {
    if (from >= ids.size() || !clock.instant().isBefore(work.end)) {
      return Future.succeededFuture(Math.min(from, ids.size()));
    }
    List<Long> some = ids.subList(from, Math.min(ids.size(), from + STEP));
    return store
        .read(work.siteId, some, work.team)
        .compose(comments -> look(work, comments))
        .compose(looked -> step(work, ids, from + STEP));
  }

  private Future<Void> look(Work work, List<PastComment> comments) {
    return Future.all(dryRun.run(comments, work.current), dryRun.run(comments, work.asked))
        .map(both -> {
          List<Outcome> now = both.resultAt(0);
          List<Outcome> then = both.resultAt(1);
          for (int i = 0; i < comments.size(); i++) {
            work.preview.add(comments.get(i), now.get(i), then.get(i));
          }
          return null;
        });
  }
}
