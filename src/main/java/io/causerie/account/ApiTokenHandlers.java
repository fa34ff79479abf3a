package io.causerie.account;

import io.causerie.db.Id;
import io.causerie.http.Params;
import io.causerie.site.SiteStore;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** The tokens that owners give to programs. */
public final class ApiTokenHandlers {
  private final SiteStore sites;
  private final ApiTokenStore tokens;

  public ApiTokenHandlers(SiteStore sites, ApiTokenStore tokens) {
    this.sites = sites;
    this.tokens = tokens;
  }

  public Future<JsonObject> list(RoutingContext ctx) {
    return sites
        .find(Params.path(ctx, "site"))
        .compose(site -> tokens.list(site.id()))
        .map(all -> new JsonObject()
            .put("tokens", new JsonArray(all.stream().map(ApiToken::toJson).toList())));
  }

  public Future<JsonObject> create(RoutingContext ctx) {
    NewApiToken asked = NewApiToken.from(Params.body(ctx));
    return tokens
        .create(Params.path(ctx, "site"), asked, Viewer.of(ctx).acting())
        .map(created -> {
          ctx.response().setStatusCode(201);
          return new JsonObject()
              .put("token", created.token().value())
              .put("details", created.details().toJson());
        });
  }

  public Future<Void> revoke(RoutingContext ctx) {
    long id = Id.parse(Params.path(ctx, "id"));
    return tokens.revoke(Params.path(ctx, "site"), id, Viewer.of(ctx).acting());
  }
}
