package io.causerie.ban;

import static io.causerie.testing.TestApp.ADMIN;
import static io.causerie.testing.TestApp.comment;
import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.core.Id;
import io.causerie.testing.Answer;
import io.causerie.testing.Desk;
import io.causerie.testing.ServiceTest;
import io.causerie.testing.Team;
import io.causerie.testing.TestApp;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whether a ban is in force is asked in many places, and answered in one. */
// It replaces a function of the schema.
@ServiceTest(alone = true)
final class BanInForceTest {
  private static final String NEVER =
      """
      create or replace function is_in_force(lifted_at timestamptz, until timestamptz) returns boolean
      language sql stable parallel safe return false
      """;

  private final TestApp app;
  private final Desk desk;

  BanInForceTest(TestApp app) {
    this.app = app;
    desk = new Desk(app);
  }

  @Test
  void everyStatementAsksTheOnePredicate() {
    String other = app.postId(comment("/a", "Somebody else"));
    Answer first = app.post(comment("/a", "Hello"));
    String banned = TestApp.id(first);
    String author = desk.ask("/comments/" + banned).getJsonObject("author").getString("id");
    JsonObject ban =
        new JsonObject().put("authorId", author).put("reason", "Shouts").put("shadow", true);
    desk.post("/bans", ban);

    List<String> inForce = observed(first, other, ban);
    app.database().execute(NEVER);
    List<String> without = observed(first, other, ban);

    assertThat(inForce)
        .containsExactly(
            "bans 1",
            "active true",
            "banned true",
            "again 409",
            "post shadowed",
            "flag 0",
            "hidden");
    assertThat(without)
        .containsExactly(
            "bans 0", "active false", "banned false", "again 201", "post seen", "flag 1", "told");
  }

  /** What each of those who ask makes of the ban. */
  private List<String> observed(Answer first, String other, JsonObject ban) {
    List<String> observed = new ArrayList<>();
    observed.add("bans " + desk.ask("/bans?active=true").getJsonArray("bans").size());
    observed.add("active "
        + app.get("/moderation/bans", ADMIN)
            .json()
            .getJsonArray("bans")
            .getJsonObject(0)
            .getBoolean("active"));
    observed.add("banned "
        + desk.ask("/comments/" + TestApp.id(first)).getJsonObject("author").getBoolean("banned"));
    observed.add("again " + desk.post("/bans", ban).status());
    Answer post = app.post(comment("/a", "More " + observed), Team.bearer(TestApp.token(first)));
    observed.add("post " + (isShadowed(TestApp.id(post)) ? "shadowed" : "seen"));
    observed.add("flag " + weight(first, other));
    JsonObject spam =
        new JsonObject().put("ids", new JsonArray().add(TestApp.id(first))).put("status", "spam");
    desk.post("/decisions", spam);
    observed.add(isShadowed(TestApp.id(first)) ? "hidden" : "told");
    desk.post("/decisions", spam.put("status", "approved"));
    return observed;
  }

  /** That the flag of the banned has. */
  private long weight(Answer first, String other) {
    app.database().execute("delete from flags; update comments set flag_count = 0");
    app.send(
        HttpMethod.POST,
        app.path() + "/comments/" + other + "/flags",
        Team.jsonFrom(TestApp.token(first)),
        new JsonObject().put("reason", "spam").toBuffer());
    return app.database().count("select weight from flags");
  }

  private boolean isShadowed(String id) {
    return app.database()
            .count("select count(*) from comments where shadowed and id = " + Id.parse(id))
        == 1;
  }
}
