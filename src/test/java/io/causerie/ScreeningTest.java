package io.causerie;

import static io.causerie.TestApp.comment;
import static io.causerie.TestApp.id;
import static io.causerie.TestApp.token;
import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.db.Id;
import io.causerie.testing.Answer;
import io.causerie.testing.Eventually;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What becomes of a comment on its way in, on sites with other settings. */
final class ScreeningTest {
  private static final AtomicInteger SITES = new AtomicInteger();
  private static TestApp app;

  @BeforeAll
  static void start() {
    app = TestApp.start(Map.of("CAUSERIE_TRUSTED_PROXIES", "127.0.0.1"));
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  @Test
  void onANewSiteOnlyTheFirstCommentWithALinkWaits() {
    Answer link = app.post(comment("/new", "See https://a.example"));
    Answer plain = app.post(comment("/new", "Nice"));
    Answer later = app.post(comment("/new", "See https://a.example"), bearer(plain));

    assertThat(link.status()).isEqualTo(202);
    assertThat(heldFor(link)).containsExactly("first-links");
    assertThat(plain.status()).isEqualTo(201);
    assertThat(later.status()).isEqualTo(201);
  }

  @Test
  void trustIsEarnedByApprovals() {
    String site = site(new JsonObject().put("approvalsBeforeTrust", 1));
    Answer first = post(site, comment("/trust", "First"), Map.of());
    Answer second = post(site, comment("/trust", "Second"), bearer(first));
    app.setStatus(id(second), "approved");

    Answer third = post(site, comment("/trust", "Third"), bearer(first));

    assertThat(first.status()).isEqualTo(202);
    assertThat(heldFor(second)).containsExactly("first-comments");
    assertThat(third.status()).isEqualTo(201);
  }

  @Test
  void everyReasonIsKeptInTheOrderOfThePolicy() {
    String site = site(new JsonObject()
        .put("premoderated", true)
        .put("holdFromLinks", 1)
        .put("suspectWords", List.of("casin*")));

    Answer held = post(site, comment("/all", "CASINOS at https://a.example"), Map.of());

    assertThat(heldFor(held))
        .containsExactly(
            "premoderation:site", "first-links", "many-links:1", "suspect-word:casin*");
  }

  @Test
  void whatIsRejectedOrSpamIsToldToWaitAlsoWhenAskedAgain() {
    String site = site(new JsonObject().put("bannedWords", List.of("casino")));
    JsonObject rejected = comment("/told", "casino");
    JsonObject spam =
        comment("/told", "Hi").put("form", new JsonObject().put("website", "https://a.example"));
    for (JsonObject comment : List.of(rejected, spam)) {
      Map<String, String> key = Map.of("Idempotency-Key", "k" + comment.hashCode());
      Answer first = post(site, comment, key);
      Answer again = post(site, comment, key);

      assertThat(first.status()).isEqualTo(202);
      assertThat(first.json().getJsonObject("comment").getString("status")).isEqualTo("pending");
      assertThat(again.status()).isEqualTo(202);
      assertThat(again.text()).isEqualTo(first.text());
      assertThat(me(site, "/told", first).getJsonArray("pending")).isEmpty();
    }
    assertThat(app.database()
            .count("select count(*) from comments where site_id = '" + site
                + "' and status in ('rejected', 'spam')"))
        .isEqualTo(2);
  }

  @Test
  void aThreadMayBePremoderatedAlone() {
    app.post(comment("/one", "First"));
    app.database().execute("update threads set premoderated = true where key = '/one'");

    assertThat(heldFor(app.post(comment("/one", "Second"))))
        .containsExactly("premoderation:thread");
    assertThat(app.post(comment("/two", "First")).status()).isEqualTo(201);
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
  void whoWritesTooFastWaitsWithTokenAndWithout() {
    String site = site(new JsonObject().put("secondsBetween", 3_600));
    Answer first = post(site, comment("/fast", "First"), from("203.0.113.11"));
    Map<String, String> moved = new HashMap<>(bearer(first));
    moved.putAll(from("203.0.113.12"));

    Answer byNetwork = post(site, comment("/fast", "Second"), from("203.0.113.11"));
    Answer byAuthor = post(site, comment("/fast", "Third"), moved);
    Answer other = post(site, comment("/fast", "Fourth"), from("203.0.113.13"));

    assertThat(first.status()).isEqualTo(201);
    assertThat(heldFor(byNetwork)).singleElement().asString().startsWith("too-fast:");
    assertThat(heldFor(byAuthor)).singleElement().asString().startsWith("too-fast:");
    assertThat(other.status()).isEqualTo(201);
  }

  @Test
  void aRepeatWaitsForItsTimeAndOnItsSiteOnly() {
    String site = site(new JsonObject().put("repeatMinutes", 10));
    String text =
        "The night train from Vienna was late again and nobody on the platform was told why";
    post(site, comment("/repeats", text), Map.of());

    Answer same =
        post(site, comment("/elsewhere", text.toUpperCase(java.util.Locale.ROOT)), Map.of());
    Answer near = post(site, comment("/elsewhere", text + ", " + text + "!"), Map.of());

    assertThat(heldFor(same)).containsExactly("repeats:same");
    assertThat(heldFor(near)).containsExactly("repeats:near");
    assertThat(app.post(comment("/repeats", text)).status()).isEqualTo(201);
    assertThat(app.post(comment("/repeats", text)).status()).isEqualTo(201);
    app.database().execute("update comments set id = id where false");
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
    String elsewhere = site(new JsonObject());
    assertThat(post(elsewhere, named("Ian"), Map.of()).status()).isEqualTo(201);
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
    assertThat(heldFor(posted)).containsExactly("ban");
    assertThat(app.page("/shadow", "").getJsonArray("comments"))
        .extracting(shown -> ((JsonObject) shown).getString("id"))
        .containsExactly(id(before));
    app.database().execute("update bans set lifted_at = now() where id = 99");
  }

  @Test
  void aStampProvesWhenTheFormWasOpenedAndIsOfItsSite() {
    String site = site(new JsonObject().put("formSeconds", 1).put("formRequired", true));
    Answer form = app.send(HttpMethod.GET, "/api/v1/sites/" + site + "/form", Map.of(), null);
    String stamp = form.json().getString("stamp");
    String foreign = app.get("/form").json().getString("stamp");

    assertThat(form.header("Cache-Control")).isEqualTo("no-store");
    assertThat(heldFor(post(site, stamped(stamp), Map.of()))).containsExactly("form-time:young");
    assertThat(heldFor(post(site, stamped(foreign), Map.of()))).containsExactly("form-time:forged");
    for (String forged : List.of("", ".", "1.", "x.y", stamp + "x", "9".repeat(200) + ".x", "é")) {
      assertThat(heldFor(post(site, stamped(forged), Map.of())))
          .as(forged)
          .containsExactly("form-time:forged");
    }
    assertThat(heldFor(post(site, comment("/form", "None"), Map.of())))
        .containsExactly("form-time:missing");
    Eventually.is(
        "a form that was open for a second is fine",
        () -> post(site, stamped(stamp), Map.of()).status() == 201);
  }

  @Test
  void aFormThatIsNoFormIsRefused() {
    JsonObject wrong = comment("/form", "x")
        .put("form", new JsonObject().put("stamp", 1).put("website", new JsonArray()));

    assertThat(app.post(wrong).badFields()).containsExactlyInAnyOrder("form.stamp", "form.website");
    assertThat(app.post(comment("/form", "x").put("form", "x")).badFields())
        .containsExactly("form");
    assertThat(
            app.send(HttpMethod.GET, "/api/v1/sites/none/form", Map.of(), null).status())
        .isEqualTo(404);
  }

  @Test
  void theTeamIsNotScreened() {
    String site =
        site(new JsonObject().put("premoderated", true).put("bannedWords", List.of("casino")));
    Map<String, String> admin = Map.of("Authorization", "Bearer " + TestApp.ADMIN_TOKEN);

    assertThat(post(site, comment("/team", "casino"), admin).status()).isEqualTo(201);
  }

  private static JsonObject named(String name) {
    return comment("/names", "Hello").put("author", new JsonObject().put("name", name));
  }

  private static JsonObject stamped(String stamp) {
    return comment("/form", "Typed").put("form", new JsonObject().put("stamp", stamp));
  }

  private static String site(JsonObject settings) {
    String slug = "screened-" + SITES.incrementAndGet();
    app.addSite(slug, "https://" + slug + ".example", settings.encode());
    return slug;
  }

  private static Answer post(String site, JsonObject comment, Map<String, String> headers) {
    Map<String, String> all = new HashMap<>(TestApp.JSON);
    all.putAll(headers);
    return app.send(
        HttpMethod.POST, "/api/v1/sites/" + site + "/comments", all, comment.toBuffer());
  }

  private static JsonObject me(String site, String thread, Answer posted) {
    String target = "/api/v1/sites/" + site + "/me?thread=" + TestApp.encode(thread);
    return app.send(HttpMethod.GET, target, bearer(posted), null).json();
  }

  private static void ban(String column, String value, Answer posted, String until) {
    app.database()
        .execute("insert into bans (id, site_id, " + column
            + ", shadow, reason, until, created_by, created_at) values ((select count(*) from bans), 'blog', "
            + value.formatted(Id.parse(id(posted))) + ", false, 'Insults', " + until
            + ", 'admin', now())");
  }

  private static List<String> heldFor(Answer posted) {
    String sql = "select held_for from comments where id = " + Id.parse(id(posted));
    return List.of(app.database().rows(sql).get(0).getArrayOfStrings(0));
  }

  private static Map<String, String> bearer(Answer posted) {
    return Map.of("Authorization", "Bearer " + token(posted));
  }

  private static Map<String, String> from(String address) {
    return Map.of("X-Forwarded-For", address);
  }
}
