package io.causerie.signin.passkey;

import io.causerie.account.Session;
import io.causerie.core.Id;
import io.causerie.http.OwnOrigin;
import io.causerie.http.Params;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** The passkeys of the signed-in account. */
public final class PasskeyHandlers {
  private final PasskeyStore passkeys;
  private final PasskeyCeremonies ceremonies;
  private final OwnOrigin own;

  public PasskeyHandlers(PasskeyStore passkeys, PasskeyCeremonies ceremonies, OwnOrigin own) {
    this.passkeys = passkeys;
    this.ceremonies = ceremonies;
    this.own = own;
  }

  public Future<JsonObject> list(RoutingContext ctx) {
    return passkeys.list(Session.of(ctx).accountId()).map(owned -> new JsonObject()
        .put("passkeys", new JsonArray(owned.stream().map(Passkey::toJson).toList())));
  }

  public Future<JsonObject> ask(RoutingContext ctx) {
    PasskeyOwner holder = PasskeyOwner.of(Session.of(ctx));
    Params.body(ctx).check();
    return ceremonies.askToRegister(origin(ctx), holder);
  }

  public Future<JsonObject> register(RoutingContext ctx) {
    long accountId = Session.of(ctx).accountId();
    NewPasskey made = NewPasskey.from(Params.body(ctx));
    return ceremonies.register(origin(ctx), accountId, made).map(passkey -> {
      ctx.response().setStatusCode(201);
      return new JsonObject().put("passkey", passkey.toJson());
    });
  }

  public Future<Void> remove(RoutingContext ctx) {
    long id = Id.parse(Params.path(ctx, "id"));
    return passkeys.remove(Session.of(ctx).accountId(), id);
  }

  private PasskeyOrigin origin(RoutingContext ctx) {
    return PasskeyOrigin.of(own.of(ctx.request()));
  }
}
