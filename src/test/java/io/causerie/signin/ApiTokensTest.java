package io.causerie.signin;

import static io.causerie.testing.Team.bearer;
import static io.causerie.testing.Team.jsonFrom;
import static io.causerie.testing.TestApp.ADMIN_TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.testing.Answer;
import io.causerie.testing.TestApp;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The tokens that owners give to programs. */
final class ApiTokensTest {
  private static final String TOKENS = "/moderation/tokens";
  private static final String TOKENS_OF =
      """
      insert into api_tokens (id, hash, site_id, name, scopes, created_by, created_at, revoked_at)
      select i + %4$d, sha256(('%1$s' || i)::bytea), '%1$s', 'Old', '{read}', 'test', now(), %3$s
      from generate_series(1, %2$d) i
      """;
  private static TestApp app;

  @BeforeAll
  static void start() {
    app = TestApp.start();
    app.addSite("other", "https://other.example", "{}");
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  @Test
  void aTokenIsShownOnceAndStoredHashed() {
    Answer created = create("blog", token("Export", "read", "settings"));

    String token = created.json().getString("token");
    JsonObject details = created.json().getJsonObject("details");
    assertThat(created.status()).isEqualTo(201);
    assertThat(created.header("Cache-Control")).isEqualTo("no-store");
    assertThat(token).startsWith("cau_");
    assertThat(details.getJsonArray("scopes")).containsExactly("read", "settings");
    assertThat(details.getString("createdBy")).isEqualTo("administrator");
    assertThat(list().text()).contains(details.getString("id")).doesNotContain(token);
    assertThat(rowsHolding(token)).isZero();
    assertThat(app.database()
            .count("select count(*) from api_tokens where hash = sha256('" + token + "')"))
        .isOne();
  }

  @Test
  void aRevokedTokenIsDeadAtOnce() {
    Answer created = create("blog", token("Revoked", "read"));
    String token = created.json().getString("token");
    String id = created.json().getJsonObject("details").getString("id");
    assertThat(app.get(TOKENS, bearer(token)).status()).isEqualTo(403);

    assertThat(revoke("blog", id).status()).isEqualTo(204);

    assertThat(app.get(TOKENS, bearer(token)).status()).isEqualTo(401);
    assertThat(listed(id).getString("revokedAt")).isNotNull();
  }

  @Test
  void revokingAgainChangesAndLogsNothing() {
    String id = id(create("blog", token("Twice", "read")));
    revoke("blog", id);
    String revokedAt = listed(id).getString("revokedAt");

    assertThat(revoke("blog", id).status()).isEqualTo(204);

    assertThat(listed(id).getString("revokedAt")).isEqualTo(revokedAt);
    assertThat(logged("token-revoke", "before", id)).isOne();
  }

  @Test
  void aTokenOfAnotherSiteIsNotFoundAndLives() {
    Answer created = create("other", token("Elsewhere", "read"));

    assertThat(revoke("blog", id(created)).status()).isEqualTo(404);
    assertThat(revoke("blog", "x").status()).isEqualTo(404);

    assertThat(list().text()).doesNotContain(id(created));
    assertThat(app.database()
            .count(
                "select count(*) from api_tokens where name = 'Elsewhere' and revoked_at is null"))
        .isOne();
  }

  @Test
  void everyWrongFieldIsNamed() {
    assertThat(create("blog", new JsonObject()).badFields())
        .containsExactlyInAnyOrder("name", "scopes");
    assertThat(create("blog", token(" ", "read", "team", "read")).badFields())
        .containsExactlyInAnyOrder("name", "scopes[1]", "scopes[2]");
    assertThat(create("blog", token("a\nb")).badFields())
        .containsExactlyInAnyOrder("name", "scopes");
    assertThat(create("blog", token("é".repeat(101), "read")).badFields()).containsExactly("name");
    assertThat(create("blog", new JsonObject().put("name", 1).put("scopes", "read"))
            .badFields())
        .containsExactlyInAnyOrder("name", "scopes");
    assertThat(create("blog", token("é".repeat(100), "read")).status()).isEqualTo(201);
  }

  @Test
  void everyActIsLoggedOnceWithoutTheToken() {
    Answer created = create("blog", token("Logged", "moderate"));
    revoke("blog", id(created));

    assertThat(logged("token-create", "after", id(created))).isOne();
    assertThat(logged("token-revoke", "before", id(created))).isOne();
    assertThat(app.database().rows("select log::text from moderation_log log"))
        .noneMatch(row -> row.getString(0).contains(created.json().getString("token")));
  }

  @Test
  void aSiteHasAtMostAHundredLiveTokensHoweverManyAskAtOnce() {
    app.addSite("full", "https://full.example", "{}");
    app.database().execute(TOKENS_OF.formatted("full", 97, "null", 1_000));
    List<Future<Answer>> asked = IntStream.range(0, 10)
        .mapToObj(i -> app.sending(
            HttpMethod.POST,
            path("full", ""),
            jsonFrom(ADMIN_TOKEN),
            token("New", "read").toBuffer()))
        .toList();

    List<Integer> statuses =
        asked.stream().map(answer -> TestApp.await(answer).status()).toList();

    assertThat(statuses).containsOnly(201, 409);
    assertThat(statuses.stream().filter(status -> status == 201)).hasSize(3);
    assertThat(app.database().count("select count(*) from moderation_log where site_id = 'full'"))
        .isEqualTo(3);
  }

  @Test
  void onlyTheLastHundredRevokedTokensAreKept() {
    app.addSite("busy", "https://busy.example", "{}");
    app.database().execute(TOKENS_OF.formatted("busy", 150, "now() - i * interval '1 hour'", 0));

    create("busy", token("New", "read"));

    assertThat(app.database().count("select count(*) from api_tokens where site_id = 'busy'"))
        .isEqualTo(101);
    assertThat(app.database()
            .count("select max(id) from api_tokens where site_id = 'busy' and name = 'Old'"))
        .isEqualTo(100);
  }

  @Test
  void anUnknownSiteIsNotFound() {
    assertThat(create("nowhere", token("A", "read")).status()).isEqualTo(404);
    assertThat(app.send(HttpMethod.GET, path("nowhere", ""), bearer(ADMIN_TOKEN), null)
            .status())
        .isEqualTo(404);
  }

  private static JsonObject token(String name, String... scopes) {
    return new JsonObject().put("name", name).put("scopes", new JsonArray(List.of(scopes)));
  }

  private static Answer create(String site, JsonObject asked) {
    return send(HttpMethod.POST, path(site, ""), ADMIN_TOKEN, asked);
  }

  private static Answer revoke(String site, String id) {
    return app.send(HttpMethod.DELETE, path(site, "/" + id), bearer(ADMIN_TOKEN), null);
  }

  private static Answer send(HttpMethod method, String path, String token, JsonObject body) {
    return app.send(method, path, jsonFrom(token), body.toBuffer());
  }

  private static Answer list() {
    return app.get(TOKENS, bearer(ADMIN_TOKEN));
  }

  private static JsonObject listed(String id) {
    return list().json().getJsonArray("tokens").stream()
        .map(JsonObject.class::cast)
        .filter(token -> token.getString("id").equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static String id(Answer created) {
    return created.json().getJsonObject("details").getString("id");
  }

  private static String path(String site, String more) {
    return "/api/v1/sites/" + site + TOKENS + more;
  }

  private static long logged(String action, String side, String id) {
    return app.database()
        .count("select count(*) from moderation_log where action = '%s' and %s ->> 'token' = '%s'"
            .formatted(action, side, id));
  }

  private static long rowsHolding(String token) {
    return app.database()
        .count("select count(*) from api_tokens t where t::text like '%" + token + "%'");
  }
}
