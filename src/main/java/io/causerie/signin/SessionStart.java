package io.causerie.signin;

import io.causerie.account.Account;
import io.causerie.account.AccountStore;
import io.causerie.account.Session;
import io.causerie.account.SessionStore;
import io.causerie.account.SessionStore.Begun;
import io.causerie.core.Id;
import io.causerie.http.OwnCookie;
import io.causerie.signin.totp.SecondFactors;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** Begins, confirms and shows sessions of accounts that have authenticated, by whichever means. */
public final class SessionStart {
  private final SessionStore sessions;
  private final AccountStore accounts;
  private final SecondFactors secondFactors;
  private final KnownBrowsers devices;
  private final OwnCookie cookie;

  public SessionStart(
      SessionStore sessions,
      AccountStore accounts,
      SecondFactors secondFactors,
      KnownBrowsers devices,
      OwnCookie cookie) {
    this.sessions = sessions;
    this.accounts = accounts;
    this.secondFactors = secondFactors;
    this.devices = devices;
    this.cookie = cookie;
  }

  /** A new session with its cookie. The session that the browser had before ends. */
  Future<JsonObject> begin(RoutingContext ctx, long accountId) {
    String browser = Browser.of(ctx.request().getHeader(HttpHeaders.USER_AGENT));
    return endOld(ctx).compose(ended -> sessions.begin(accountId, browser)).compose(begun -> devices
        .remember(ctx, begun.session().name())
        .compose(known -> answer(ctx, begun)));
  }

  /** The same session with a new cookie; the old one is dead. */
  Future<JsonObject> confirm(RoutingContext ctx, Session session) {
    return sessions.confirm(session).compose(begun -> answer(ctx, begun));
  }

  Future<JsonObject> show(Session session) {
    return accounts
        .get(session.accountId())
        .compose(account -> secondFactors.of(account.id()).map(factors -> json(account, factors)))
        .compose(account ->
            accounts.sites(session.accountId()).map(sites -> json(account, sites, session)));
  }

  Future<Void> end(RoutingContext ctx) {
    return endOld(ctx).onSuccess(ended -> cookie.clear(ctx));
  }

  private Future<Void> endOld(RoutingContext ctx) {
    Session old = Session.orNull(ctx);
    return old == null ? Future.succeededFuture() : sessions.end(old);
  }

  private Future<JsonObject> answer(RoutingContext ctx, Begun begun) {
    return show(begun.session())
        .onSuccess(shown -> cookie.set(ctx, begun.token().value(), Session.LIFE));
  }

  private static JsonObject json(Account account, SecondFactors.Factors factors) {
    return new JsonObject()
        .put("id", Id.format(account.id()))
        .put("name", account.name())
        .put("hasPassword", account.passwordHash() != null)
        .put("totp", factors.totp())
        .put("recoveryCodes", factors.recoveryCodes())
        .put("passkeys", factors.passkeys());
  }

  private static JsonObject json(JsonObject account, JsonArray sites, Session session) {
    return new JsonObject()
        .put("account", account)
        .put("sites", sites)
        .put(
            "session",
            new JsonObject()
                .put("id", Id.format(session.id()))
                .put("expiresAt", session.expiresAt().toString())
                .put("confirmedUntil", session.confirmedUntil().toString()));
  }
}
