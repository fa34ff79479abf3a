package io.causerie.signin;

import io.causerie.account.AccountStore;
import io.causerie.account.Session;
import io.causerie.account.SessionStore;
import io.causerie.account.SessionStore.Listed;
import io.causerie.core.Id;
import io.causerie.http.JsonFields;
import io.causerie.http.Params;
import io.causerie.signin.password.NewPassword;
import io.causerie.signin.password.Passwords;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** What people see and change of their own accounts. */
public final class AccountHandlers {
  private final SessionStore sessions;
  private final AccountStore accounts;
  private final Passwords passwords;
  private final SessionStart signedIn;

  public AccountHandlers(
      SessionStore sessions, AccountStore accounts, Passwords passwords, SessionStart signedIn) {
    this.sessions = sessions;
    this.accounts = accounts;
    this.passwords = passwords;
    this.signedIn = signedIn;
  }

  public Future<JsonObject> sessions(RoutingContext ctx) {
    Session own = Session.of(ctx);
    return sessions.list(own.accountId()).map(all -> new JsonObject()
        .put("sessions", new JsonArray(all.stream().map(one -> json(one, own)).toList())));
  }

  public Future<Void> endSession(RoutingContext ctx) {
    Session own = Session.of(ctx);
    long id = Id.parse(Params.path(ctx, "id"));
    return id == own.id() ? signedIn.end(ctx) : sessions.end(own.accountId(), id);
  }

  public Future<Void> endOtherSessions(RoutingContext ctx) {
    return sessions.endOthers(Session.of(ctx));
  }

  public Future<Void> changePassword(RoutingContext ctx) {
    Session own = Session.of(ctx);
    JsonFields json = Params.body(ctx);
    String password = NewPassword.from(json);
    json.check();
    return passwords.hashNew(password, own.name()).compose(hash -> accounts.setPassword(own, hash));
  }

  private static JsonObject json(Listed session, Session own) {
    return new JsonObject()
        .put("id", Id.format(session.id()))
        .put("createdAt", session.createdAt().toString())
        .put("lastUsedAt", session.lastUsedAt().toString())
        .put("expiresAt", session.expiresAt().toString())
        .put("browser", session.browser())
        .put("current", session.id() == own.id());
  }
}
