package io.causerie.db;

import static io.causerie.testing.TestApp.comment;
import static io.causerie.testing.TestApp.pagePath;
import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.testing.Answer;
import io.causerie.testing.Counters;
import io.causerie.testing.Eventually;
import io.causerie.testing.TestApp;
import io.causerie.testing.TestDatabase;
import io.causerie.testing.Wire;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.pgclient.PgConnectOptions;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The service behind a wire to its database that is cut and mended. */
@Tag("http")
final class DatabaseAwayTest {
  private static final int POSTS = 30;

  private final Vertx vertx = Vertx.vertx();
  private TestDatabase database;
  private Wire wire;
  private String url;

  @BeforeEach
  void start() {
    database = TestDatabase.migrated(vertx);
    PgConnectOptions address = DatabaseUrl.parse(database.url());
    wire = new Wire(address.getPort());
    url = database.url().replace(":" + address.getPort() + "/", ":" + wire.port() + "/");
  }

  @AfterEach
  void stop() {
    wire.close();
    database.close();
    TestApp.await(vertx.close());
  }

  @Test
  void aServiceStartedWithoutItsDatabaseLivesAndTakesItUpWhenItIsThere() {
    wire.cut();
    try (TestApp app = TestApp.start(Map.of("DATABASE_URL", url))) {
      assertThat(health(app, "live").status()).isEqualTo(200);
      assertThat(health(app, "ready").status()).isEqualTo(503);
      assertUnavailable(app.get(pagePath("/away")));
      assertUnavailable(app.post(comment("/away", "1")));

      wire.mend();

      Eventually.is("ready", () -> health(app, "ready").status() == 200);
      addSite();
      Eventually.is("the post", () -> app.post(comment("/away", "1")).status() == 201);
    }
  }

  @Test
  void whatIsCachedIsReadWhileTheDatabaseIsAwayAndWritesSayWhenToRetry() {
    try (TestApp app = TestApp.start(Map.of("DATABASE_URL", url))) {
      addSite();
      app.postId(comment("/cached", "1"));
      // What the follower of events has not heard by now shall not drop the page later.
      database.execute("delete from events");
      String page = app.get(pagePath("/cached")).text();
      wire.cut();

      Eventually.is("not ready", () -> health(app, "ready").status() == 503);
      assertThat(app.get(pagePath("/cached")).text()).isEqualTo(page);
      assertUnavailable(app.post(comment("/cached", "2")));
      assertUnavailable(app.get(pagePath("/uncached")));
      assertThat(app.get(pagePath("/cached")).text()).isEqualTo(page);
      assertThat(health(app, "live").status()).isEqualTo(200);

      wire.mend();

      Eventually.is("ready", () -> health(app, "ready").status() == 200);
      app.postId(comment("/cached", "3"));
      assertThat(app.page("/cached", "").getJsonObject("thread").getInteger("commentCount"))
          .isEqualTo(2);
    }
  }

  @Test
  void aPostThatAnOutageOvertakesIsTakenOrUnavailableAndARetryMakesNoSecondOne() {
    try (TestApp app = TestApp.start(Map.of("DATABASE_URL", url))) {
      addSite();
      for (int round = 0; round < 5; round++) {
        int first = round * POSTS;
        List<Future<Answer>> posting = IntStream.range(first, first + POSTS)
            .mapToObj(number -> posting(app, number))
            .toList();
        wire.cut();

        assertThat(TestApp.await(Future.all(posting)).<Answer>list())
            .extracting(Answer::status)
            .isSubsetOf(201, 503);

        wire.mend();
        Eventually.is("ready", () -> health(app, "ready").status() == 200);
        IntStream.range(first, first + POSTS)
            .forEach(number -> Eventually.is(
                "post " + number, () -> TestApp.await(posting(app, number)).status() == 201));
      }
    }
    assertThat(database.count("select count(*) from comments")).isEqualTo(5 * POSTS);
    new Counters(database).assertExact();
  }

  private static Future<Answer> posting(TestApp app, int number) {
    return app.posting(comment("/outage", "1"), Map.of("Idempotency-Key", "post-" + number));
  }

  private void addSite() {
    database.execute("insert into sites (id, origins) values ('blog', '{}')");
  }

  private static Answer health(TestApp app, String name) {
    return app.send(HttpMethod.GET, "/health/" + name, Map.of(), null);
  }

  private static void assertUnavailable(Answer answer) {
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.code()).isEqualTo("unavailable");
    assertThat(Integer.parseInt(String.valueOf(answer.header("Retry-After")))).isPositive();
  }
}
