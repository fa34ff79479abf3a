package io.causerie.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;

/** Bans, as the holder of a token makes and lifts them. */
public record BanRoutes(TestApp app, String token) {
  public BanRoutes(TestApp app) {
    this(app, TestApp.ADMIN_TOKEN);
  }

  public static JsonObject ofAuthor(String authorId) {
    return new JsonObject().put("authorId", authorId).put("reason", "Insults");
  }

  public static JsonObject ofComment(String commentId) {
    return new JsonObject().put("commentId", commentId).put("reason", "Insults");
  }

  public static JsonObject ofNetwork(String address) {
    return new JsonObject().put("address", address).put("reason", "Insults");
  }

  /** The ban that must be made. */
  public JsonObject make(JsonObject ban) {
    Answer made = answer(ban);
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    JsonObject json = made.json().getJsonObject("ban");
    assertThat(made.header("Location")).isEqualTo(path() + "/" + json.getString("id"));
    return json;
  }

  public Answer answer(JsonObject ban) {
    return TestApp.await(making(ban));
  }

  public Future<Answer> making(JsonObject ban) {
    return app.sending(HttpMethod.POST, path(), Team.jsonFrom(token), ban.toBuffer());
  }

  /** The ban that must be there, lifted. */
  public JsonObject lift(JsonObject ban, String query) {
    Answer lifted = lift(ban.getString("id") + query);
    assertThat(lifted.status()).as(lifted.text()).isEqualTo(200);
    return lifted.json().getJsonObject("ban");
  }

  public Answer lift(String idAndQuery) {
    return app.send(HttpMethod.DELETE, path() + "/" + idAndQuery, Team.bearer(token), null);
  }

  public Answer list(String query) {
    return app.get("/moderation/bans" + query, Team.bearer(token));
  }

  /** As it is now, by the list. */
  public JsonObject now(JsonObject ban) {
    return list("?limit=100").json().getJsonArray("bans").stream()
        .map(JsonObject.class::cast)
        .filter(listed -> listed.getString("id").equals(ban.getString("id")))
        .findFirst()
        .orElseThrow();
  }

  /** As it is when its work is done. */
  public JsonObject done(JsonObject ban) {
    Eventually.is("the work of the ban is done", () -> now(ban).getString("work") == null);
    return now(ban);
  }

  private String path() {
    return app.path() + "/moderation/bans";
  }
}
