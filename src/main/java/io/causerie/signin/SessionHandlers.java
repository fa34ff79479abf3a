package io.causerie.signin;

import io.causerie.account.Session;
import io.causerie.http.Params;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/** Signing in with a password, confirming that it is still oneself, and signing out. */
public final class SessionHandlers {
  private final SignInAttempts guesses;
  private final SignIn signIn;
  private final SessionStart signedIn;

  public SessionHandlers(SignInAttempts guesses, SignIn signIn, SessionStart signedIn) {
    this.guesses = guesses;
    this.signIn = signIn;
    this.signedIn = signedIn;
  }

  public Future<JsonObject> begin(RoutingContext ctx) {
    Credentials given = Credentials.toSignIn(Params.body(ctx));
    return guesses
        .count(
            new SignInAttempts.Guess(
                ctx.request(), given.name(), () -> signIn.hasRecoveryCode(given)),
            isKnown -> signIn.identify(given, isKnown))
        .compose(account -> signedIn.begin(ctx, account.id()));
  }

  /** Nothing without a session: a page must be able to ask without an error. */
  public Future<@Nullable JsonObject> show(RoutingContext ctx) {
    Session session = Session.orNull(ctx);
    return session == null ? Future.succeededFuture() : signedIn.show(session);
  }

  public Future<JsonObject> confirm(RoutingContext ctx) {
    Session session = Session.of(ctx);
    Credentials given = Credentials.toConfirm(Params.body(ctx));
    return guesses
        .count(
            new SignInAttempts.Guess(
                ctx.request(), session.name(), () -> Future.succeededFuture(false)),
            isKnown -> signIn.identify(session.accountId(), given))
        .compose(account -> signedIn.confirm(ctx, session));
  }

  public Future<Void> end(RoutingContext ctx) {
    return signedIn.end(ctx);
  }
}
