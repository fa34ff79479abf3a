package io.causerie.screening;

import static io.causerie.testing.Team.bearer;
import static io.causerie.testing.TestApp.comment;
import static io.causerie.testing.TestApp.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.account.Role;
import io.causerie.core.Id;
import io.causerie.testing.Answer;
import io.causerie.testing.Desk;
import io.causerie.testing.ServiceTest;
import io.causerie.testing.TestApp;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What becomes of a comment on its way in, for who wrote it, from where and how soon. */
@ServiceTest(settings = "CAUSERIE_TRUSTED_PROXIES=127.0.0.0/8")
final class ScreenedWritersTest {
  private final TestApp app;
  private final Desk desk;

  ScreenedWritersTest(TestApp app) {
    this.app = app;
    desk = new Desk(app);
  }

  @Test
  void slowModeIsForEachAuthorAndEachNetworkAndSpoilsNoRetry() {
    app.post(comment("/slow", "First"), from("203.0.113.1"));
    slowDown("/slow");
    Map<String, String> retried = new HashMap<>(from("203.0.113.2"));
    retried.put("Idempotency-Key", "slow");
    Answer second = app.post(comment("/slow", "Second"), retried);
    Map<String, String> moved = new HashMap<>(bearer(TestApp.token(second)));
    moved.putAll(from("203.0.113.3"));

    assertThat(second.status()).isEqualTo(201);
    assertThat(app.post(comment("/slow", "Second"), retried).text()).isEqualTo(second.text());
    for (Map<String, String> headers : List.of(from("203.0.113.2"), moved)) {
      Answer refused = app.post(comment("/slow", "Third"), headers);

      assertThat(refused.status()).isEqualTo(429);
      assertThat(refused.json().getString("detail")).contains("slow mode");
      assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(3_500, 3_600);
    }
    assertThat(app.post(comment("/fast", "Elsewhere"), moved).status()).isEqualTo(201);
  }

  @Test
  void ofTwoAtOnceInSlowModeOneIsRefused() {
    Map<String, String> known = new HashMap<>(from("203.0.113.30"));
    known.putAll(bearer(TestApp.token(app.post(comment("/race", "Hello"), from("203.0.113.30")))));
    for (int round = 0; round < 12; round++) {
      String thread = "/race/" + round;
      app.post(comment(thread, "First"), from("203.0.113.31"));
      slowDown(thread);
      Map<String, String> writer = round % 2 == 0 ? known : from("203.0.113." + (40 + round));

      Future<Answer> one = app.posting(comment(thread, "One"), writer);
      Future<Answer> two = app.posting(comment(thread, "Two"), writer);

      List<Answer> answers = List.of(TestApp.await(one), TestApp.await(two));
      assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(201, 429);
      Answer refused = answers.get(answers.get(0).status() == 429 ? 0 : 1);
      assertThat(refused.json().getString("detail")).contains("slow mode");
      assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(3_500, 3_600);
    }
  }

  @Test
  void whoWritesTooFastWaitsWithTokenAndWithout() {
    app.set(new JsonObject().put("secondsBetween", 3_600));
    Answer first = app.post(comment("/fast", "First"), from("203.0.113.11"));
    Map<String, String> moved = new HashMap<>(bearer(TestApp.token(first)));
    moved.putAll(from("203.0.113.12"));

    Answer byNetwork = app.post(comment("/fast", "Second"), from("203.0.113.11"));
    Answer byAuthor = app.post(comment("/fast", "Third"), moved);
    Answer other = app.post(comment("/fast", "Fourth"), from("203.0.113.13"));

    assertThat(first.status()).isEqualTo(201);
    assertThat(desk.heldFor(byNetwork)).singleElement().asString().startsWith("too-fast:");
    assertThat(desk.heldFor(byAuthor)).singleElement().asString().startsWith("too-fast:");
    assertThat(other.status()).isEqualTo(201);
  }

  @Test
  void namesOfTheTeamAndReservedOnesAreTaken() {
    app.team().member("Ian", Role.MODERATOR);

    for (String name : List.of("\u0410dmin", "adm\u0456n", "admin ", "ad\u200bmin", "lan")) {
      assertThat(app.post(named(name)).badFields()).as(name).containsExactly("author.name");
    }
    for (String name : List.of("Adminata", "Jadmin", "Lan")) {
      assertThat(app.post(named(name)).status()).as(name).isEqualTo(201);
    }
    assertThat(app.neighbour().post(named("Ian")).status()).isEqualTo(201);
  }

  @Test
  void bansHoldForTheAuthorTheirNetworkAndUntilTheirEnd() {
    Answer posted = app.post(comment("/banned", "Before"), from("203.0.113.21"));
    String column = "(select %%s from comments where id = %d)".formatted(Id.parse(id(posted)));
    ban("author_id", column.formatted("author_id"), "null", false);
    ban("subnet_hash", column.formatted("subnet_hash"), "null", false);
    app.post(comment("/banned", "Expired"), from("198.51.100.1"));
    ban("network", "'198.51.100.0/24'", "now() - interval '1 second'", false);

    Answer byAuthor = app.post(comment("/banned", "After"), bearer(TestApp.token(posted)));
    Answer byNetwork = app.post(comment("/banned", "After"), from("203.0.113.99"));

    assertThat(byAuthor.status()).isEqualTo(403);
    assertThat(byAuthor.json().getString("detail")).contains("Insults");
    assertThat(byNetwork.status()).isEqualTo(403);
    assertThat(app.post(comment("/banned", "After"), from("198.51.100.7")).status())
        .isEqualTo(201);
    app.database()
        .execute(
            "update bans set lifted_at = now(), until = null where site_id = '" + app.site() + "'");
    assertThat(
            app.post(comment("/banned", "After"), bearer(TestApp.token(posted))).status())
        .isEqualTo(201);
  }

  @Test
  void aShadowBannedNetworkNoticesNothing() {
    Answer before = app.post(comment("/shadow", "Before"), from("192.0.2.9"));
    ban("network", "'192.0.2.0/25'", "null", true);

    Answer posted = app.post(comment("/shadow", "After"), from("192.0.2.10"));

    assertThat(posted.status()).isEqualTo(201);
    assertThat(posted.json().getJsonObject("comment").getString("status")).isEqualTo("approved");
    assertThat(desk.heldFor(posted)).containsExactly("ban");
    assertThat(app.page("/shadow", "").getJsonArray("comments"))
        .extracting(shown -> ((JsonObject) shown).getString("id"))
        .containsExactly(id(before));
  }

  @Test
  void theTeamIsNotScreened() {
    app.set(new JsonObject().put("premoderated", true).put("bannedWords", List.of("casino")));
    Map<String, String> admin = Map.of("Authorization", "Bearer " + TestApp.ADMIN_TOKEN);

    assertThat(app.post(comment("/team", "casino"), admin).status()).isEqualTo(201);
  }

  private static JsonObject named(String name) {
    return comment("/names", "Hello").put("author", new JsonObject().put("name", name));
  }

  private void slowDown(String thread) {
    app.database()
        .execute("update threads set slow_mode_seconds = 3600 where key = '%s' and site_id = '%s'"
            .formatted(thread, app.site()));
  }

  private void ban(String column, String value, String until, boolean shadow) {
    app.database()
        .execute(
            """
            insert into bans (id, site_id, %s, shadow, reason, until, created_by, created_at)
            select coalesce(max(id), 0) + 1, '%s', %s, %s, 'Insults', %s, 'admin', now() from bans
            """
                .formatted(column, app.site(), value, shadow, until));
  }

  private static Map<String, String> from(String address) {
    return Map.of("X-Forwarded-For", address);
  }
}
