package io.causerie.testing;

import static io.causerie.testing.TestApp.JSON;

import com.password4j.Password;
import io.causerie.account.Actor;
import io.causerie.account.Role;
import io.causerie.account.SessionStore;
import io.causerie.core.Id;
import io.causerie.db.Database;
import io.causerie.team.MemberStore;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Makes members and programs of a site's team, and sessions of theirs, past the service. */
public final class Team {
  private final TestApp app;
  private final Database database;
  private final MemberStore members;
  private final SessionStore sessions;

  Team(TestApp app, Database database) {
    this.app = app;
    this.database = database;
    this.members = new MemberStore(database, InstantSource.system());
    this.sessions = new SessionStore(database, InstantSource.system());
  }

  public MemberStore members() {
    return members;
  }

  /** Adds a member to the team of that site; the answer is the token. */
  public String member(String site, String name, Role role) {
    return Objects.requireNonNull(
            members.add(site, name, role, Actor.CONSOLE).await().token())
        .value();
  }

  /** Adds a member to the team of the site; the answer is the token. */
  public String member(String name, Role role) {
    return member(app.site(), name, role);
  }

  /** Adds a member to the team of the site and begins a session; the answer is the value of its cookie. */
  public String joined(String name, Role role) {
    member(name, role);
    return session(name);
  }

  /** Gives the account the password {@link OwnPage#PASSWORD}. */
  public void givePassword(String name) {
    givePassword(name, OwnPage.PASSWORD);
  }

  public void givePassword(String name, String password) {
    String hash =
        Password.hash(password).addRandomSalt(16).with(TestService.CHEAP).getResult();
    database
        .query(
            "update accounts set password_hash = $2 where sign_in_name = $1", Tuple.of(name, hash))
        .await();
  }

  /** A new account, of no site's team, that signs in with {@link OwnPage#PASSWORD}. */
  public void account(String name) {
    database
        .query(
            "insert into accounts (id, name, sign_in_name, created_at) values ($1, $2, $2, now())",
            Tuple.of(Id.at(Instant.now()), name))
        .await();
    givePassword(name);
  }

  /** Makes the author of the comment a moderator of the site. */
  public void takeOver(String commentId) {
    String name = "Writer of " + commentId;
    account(name);
    app.database()
        .execute(
            """
            insert into members select '%1$s', id, 'moderator', now() from accounts where sign_in_name = '%2$s';
            update authors set account_id = (select id from accounts where sign_in_name = '%2$s')
            where id = (select author_id from comments where id = %3$d)
            """
                .formatted(app.site(), name, Id.parse(commentId)));
  }

  /** Begins a session of the account; the answer is the value of its cookie. */
  public String session(String name) {
    long account =
        app.database().count("select id from accounts where sign_in_name = '" + name + "'");
    return sessions.begin(account, null).await().token().value();
  }

  /** The token of a program of the site with those scopes. */
  public String program(String... scopes) {
    return programOf(app.site(), scopes);
  }

  public String programOf(String site, String... scopes) {
    JsonObject asked =
        new JsonObject().put("name", "A program").put("scopes", new JsonArray(List.of(scopes)));
    Answer created = app.send(
        HttpMethod.POST,
        "/api/v1/sites/" + site + "/moderation/tokens",
        jsonFrom(TestApp.ADMIN_TOKEN),
        asked.toBuffer());
    return created.json().getString("token");
  }

  public static Map<String, String> bearer(String token) {
    return Map.of("Authorization", "Bearer " + token);
  }

  /** The headers of JSON that somebody with that token sends. */
  public static Map<String, String> jsonFrom(String token) {
    Map<String, String> headers = new HashMap<>(JSON);
    headers.putAll(bearer(token));
    return headers;
  }
}
