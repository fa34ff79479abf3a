package io.causerie.site;

import io.causerie.http.Params;
import io.causerie.http.Problem;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;

/**
 * Finds the site that the path names as {@code :site}; afterwards {@link Site#of} answers. Fails with
 * NOT_FOUND for an unknown one; what cannot be the name of a site is not even looked up.
 */
public final class SiteGuard implements Handler<RoutingContext> {
  private final SiteStore sites;

  public SiteGuard(SiteStore sites) {
    this.sites = sites;
  }

  @Override
  public void handle(RoutingContext ctx) {
    String id = Params.path(ctx, "site");
    if (!Site.isId(id)) {
      throw Problem.notFound("site");
    }
    sites
        .find(id)
        .onSuccess(site -> {
          ctx.put(Site.KEY, site);
          ctx.next();
        })
        .onFailure(ctx::fail);
  }
}
