package io.causerie.signin;

import io.causerie.account.Session;
import io.causerie.http.OwnOrigin;
import io.causerie.http.Params;
import io.causerie.signin.passkey.PasskeyAnswer;
import io.causerie.signin.passkey.PasskeyCeremonies;
import io.causerie.signin.passkey.PasskeyOrigin;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** Signing in with a passkey, and confirming with one that it is still oneself. */
public final class PasskeySignInHandlers {
  private final PasskeyCeremonies ceremonies;
  private final SessionStart signedIn;
  private final OwnOrigin own;

  public PasskeySignInHandlers(PasskeyCeremonies ceremonies, SessionStart signedIn, OwnOrigin own) {
    this.ceremonies = ceremonies;
    this.signedIn = signedIn;
    this.own = own;
  }

  public Future<JsonObject> askToSignIn(RoutingContext ctx) {
    Params.body(ctx).check();
    return ceremonies.askToSignIn(party(ctx));
  }

  public Future<JsonObject> signIn(RoutingContext ctx) {
    PasskeyAnswer answer = PasskeyAnswer.from(Params.body(ctx));
    return ceremonies
        .signIn(party(ctx), answer)
        .compose(accountId -> signedIn.begin(ctx, accountId));
  }

  public Future<JsonObject> askToConfirm(RoutingContext ctx) {
    Session session = Session.of(ctx);
    Params.body(ctx).check();
    return ceremonies.askToConfirm(party(ctx), session.accountId());
  }

  public Future<JsonObject> confirm(RoutingContext ctx) {
    Session session = Session.of(ctx);
    PasskeyAnswer answer = PasskeyAnswer.from(Params.body(ctx));
    return ceremonies
        .confirm(party(ctx), session.accountId(), answer)
        .compose(confirmed -> signedIn.confirm(ctx, session));
  }

  private PasskeyOrigin party(RoutingContext ctx) {
    return PasskeyOrigin.of(own.of(ctx.request()));
  }
}
