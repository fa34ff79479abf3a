package io.causerie.posting;

import static io.causerie.testing.TestApp.JSON;
import static io.causerie.testing.TestApp.comment;
import static io.causerie.testing.TestApp.id;
import static io.causerie.testing.TestApp.reply;
import static io.causerie.testing.TestApp.token;
import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.testing.Answer;
import io.causerie.testing.ServiceTest;
import io.causerie.testing.TestApp;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What belongs to the viewer alone. */
@ServiceTest
final class OwnTest {
  private static final JsonObject NOBODY = new JsonObject()
      .putNull("viewer")
      .put("own", new JsonArray())
      .put("votes", new JsonObject())
      .put("pending", new JsonArray());
  private final TestApp app;
  private final String guarded;

  OwnTest(TestApp app) {
    this.app = app;
    guarded = "/api/v1/sites/" + app.anotherSite("{\"premoderated\": true}");
  }

  @Test
  void whoeverBringsNoTokenIsNobody() {
    Answer me = app.get("/me?thread=/nobody");

    assertThat(me.json()).isEqualTo(NOBODY);
    assertThat(me.header("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void aTokenThatIsNotOursIsRefused() {
    assertThat(app.get("/me?thread=/a", bearer("dead")).status()).isEqualTo(401);
    String foreign = token(postGuarded(comment("/a", "Elsewhere")));
    assertThat(app.get("/me?thread=/a", bearer(foreign)).status()).isEqualTo(401);
  }

  @Test
  void anExpiredTokenIsRefused() {
    String token = token(app.post(comment("/expired", "Long ago")));
    app.database()
        .execute("update tokens set expires_at = now() - interval '1 day' where site_id = '"
            + app.site() + "'");

    assertThat(app.get("/me?thread=/expired", bearer(token)).status()).isEqualTo(401);
    assertThat(app.post(comment("/expired", "Again"), bearer(token)).status()).isEqualTo(401);
  }

  @Test
  void ownCommentsAreThoseOfTheTokenInThisThread() {
    Answer first = app.post(comment("/own", "Mine"));
    String token = token(first);
    String reply = id(app.post(reply("/own", id(first), "Mine too"), bearer(token)));
    app.post(comment("/own", "Not mine"));
    app.post(comment("/own/elsewhere", "Mine, elsewhere"), bearer(token));

    JsonObject me = app.get("/me?thread=/own", bearer(token)).json();

    assertThat(me.getJsonObject("viewer"))
        .isEqualTo(new JsonObject().put("name", "Ann").put("kind", "guest"));
    assertThat(me.getJsonArray("own")).containsExactlyInAnyOrder(id(first), reply);
    assertThat(me.getJsonArray("pending")).isEmpty();
  }

  @Test
  void whatWaitsIsShownToItsAuthorAlone() {
    Answer posted = postGuarded(comment("/waits", "Wait"));
    String path = guarded + "/me?thread=/waits";

    JsonObject me = app.send(HttpMethod.GET, path, bearer(token(posted)), null).json();

    JsonObject waiting = me.getJsonArray("pending").getJsonObject(0);
    assertThat(waiting.getString("id")).isEqualTo(id(posted));
    assertThat(waiting.getString("status")).isEqualTo("pending");
    assertThat(app.send(HttpMethod.GET, path, Map.of(), null).json()).isEqualTo(NOBODY);
  }

  @Test
  void theSourceOfAPublicCommentIsForItsAuthorAndTheOwner() {
    Answer posted = app.post(comment("/source", "As *typed*"));
    String other = token(app.post(comment("/source", "Other")));
    String path = "/comments/" + id(posted) + "/source";

    assertThat(app.get(path, bearer(token(posted))).json().getString("body"))
        .isEqualTo("As *typed*");
    assertThat(app.get(path, bearer(TestApp.ADMIN_TOKEN)).status()).isEqualTo(200);
    assertThat(app.get(path).status()).isEqualTo(401);
    assertThat(app.get(path, bearer(other)).status()).isEqualTo(403);
  }

  @Test
  void theSourceOfACommentThatIsNotPublicIsNotFoundByOthers() {
    Answer posted = app.post(comment("/hidden", "Hidden"));
    String other = token(app.post(comment("/hidden", "Other")));
    String path = "/comments/" + id(posted) + "/source";
    for (String status : List.of("pending", "rejected", "spam", "deleted")) {
      app.setStatus(id(posted), status);

      assertThat(app.get(path, bearer(other)).status()).as(status).isEqualTo(404);
      assertThat(app.get(path).status()).as(status).isEqualTo(401);
    }
  }

  @Test
  void theSourceOfNothingIsNotFound() {
    for (String id : List.of("0000000000001", "x", "%27%20or%201=1")) {
      Answer refused = app.get("/comments/" + id + "/source", bearer(TestApp.ADMIN_TOKEN));

      assertThat(refused.status()).as(id).isEqualTo(404);
    }
  }

  private Answer postGuarded(JsonObject comment) {
    return app.send(HttpMethod.POST, guarded + "/comments", JSON, comment.toBuffer());
  }

  private static Map<String, String> bearer(String token) {
    return Map.of("Authorization", "Bearer " + token);
  }
}
