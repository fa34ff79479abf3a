package io.causerie.team;

import static io.causerie.testing.Team.bearer;
import static io.causerie.testing.Team.jsonFrom;
import static io.causerie.testing.TestApp.ADMIN_TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.testing.Answer;
import io.causerie.testing.ServiceTest;
import io.causerie.testing.TestApp;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The tokens that owners give to programs. */
@ServiceTest
final class ApiTokensTest {
  private static final String TOKENS = "/moderation/tokens";
  private static final String TOKENS_OF =
      """
      insert into api_tokens (id, hash, site_id, name, scopes, created_by, created_at, revoked_at)
      select i + %4$d, sha256(('%1$s' || i)::bytea), '%1$s', 'Old', '{read}', 'test', now(), %3$s
      from generate_series(1, %2$d) i
      """;
  private final TestApp app;

  ApiTokensTest(TestApp app) {
    this.app = app;
  }

  @Test
  void aTokenIsShownOnceAndStoredHashed() {
    Answer created = create(app.site(), token("Export", "read", "settings"));

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
    Answer created = create(app.site(), token("Revoked", "read"));
    String token = created.json().getString("token");
    String id = created.json().getJsonObject("details").getString("id");
    assertThat(app.get(TOKENS, bearer(token)).status()).isEqualTo(403);

    assertThat(revoke(app.site(), id).status()).isEqualTo(204);

    assertThat(app.get(TOKENS, bearer(token)).status()).isEqualTo(401);
    assertThat(listed(id).getString("revokedAt")).isNotNull();
  }

  @Test
  void revokingAgainChangesAndLogsNothing() {
    String id = id(create(app.site(), token("Twice", "read")));
    revoke(app.site(), id);
    String revokedAt = listed(id).getString("revokedAt");

    assertThat(revoke(app.site(), id).status()).isEqualTo(204);

    assertThat(listed(id).getString("revokedAt")).isEqualTo(revokedAt);
    assertThat(logged("token-revoke", "before", id)).isOne();
  }

  @Test
  void aTokenOfAnotherSiteIsNotFoundAndLives() {
    String other = app.anotherSite("{}");
    Answer created = create(other, token("Elsewhere", "read"));

    assertThat(revoke(app.site(), id(created)).status()).isEqualTo(404);
    assertThat(revoke(app.site(), "x").status()).isEqualTo(404);

    assertThat(list().text()).doesNotContain(id(created));
    assertThat(app.database()
            .count("select count(*) from api_tokens where name = 'Elsewhere' and revoked_at is null"
                + " and site_id = '" + other + "'"))
        .isOne();
  }

  @Test
  void everyWrongFieldIsNamed() {
    assertThat(create(app.site(), new JsonObject()).badFields())
        .containsExactlyInAnyOrder("name", "scopes");
    assertThat(create(app.site(), token(" ", "read", "team", "read")).badFields())
        .containsExactlyInAnyOrder("name", "scopes[1]", "scopes[2]");
    assertThat(create(app.site(), token("a\nb")).badFields())
        .containsExactlyInAnyOrder("name", "scopes");
    assertThat(create(app.site(), token("é".repeat(101), "read")).badFields())
        .containsExactly("name");
    assertThat(create(app.site(), new JsonObject().put("name", 1).put("scopes", "read"))
            .badFields())
        .containsExactlyInAnyOrder("name", "scopes");
    assertThat(create(app.site(), token("é".repeat(100), "read")).status()).isEqualTo(201);
  }

  @Test
  void everyActIsLoggedOnceWithoutTheToken() {
    Answer created = create(app.site(), token("Logged", "moderate"));
    revoke(app.site(), id(created));

    assertThat(logged("token-create", "after", id(created))).isOne();
    assertThat(logged("token-revoke", "before", id(created))).isOne();
    assertThat(app.database()
            .rows("select log::text from moderation_log log where site_id = '" + app.site() + "'"))
        .noneMatch(row -> row.getString(0).contains(created.json().getString("token")));
  }

  @Test
  void aSiteHasAtMostAHundredLiveTokensHoweverManyAskAtOnce() {
    app.database().execute(TOKENS_OF.formatted(app.site(), 97, "null", firstId()));
    List<Future<Answer>> asked = IntStream.range(0, 10)
        .mapToObj(i -> app.sending(
            HttpMethod.POST,
            path(app.site(), ""),
            jsonFrom(ADMIN_TOKEN),
            token("New", "read").toBuffer()))
        .toList();

    List<Integer> statuses =
        asked.stream().map(answer -> TestApp.await(answer).status()).toList();

    assertThat(statuses).containsOnly(201, 409);
    assertThat(statuses.stream().filter(status -> status == 201)).hasSize(3);
    assertThat(app.database()
            .count("select count(*) from moderation_log where site_id = '" + app.site() + "'"))
        .isEqualTo(3);
  }

  @Test
  void onlyTheLastHundredRevokedTokensAreKept() {
    long first = firstId();
    app.database()
        .execute(TOKENS_OF.formatted(app.site(), 150, "now() - i * interval '1 hour'", first));

    create(app.site(), token("New", "read"));

    assertThat(app.database()
            .count("select count(*) from api_tokens where site_id = '" + app.site() + "'"))
        .isEqualTo(101);
    assertThat(app.database()
            .count("select max(id) from api_tokens where name = 'Old' and site_id = '" + app.site()
                + "'"))
        .isEqualTo(first + 100);
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

  private Answer create(String site, JsonObject asked) {
    return send(HttpMethod.POST, path(site, ""), ADMIN_TOKEN, asked);
  }

  private Answer revoke(String site, String id) {
    return app.send(HttpMethod.DELETE, path(site, "/" + id), bearer(ADMIN_TOKEN), null);
  }

  private Answer send(HttpMethod method, String path, String token, JsonObject body) {
    return app.send(method, path, jsonFrom(token), body.toBuffer());
  }

  private Answer list() {
    return app.get(TOKENS, bearer(ADMIN_TOKEN));
  }

  private JsonObject listed(String id) {
    return list().json().getJsonArray("tokens").stream()
        .map(JsonObject.class::cast)
        .filter(token -> token.getString("id").equals(id))
        .findFirst()
        .orElseThrow();
  }

  /** Smaller than what the service gives, and not used by another test. */
  private static long firstId() {
    return TestApp.unique() * 1_000;
  }

  private static String id(Answer created) {
    return created.json().getJsonObject("details").getString("id");
  }

  private static String path(String site, String more) {
    return "/api/v1/sites/" + site + TOKENS + more;
  }

  private long logged(String action, String side, String id) {
    return app.database()
        .count("select count(*) from moderation_log where action = '%s' and %s ->> 'token' = '%s'"
            .formatted(action, side, id));
  }

  private long rowsHolding(String token) {
    return app.database()
        .count("select count(*) from api_tokens t where t::text like '%" + token + "%'");
  }
}
