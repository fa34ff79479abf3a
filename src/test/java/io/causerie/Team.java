package io.causerie;

import static io.causerie.TestApp.JSON;

import io.causerie.account.Actor;
import io.causerie.account.MemberStore;
import io.causerie.account.Role;
import io.causerie.db.Database;
import io.causerie.db.DatabaseUrl;
import io.causerie.testing.Answer;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Makes members and programs of a site's team. */
final class Team implements AutoCloseable {
  private final TestApp app;
  private final Vertx vertx = Vertx.vertx();
  private final Database database;
  private final MemberStore members;

  Team(TestApp app) {
    this.app = app;
    this.database = Database.connect(vertx, DatabaseUrl.parse(app.database().url()), 4);
    this.members = new MemberStore(database, InstantSource.system());
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
