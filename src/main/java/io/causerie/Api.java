package io.causerie;

import static io.causerie.http.RateLimits.Action.POST;
import static io.causerie.http.RateLimits.Action.PREVIEW;
import static io.causerie.http.RateLimits.Action.READ;
import static io.causerie.http.RateLimits.Action.SITE_POST;

import io.causerie.http.HeadAsGet;
import io.causerie.http.SecurityHeaders;
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
    api.route().handler(new SecurityHeaders()).handler(new HeadAsGet());
    service(api, parts);
    publicReads(api, parts);
    ownReads(api, parts);
    writes(api, parts);
    parts.problems().install(api);
    return api;
  }

  /** For operators and for pages: no site, no limit. */
  private static void service(Router api, Parts parts) {
    api.get("/health/live").respond(parts.health()::live);
    api.get("/health/ready").respond(parts.health()::ready);
    api.get("/metrics").handler(parts.metrics());
    if (!parts.demo()) {
      api.get("/demo/*").handler(ctx -> ctx.fail(404));
    }
    api.get().handler(parts.assets());
  }

  /** The same bytes for everybody: no token is looked at, and any page may read them. */
  private static void publicReads(Router api, Parts parts) {
    for (String path :
        new String[] {"/comments", "/counts", "/comments/:id", "/comments/:id/replies"}) {
      api.get(SITE + path)
          .handler(parts.crossOrigin().publicRead())
          .handler(parts.limits().limit(READ))
          .handler(parts.deadlines().answer());
    }
    api.get(SITE + "/comments").handler(parts.threads()::page);
    api.get(SITE + "/counts").handler(parts.threads()::counts);
    api.get(SITE + "/comments/:id").handler(parts.threads()::permalink);
    api.get(SITE + "/comments/:id/replies").handler(parts.threads()::branch);
  }

  /** For the viewer alone, from the site's own pages. */
  private static void ownReads(Router api, Parts parts) {
    for (String path : new String[] {"/me", "/comments/:id/source"}) {
      api.get(SITE + path)
          .handler(parts.crossOrigin().ownOrigins())
          .handler(parts.limits().limit(READ))
          .handler(parts.deadlines().answer())
          .handler(parts.viewers());
    }
    api.get(SITE + "/me").respond(parts.threads()::me);
    api.get(SITE + "/comments/:id/source").respond(parts.comments()::source);
  }

  /** From the site's own pages. The limit comes before the body, so that a flood costs least. */
  private static void writes(Router api, Parts parts) {
    api.options(SITE + "/*").handler(parts.crossOrigin().preflight());
    api.post(SITE + "/comments")
        .handler(parts.crossOrigin().ownOrigins())
        .handler(parts.limits().limit(POST))
        .handler(parts.limits().limit(SITE_POST));
    api.post(SITE + "/preview")
        .handler(parts.crossOrigin().ownOrigins())
        .handler(parts.limits().limit(PREVIEW));
    for (String path : new String[] {"/comments", "/preview"}) {
      api.post(SITE + path).handler(parts.deadlines().body());
      api.post(SITE + path).handler(BodyHandler.create(false).setBodyLimit(LARGEST_REQUEST));
      api.post(SITE + path).handler(parts.deadlines().answer()).handler(parts.viewers());
    }
    api.post(SITE + "/comments").respond(parts.comments()::post);
    api.post(SITE + "/preview").respond(parts.comments()::preview);
  }
}
