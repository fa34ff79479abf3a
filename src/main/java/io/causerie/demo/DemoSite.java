package io.causerie.demo;

import io.causerie.comment.PostComment;
import io.causerie.site.Origins;
import io.causerie.site.Site;
import io.causerie.site.SiteSettings;
import io.causerie.site.SiteStore;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.List;

/** The site {@code demo}: made, and seeded with comments, when it is not there yet. */
public final class DemoSite {
  private static final Site SITE =
      new Site("demo", List.of(Origins.LOCALHOST), SiteSettings.DEFAULTS);

  private final SiteStore sites;

  public DemoSite(SiteStore sites, PostComment postComment, InstantSource clock) {
    this.sites = sites;
  }

  public Future<Void> prepare() {
    return sites.add(SITE).mapEmpty();
  }
}
