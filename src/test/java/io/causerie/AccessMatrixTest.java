package io.causerie;

import static io.causerie.account.Role.MODERATOR;
import static io.causerie.account.Role.OWNER;
import static io.causerie.testing.TestApp.JSON;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.testing.AccessRequests;
import io.causerie.testing.Answer;
import io.causerie.testing.Listening;
import io.causerie.testing.ServiceTest;
import io.causerie.testing.Team;
import io.causerie.testing.TestApp;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Route;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every route answers every kind of caller as {@code access-matrix.txt} says. */
@ServiceTest
final class AccessMatrixTest {
  private static final String SITE = "/api/v1/sites/:site";
  private static final List<String> CALLERS = List.of(
      "anonymous",
      "guest",
      "stranger",
      "moderator",
      "owner",
      "read",
      "moderate",
      "settings",
      "admin",
      "session");

  /** One line of the table. */
  private record Line(String route, String object, List<Integer> statuses) {
    String key() {
      return route + " " + object;
    }

    HttpMethod method() {
      return HttpMethod.valueOf(route.substring(0, route.indexOf(' ')));
    }

    /** Like {@code GET :site/comments own 200 200 401 …}. */
    static Line of(String text) {
      List<String> words = List.of(text.trim().split(" +"));
      assertThat(words).as(text).hasSize(3 + CALLERS.size());
      return new Line(
          words.get(0) + " " + words.get(1),
          words.get(2),
          words.subList(3, words.size()).stream().map(Integer::valueOf).toList());
    }
  }

  private static TestApp app;
  private static TestApp there;
  private static Team team;
  private static Map<String, String> callerToToken;
  private static List<Line> table;

  @BeforeAll
  static void start(TestApp given) throws IOException {
    app = given.set(new JsonObject().put("secondsBetween", 0));
    there = app.neighbour().set(new JsonObject().put("secondsBetween", 0));
    team = app.team();
    callerToToken = Map.of(
        "guest", guest(),
        "stranger", there.team().member("Stranger", MODERATOR),
        "moderator", team.member("Mo", MODERATOR),
        "owner", team.member("Olga", OWNER),
        "read", team.program("read"),
        "moderate", team.program("moderate"),
        "settings", team.program("settings"),
        "admin", TestApp.ADMIN_TOKEN);
    team.givePassword("Mo");
    try (InputStream text = AccessMatrixTest.class.getResourceAsStream("/access-matrix.txt")) {
      table = new String(text.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(Line::of)
          .toList();
    }
  }

  @Test
  void everyRouteHasItsRowsAndEveryRowItsRoute() {
    Set<String> expected = app.routes().stream()
        .flatMap(AccessMatrixTest::named)
        .flatMap(route -> objects(route).map(object -> route + " " + object))
        .collect(Collectors.toCollection(TreeSet::new));

    assertThat(table.stream().map(Line::key)).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void everyCallerGetsWhatTheTableSays() {
    AccessRequests requests = new AccessRequests(app);
    List<String> deviations = new ArrayList<>();
    for (Line line : table) {
      for (int i = 0; i < CALLERS.size(); i++) {
        String caller = CALLERS.get(i);
        String got = answered(requests, line, caller);
        if (!got.equals(String.valueOf(line.statuses().get(i)))) {
          deviations.add("%s for %s: %d in the table, but %s"
              .formatted(line.key(), caller, line.statuses().get(i), got));
        }
      }
    }

    assertThat(deviations).isEmpty();
  }

  /** A handler of everything, such as the one for headers, is no route. */
  private static Stream<String> named(Route route) {
    Set<HttpMethod> methods = route.methods() == null ? Set.of() : route.methods();
    if (route.getPath() == null) {
      return methods.stream().map(method -> method + " *");
    }
    String path = route.getPath().replace(SITE, ":site") + (route.isExactPath() ? "" : "*");
    return methods.isEmpty()
        ? Stream.of("ANY " + path)
        : methods.stream().map(method -> method + " " + path);
  }

  private static Stream<String> objects(String route) {
    if (!route.contains(":site")) {
      return Stream.of("-");
    }
    return AccessRequests.namesAThing(route)
        ? Stream.of("own", "foreign", "elsewhere")
        : Stream.of("own", "elsewhere");
  }

  /** The status, or how the answer breaks the contract. */
  private static String answered(AccessRequests requests, Line line, String caller) {
    TestApp site = line.object().equals("elsewhere") ? there : app;
    TestApp siteOfThings = line.object().equals("own") ? app : there;
    var request = requests.prepare(line.route(), site.site(), siteOfThings.site());
    HttpMethod method = line.method();
    Map<String, String> headers = new HashMap<>(request.body() == null ? Map.of() : JSON);
    headers.putAll(credentials(caller));
    if (!line.route().contains(":site/") || isOnOurPage(line, caller)) {
      // By name: there are no passkeys under an address.
      headers.put("Host", "localhost:" + app.port());
      headers.put("Origin", "http://localhost:" + app.port());
    }
    if (method.equals(HttpMethod.OPTIONS)) {
      headers.put("Origin", TestApp.ORIGIN);
    }
    try {
      Answer answer = request.target().endsWith("/moderation/live")
          ? Listening.answer(app, request.target(), headers)
          : app.send(method, request.target(), headers, request.body());
      return String.valueOf(answer.status());
    } catch (AssertionError broken) {
      return String.valueOf(broken.getMessage());
    }
  }

  private static boolean isOnOurPage(Line line, String caller) {
    return caller.equals("session") && line.route().contains("/moderation/");
  }

  private static Map<String, String> credentials(String caller) {
    if (caller.equals("session")) {
      return Map.of("Cookie", "causerie=" + team.session("Mo"));
    }
    String token = callerToToken.get(caller);
    return token == null ? Map.of() : Team.bearer(token);
  }

  private static String guest() {
    Answer posted = app.post(TestApp.comment("/guest", "I am new here"));
    assertThat(posted.status()).as(posted.text()).isEqualTo(201);
    return TestApp.token(posted);
  }
}
