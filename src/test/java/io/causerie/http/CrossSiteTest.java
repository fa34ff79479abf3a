package io.causerie.http;

import static io.causerie.account.Role.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.testing.Answer;
import io.causerie.testing.Listening;
import io.causerie.testing.ServiceTest;
import io.causerie.testing.Team;
import io.causerie.testing.TestApp;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What pages of other origins make of the cookie of whoever looks at them: nothing, on any route. */
@ServiceTest
final class CrossSiteTest {
  private static final Map<String, String> FROM_ELSEWHERE =
      Map.of("Origin", "https://evil.example");
  private static TestApp app;
  private static String cookie;

  /** Something that a browser does to a route. */
  private record Attempt(HttpMethod method, String target) {
    boolean changesNothing() {
      return method.equals(HttpMethod.GET);
    }

    /** Of a stream the head only: its events have no end. */
    Answer read(Map<String, String> headers) {
      Map<String, String> all = new HashMap<>(headers);
      all.put("Cookie", cookie);
      return target.endsWith("/live")
          ? Listening.answer(app, target, all)
          : app.send(method, target, all, null);
    }

    /** Without a body where browsers send none. */
    Answer send(Map<String, String> headers) {
      Map<String, String> all = new HashMap<>(headers);
      all.put("Cookie", cookie);
      return app.send(method, target, all, Buffer.buffer("{}"));
    }
  }

  @BeforeAll
  static void start(TestApp given) {
    app = given;
    Team team = app.team();
    team.member("Olga", OWNER);
    cookie = "causerie=" + team.session("Olga");
  }

  @Test
  void aChangeIsRefusedUnlessItComesFromAPageOfOurOwn() {
    Map<String, Map<String, String>> nameToHeaders = Map.of(
        "no origin at all", Map.of(),
        "another origin", FROM_ELSEWHERE,
        "an origin that is hidden", Map.of("Origin", "null"),
        "the same host over https", Map.of("Origin", "https://127.0.0.1:" + app.port()),
        "another port", Map.of("Origin", "http://127.0.0.1:1"),
        "another site", Map.of("Sec-Fetch-Site", "cross-site"),
        "another subdomain", Map.of("Sec-Fetch-Site", "same-site"),
        "an origin that is not ours, whatever else is said",
            Map.of("Origin", "https://evil.example", "Sec-Fetch-Site", "same-origin"));

    List<String> taken = new ArrayList<>();
    nameToHeaders.forEach((name, headers) -> changes().forEach(attempt -> {
      Answer answer = attempt.send(headers(headers, "application/json"));
      if (answer.status() != 403 || !answer.code().equals("forbidden")) {
        taken.add(name + ": " + attempt + " " + answer.status());
      }
    }));

    assertThat(taken).isEmpty();
    assertThat(signedIn()).isTrue();
  }

  @Test
  void aChangeFromAPageOfOurOwnIsHeard() {
    for (Map<String, String> ours :
        List.of(Map.of("Origin", app.ownOrigin()), Map.of("Sec-Fetch-Site", "same-origin"))) {
      Answer answer = new Attempt(HttpMethod.PATCH, app.path() + "/moderation/settings")
          .send(headers(ours, "application/json"));
      assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }
  }

  @Test
  void whatAFormCanSendIsRefusedEvenFromOurOwnPages() {
    List<String> taken = new ArrayList<>();
    for (String type : List.of(
        "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x")) {
      changes().forEach(attempt -> {
        Answer answer = attempt.send(headers(Map.of("Origin", app.ownOrigin()), type));
        if (answer.status() != 415) {
          taken.add(type + ": " + attempt + " " + answer.status());
        }
      });
    }

    assertThat(taken).isEmpty();
    assertThat(signedIn()).isTrue();
  }

  @Test
  void noOtherOriginMayReadWhatTheCookieShows() {
    attempts().filter(Attempt::changesNothing).forEach(attempt -> {
      Answer answer = attempt.read(FROM_ELSEWHERE);
      assertThat(answer.header("Access-Control-Allow-Origin"))
          .as(attempt.toString())
          .isNull();
      assertThat(answer.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
    });
  }

  @Test
  void aPageElsewhereCannotEvenAskAlsoWhereTheBrowserSendsItTheCookie() {
    List<String> taken = new ArrayList<>();
    for (String site : List.of("same-site", "cross-site")) {
      attempts().filter(Attempt::changesNothing).forEach(attempt -> {
        Answer answer = attempt.read(Map.of("Sec-Fetch-Site", site));
        if (answer.status() != 403) {
          taken.add(site + ": " + attempt + " " + answer.status());
        }
      });
    }

    assertThat(taken).isEmpty();
    for (String site : List.of("same-origin", "none")) {
      assertThat(new Attempt(HttpMethod.GET, "/api/v1/session")
              .read(Map.of("Sec-Fetch-Site", site))
              .status())
          .isEqualTo(200);
    }
  }

  @Test
  void thePageRunsNothingButItsOwnIsInNoFrameAndTellsNobodyWhereSomebodyWas() {
    Answer page = app.send(HttpMethod.GET, "/moderation/", Map.of(), null);

    assertThat(page.header("Content-Security-Policy"))
        .contains("default-src 'none'; script-src 'self';", "frame-ancestors 'none'")
        .contains("require-trusted-types-for 'script'; trusted-types 'none'")
        .doesNotContain("unsafe", "*", "http");
    assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
  }

  @Test
  void noOtherOriginIsToldThatItMayAsk() {
    changes().forEach(attempt -> {
      Map<String, String> headers = new HashMap<>(FROM_ELSEWHERE);
      headers.put("Access-Control-Request-Method", attempt.method().name());
      Answer answer = app.send(HttpMethod.OPTIONS, attempt.target(), headers, null);
      assertThat(answer.status()).as(attempt.toString()).isGreaterThanOrEqualTo(400);
      assertThat(answer.header("Access-Control-Allow-Origin")).isNull();
    });
  }

  /** The routes that a cookie opens, each with a method. */
  private Stream<Attempt> attempts() {
    return app.routes().stream()
        .filter(CrossSiteTest::takesCookies)
        .flatMap(route -> methods(route).stream()
            .filter(method -> !method.equals(HttpMethod.OPTIONS))
            .map(method -> new Attempt(
                method,
                route
                    .getPath()
                    .replace(":site", app.site())
                    .replaceAll(":[a-z]+", "0000000000000"))))
        .distinct();
  }

  private Stream<Attempt> changes() {
    List<Attempt> changes =
        attempts().filter(attempt -> !attempt.changesNothing()).toList();
    assertThat(changes).hasSizeGreaterThan(20);
    return changes.stream();
  }

  private static boolean takesCookies(Route route) {
    String path = route.getPath() == null ? "" : route.getPath();
    return path.startsWith("/api/v1/sites/:site/moderation/")
        || Stream.of("/session", "/account", "/invitations")
            .anyMatch(mine -> path.startsWith("/api/v1" + mine));
  }

  private static Set<HttpMethod> methods(Route route) {
    return route.methods() == null ? Set.of() : route.methods();
  }

  private static Map<String, String> headers(Map<String, String> some, String contentType) {
    Map<String, String> headers = new HashMap<>(some);
    headers.put("Content-Type", contentType);
    return headers;
  }

  private static boolean signedIn() {
    return new Attempt(HttpMethod.GET, "/api/v1/session").send(Map.of()).status() == 200;
  }
}
