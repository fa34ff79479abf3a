package io.causerie.team;

import io.causerie.account.Viewer;
import io.causerie.core.Id;
import io.causerie.http.Params;
import io.causerie.site.Site;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** The tokens that owners give to programs. */
public final class ApiTokenHandlers {
  private final ApiTokenStore tokens;

  public ApiTokenHandlers(ApiTokenStore tokens) {
    this.tokens = tokens;
  }

  public Future<JsonObject> list(RoutingContext ctx) {
    return tokens.list(Site.of(ctx).id()).map(all -> new JsonObject()
        .put("tokens", new JsonArray(all.stream().map(ApiToken::toJson).toList())));
  }

  public Future<JsonObject> create(RoutingContext ctx) {
    NewApiToken asked = NewApiToken.from(Params.body(ctx));
    return tokens.create(Site.of(ctx).id(), asked, Viewer.of(ctx).acting()).map(created -> {
      ctx.response().setStatusCode(201);
      return new JsonObject()
          .put("token", created.token().value())
          .put("details", created.details().toJson());
    });
  }

  public Future<Void> revoke(RoutingContext ctx) {
    long id = Id.parse(Params.path(ctx, "id"));
    return tokens.revoke(Site.of(ctx).id(), id, Viewer.of(ctx).acting());
  }
}
