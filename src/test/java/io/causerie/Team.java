package io.causerie;

import static io.causerie.TestApp.JSON;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import io.causerie.account.Actor;
import io.causerie.account.MemberStore;
import io.causerie.account.Role;
import io.causerie.account.SessionStore;
import io.causerie.db.Database;
import io.causerie.db.DatabaseUrl;
import io.causerie.testing.Answer;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Tuple;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Makes members and programs of a site's team, and sessions of theirs. */
final class Team implements AutoCloseable {
  private static final String HASH = Password.hash(OwnPage.PASSWORD)
      .addRandomSalt(16)
      .with(Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID))
      .getResult();

  private final TestApp app;
  private final Vertx vertx = Vertx.vertx();
  private final Database database;
  private final MemberStore members;
  private final SessionStore sessions;

  Team(TestApp app) {
    this.app = app;
    this.database = Database.connect(vertx, DatabaseUrl.parse(app.database().url()), 4);
    this.members = new MemberStore(database, InstantSource.system());
    this.sessions = new SessionStore(database, InstantSource.system());
  }

  MemberStore members() {
    return members;
  }

  /** The token of somebody who becomes a member. */
  String member(String site, String name, Role role) {
    return Objects.requireNonNull(
            members.add(site, name, role, Actor.CONSOLE).await().token())
        .value();
  }

  /** Lets somebody who has an account sign in with {@link OwnPage#PASSWORD}. */
  void givePassword(String name) {
    database
        .query("update accounts set password_hash = $2 where name = $1", Tuple.of(name, HASH))
        .await();
  }

  /** The value of the cookie of somebody who is signed in from now on. */
  String session(String name) {
    long account = app.database().count("select id from accounts where name = '" + name + "'");
    return sessions.begin(account, null).await().token().value();
  }

  /** The token of a program with those scopes. */
  String program(String site, String... scopes) {
    JsonObject asked =
        new JsonObject().put("name", "A program").put("scopes", new JsonArray(List.of(scopes)));
    Answer created = app.send(
        HttpMethod.POST,
        "/api/v1/sites/" + site + "/moderation/tokens",
        jsonFrom(TestApp.ADMIN_TOKEN),
        asked.toBuffer());
    return created.json().getString("token");
  }

  static Map<String, String> bearer(String token) {
    return Map.of("Authorization", "Bearer " + token);
  }

  /** The headers of JSON that somebody with that token sends. */
  static Map<String, String> jsonFrom(String token) {
    Map<String, String> headers = new HashMap<>(JSON);
    headers.putAll(bearer(token));
    return headers;
  }

  @Override
  public void close() {
    database.close().await();
    vertx.close().await();
  }
}
