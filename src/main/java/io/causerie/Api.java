package io.causerie;

import static io.causerie.http.RateLimits.Action.POST;
import static io.causerie.http.RateLimits.Action.PREVIEW;
import static io.causerie.http.RateLimits.Action.READ;
import static io.causerie.http.RateLimits.Action.SITE_POST;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;

/** Every route of the service: its limit, who may call it from where, and what answers. */
final class Api {
  private static final String SITE = "/api/v1/sites/:site";
  private static final long LARGEST_REQUEST = 128 * 1024;

  private Api() {}

  static Router router(Vertx vertx, Parts parts) {
    Router api = Router.router(vertx);
    parts.guards().install(api);
    service(api, parts);
    publicReads(api, parts);
    ownReads(api, parts);
    writes(api, parts);
    parts.problems().install(api);
    return api;
  }

  /** For operators and for pages: no site, no limit. */
  private static void service(Router api, Parts parts) {
    api.get("/health/live").handler(parts.health()::live);
    api.get("/health/ready").handler(parts.health()::ready);
    api.get("/metrics").handler(parts.metrics());
    if (!parts.demo()) {
      api.get("/demo/*").handler(ctx -> ctx.fail(404));
    }
    api.get().handler(parts.assets());
  }

  /** The same bytes for everybody: no token is looked at, and any page may read them. */
  private static void publicReads(Router api, Parts parts) {
    var origins = parts.crossOrigin();
    var limits = parts.limits();
    api.get(SITE + "/*").handler(origins.publicRead());
    api.get(SITE + "/comments").handler(limits.limit(READ)).handler(parts.threads()::page);
    api.get(SITE + "/counts").handler(limits.limit(READ)).handler(parts.threads()::counts);
    api.get(SITE + "/comments/:id").handler(limits.limit(READ)).handler(parts.threads()::permalink);
    api.get(SITE + "/comments/:id/replies")
        .handler(limits.limit(READ))
        .handler(parts.threads()::branch);
  }

  /** For the viewer alone, from the site's own pages. */
  private static void ownReads(Router api, Parts parts) {
    for (String path : new String[] {"/me", "/comments/:id/source"}) {
      api.get(SITE + path)
          .handler(parts.crossOrigin().siteOnly())
          .handler(parts.limits().limit(READ))
          .handler(parts.viewers());
    }
    api.get(SITE + "/me").respond(parts.threads()::me);
    api.get(SITE + "/comments/:id/source").respond(parts.comments()::source);
  }

  /** From the site's own pages. The limit comes first, so that a flood costs least. */
  private static void writes(Router api, Parts parts) {
    var limits = parts.limits();
    var body = BodyHandler.create(false).setBodyLimit(LARGEST_REQUEST);
    api.options(SITE + "/*").handler(parts.crossOrigin().preflight());
    api.post(SITE + "/*").handler(parts.crossOrigin().siteOnly());
    api.post(SITE + "/comments").handler(limits.limit(POST)).handler(limits.limit(SITE_POST));
    api.post(SITE + "/preview").handler(limits.limit(PREVIEW));
    api.post(SITE + "/*").handler(body).handler(parts.viewers());
    api.post(SITE + "/comments").respond(parts.comments()::post);
    api.post(SITE + "/preview").respond(parts.comments()::preview);
  }
}
