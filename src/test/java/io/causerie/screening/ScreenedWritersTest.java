package io.causerie.screening;

import static io.causerie.testing.ScreenedSites.bearer;
import static io.causerie.testing.TestApp.comment;
import static io.causerie.testing.TestApp.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.db.Id;
import io.causerie.testing.Answer;
import io.causerie.testing.ScreenedSites;
import io.causerie.testing.TestApp;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What becomes of a comment on its way in, for who wrote it, from where and how soon. */
final class ScreenedWritersTest {
  private static ScreenedSites sites;
  private static TestApp app;

  @BeforeAll
  static void start() {
    sites = new ScreenedSites();
    app = sites.app();
  }

  @AfterAll
  static void stop() {
    sites.close();
  }

  @Test
  void slowModeIsForEachAuthorAndEachNetworkAndSpoilsNoRetry() {
    app.post(comment("/slow", "First"), from("203.0.113.1"));
    app.database().execute("update threads set slow_mode_seconds = 3600 where key = '/slow'");
    Map<String, String> retried = new HashMap<>(from("203.0.113.2"));
    retried.put("Idempotency-Key", "slow");
    Answer second = app.post(comment("/slow", "Second"), retried);
    Map<String, String> moved = new HashMap<>(bearer(second));
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
    known.putAll(bearer(app.post(comment("/race", "Hello"), from("203.0.113.30"))));
    for (int round = 0; round < 12; round++) {
      String thread = "/race/" + round;
      app.post(comment(thread, "First"), from("203.0.113.31"));
      app.database()
          .execute("update threads set slow_mode_seconds = 3600 where key = '" + thread + "'");
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
    String site = sites.site(new JsonObject().put("secondsBetween", 3_600));
    Answer first = sites.post(site, comment("/fast", "First"), from("203.0.113.11"));
    Map<String, String> moved = new HashMap<>(bearer(first));
    moved.putAll(from("203.0.113.12"));

    Answer byNetwork = sites.post(site, comment("/fast", "Second"), from("203.0.113.11"));
    Answer byAuthor = sites.post(site, comment("/fast", "Third"), moved);
    Answer other = sites.post(site, comment("/fast", "Fourth"), from("203.0.113.13"));

    assertThat(first.status()).isEqualTo(201);
    assertThat(sites.heldFor(byNetwork)).singleElement().asString().startsWith("too-fast:");
    assertThat(sites.heldFor(byAuthor)).singleElement().asString().startsWith("too-fast:");
    assertThat(other.status()).isEqualTo(201);
  }

  @Test
  void namesOfTheTeamAndReservedOnesAreTaken() {
    app.database()
        .execute("insert into accounts (id, name, created_at) values (7, 'Ian', now());"
            + " insert into members (site_id, account_id, role, created_at)"
            + " values ('blog', 7, 'moderator', now())");

    for (String name : List.of("\u0410dmin", "adm\u0456n", "admin ", "ad\u200bmin", "lan")) {
      assertThat(app.post(named(name)).badFields()).as(name).containsExactly("author.name");
    }
    for (String name : List.of("Adminata", "Jadmin", "Lan")) {
      assertThat(app.post(named(name)).status()).as(name).isEqualTo(201);
    }
    String elsewhere = sites.site(new JsonObject());
    assertThat(sites.post(elsewhere, named("Ian"), Map.of()).status()).isEqualTo(201);
  }

  @Test
  void bansHoldForTheAuthorTheirNetworkAndUntilTheirEnd() {
    Answer posted = app.post(comment("/banned", "Before"), from("203.0.113.21"));
    ban("author_id", "(select author_id from comments where id = %d)", posted, "null");
    ban("subnet_hash", "(select subnet_hash from comments where id = %d)", posted, "null");
    app.post(comment("/banned", "Expired"), from("198.51.100.1"));
    ban("network", "'198.51.100.0/24'", posted, "now() - interval '1 second'");

    Answer byAuthor = app.post(comment("/banned", "After"), bearer(posted));
    Answer byNetwork = app.post(comment("/banned", "After"), from("203.0.113.99"));

    assertThat(byAuthor.status()).isEqualTo(403);
    assertThat(byAuthor.json().getString("detail")).contains("Insults");
    assertThat(byNetwork.status()).isEqualTo(403);
    assertThat(app.post(comment("/banned", "After"), from("198.51.100.7")).status())
        .isEqualTo(201);
    app.database().execute("update bans set lifted_at = now(), until = null");
    assertThat(app.post(comment("/banned", "After"), bearer(posted)).status()).isEqualTo(201);
  }

  @Test
  void aShadowBannedNetworkNoticesNothing() {
    Answer before = app.post(comment("/shadow", "Before"), from("192.0.2.9"));
    app.database()
        .execute("insert into bans (id, site_id, network, shadow, reason, created_by,"
            + " created_at) values (99, 'blog', '192.0.2.0/25', true, 'Insults', 'admin', now())");

    Answer posted = app.post(comment("/shadow", "After"), from("192.0.2.10"));

    assertThat(posted.status()).isEqualTo(201);
    assertThat(posted.json().getJsonObject("comment").getString("status")).isEqualTo("approved");
    assertThat(sites.heldFor(posted)).containsExactly("ban");
    assertThat(app.page("/shadow", "").getJsonArray("comments"))
        .extracting(shown -> ((JsonObject) shown).getString("id"))
        .containsExactly(id(before));
    app.database().execute("update bans set lifted_at = now() where id = 99");
  }

  @Test
  void theTeamIsNotScreened() {
    String site = sites.site(
        new JsonObject().put("premoderated", true).put("bannedWords", List.of("casino")));
    Map<String, String> admin = Map.of("Authorization", "Bearer " + TestApp.ADMIN_TOKEN);

    assertThat(sites.post(site, comment("/team", "casino"), admin).status()).isEqualTo(201);
  }

  private static JsonObject named(String name) {
    return comment("/names", "Hello").put("author", new JsonObject().put("name", name));
  }

  private static void ban(String column, String value, Answer posted, String until) {
    app.database()
        .execute("insert into bans (id, site_id, " + column
            + ", shadow, reason, until, created_by, created_at) values ((select count(*) from bans), 'blog', "
            + value.formatted(Id.parse(id(posted))) + ", false, 'Insults', " + until
            + ", 'admin', now())");
  }

  private static Map<String, String> from(String address) {
    return Map.of("X-Forwarded-For", address);
  }
}
