package io.causerie.moderation.settings;

import io.causerie.account.Actor;
import io.causerie.account.Viewer;
import io.causerie.http.Encoding;
import io.causerie.http.Params;
import io.causerie.screening.WordBudget;
import io.causerie.site.SettingsChange;
import io.causerie.site.Site;
import io.causerie.site.SiteChange;
import io.causerie.site.SiteSettings;
import io.causerie.site.SiteStore;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** What a site's team sets for it. */
public final class SettingsHandlers {
  private final SiteStore sites;
  private final Encoding encoding;

  public SettingsHandlers(SiteStore sites, Encoding encoding) {
    this.sites = sites;
    this.encoding = encoding;
  }

  public Future<Void> read(RoutingContext ctx) {
    return answer(ctx, Site.of(ctx));
  }

  public Future<Void> change(RoutingContext ctx) {
    Actor actor = Viewer.of(ctx).acting();
    return sites
        .change(new SiteChange(
            Site.of(ctx).id(),
            null,
            SettingsChange.from(Params.body(ctx), WordBudget::problem),
            actor.id(),
            actor.name()))
        .compose(site -> answer(ctx, site));
  }

  /** Word lists are long. */
  private Future<Void> answer(RoutingContext ctx, Site site) {
    return encoding.json(ctx, Encoding.UNKNOWN, () -> json(site).toBuffer().getBytes());
  }

  private static JsonObject json(Site site) {
    return new JsonObject()
        .put("settings", site.settings().toJson())
        .put("defaults", SiteSettings.DEFAULTS.toJson())
        .put("described", SiteSettings.described());
  }
}
