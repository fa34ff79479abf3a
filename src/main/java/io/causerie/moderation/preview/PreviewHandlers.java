package io.causerie.moderation.preview;

import io.causerie.account.Permission;
import io.causerie.account.Viewer;
import io.causerie.db.Database;
import io.causerie.http.JsonFields;
import io.causerie.http.Params;
import io.causerie.http.Problem;
import io.causerie.screening.WordBudget;
import io.causerie.site.SettingsChange;
import io.causerie.site.Site;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;

/** What settings would do, before they are set. */
public final class PreviewHandlers {
  private static final Duration RETRY_AFTER = Duration.ofSeconds(3);

  private final PreviewSettings preview;
  private final Semaphore running = new Semaphore(DryRun.MOST);

  public PreviewHandlers(Database db, DryRun dryRun, InstantSource clock) {
    this.preview = new PreviewSettings(new PastComments(db), dryRun, clock);
  }

  /**
   * Quotes comments to viewers with READ only. Fails with TOO_MANY_REQUESTS while this node runs as
   * many previews as it may.
   */
  public Future<JsonObject> run(RoutingContext ctx) {
    JsonFields fields = Params.body(ctx);
    if (!fields.has("settings")) {
      fields.error("settings", "is required");
    }
    boolean quotes = Viewer.of(ctx).may(Permission.READ);
    SettingsChange change = SettingsChange.from(fields.object("settings"), WordBudget::problem);
    if (!running.tryAcquire()) {
      throw Problem.tooManyRequests(RETRY_AFTER, "others try out settings; please try again");
    }
    return preview.run(Site.of(ctx), change, quotes).onComplete(done -> running.release());
  }
}
