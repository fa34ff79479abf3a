package io.causerie.moderation.dashboard;

import static io.causerie.testing.TestApp.ADMIN;
import static io.causerie.testing.TestApp.comment;
import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.core.Id;
import io.causerie.testing.Answer;
import io.causerie.testing.ServiceTest;
import io.causerie.testing.TestApp;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a site has fared of late. */
@ServiceTest
final class DashboardTest {
  private final TestApp app;

  DashboardTest(TestApp app) {
    this.app = app;
  }

  @Test
  void everyDayCountsWhatWasWrittenOnItByWhatItIsNow() {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    for (int i = 0; i < 5; i++) {
      String status =
          List.of("approved", "pending", "rejected", "spam", "deleted").get(i);
      written(today.minusDays(3), status);
      written(today.minusDays(6), "approved");
    }
    written(today.minusDays(7), "approved");

    JsonArray days = dashboard(7).getJsonArray("days");

    assertThat(days).hasSize(7);
    assertThat(days.getJsonObject(6).getString("date")).isEqualTo(today.toString());
    assertThat(days.getJsonObject(0)).isEqualTo(day(today.minusDays(6), 5, 0));
    assertThat(days.getJsonObject(3)).isEqualTo(day(today.minusDays(3), 1, 1));
    assertThat(days.getJsonObject(5)).isEqualTo(day(today.minusDays(1), 0, 0));
    assertThat(dashboard(8).getJsonArray("days").getJsonObject(0))
        .isEqualTo(day(today.minusDays(7), 1, 0));
  }

  @Test
  void theBusiestThreadsComeFirst() {
    for (int thread = 0; thread < 12; thread++) {
      for (int i = 0; i <= thread; i++) {
        app.postId(comment("/busy/" + thread, "Number " + i)
            .put("title", "Thread " + thread)
            .put("url", "https://blog.example/busy/" + thread));
      }
    }

    JsonArray threads = dashboard(30).getJsonArray("threads");

    assertThat(threads).hasSize(10);
    assertThat(threads.getJsonObject(0))
        .isEqualTo(new JsonObject()
            .put("key", "/busy/11")
            .put("title", "Thread 11")
            .put("url", "https://blog.example/busy/11")
            .put("comments", 12));
    assertThat(threads.getJsonObject(9).getInteger("comments")).isEqualTo(3);
  }

  @Test
  void theTimeToADecisionIsThatOfWhatWaited() {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 11; i++) {
      ids.add(app.postId(comment("/held", "Number " + i)));
      app.database()
          .execute("update comments set status = 'pending', created_at = now() - interval '"
              + (i * 100 + 50) + " seconds' where id = " + Id.parse(ids.get(i)));
    }
    ids.forEach(id -> app.setStatus(id, "approved"));
    app.setStatus(ids.get(0), "spam");

    JsonObject decisions = dashboard(30).getJsonObject("decisions");

    assertThat(decisions.getInteger("count")).isEqualTo(11);
    assertThat(decisions.getInteger("medianSeconds")).isBetween(550, 600);
    assertThat(decisions.getInteger("p90Seconds")).isBetween(950, 1000);
  }

  @Test
  void whatWasHeldAgainWaitsSinceThen() {
    String id = app.postId(comment("/again", "Old"));
    app.database()
        .execute("update comments set created_at = now() - interval '2 days' where id = "
            + Id.parse(id));
    app.setStatus(id, "pending");
    app.setStatus(id, "rejected");

    JsonObject decisions = dashboard(30).getJsonObject("decisions");

    assertThat(decisions.getInteger("count")).isEqualTo(1);
    assertThat(decisions.getInteger("medianSeconds")).isLessThan(3600);
  }

  @Test
  void theOldestThatWaitsIsTold() {
    assertThat(dashboard(7).getJsonObject("held").getInteger("oldestSeconds")).isNull();
    assertThat(dashboard(7).getJsonObject("decisions"))
        .isEqualTo(new JsonObject().put("count", 0).putNull("medianSeconds").putNull("p90Seconds"));
    for (int seconds : List.of(500, 5000)) {
      String id = app.postId(comment("/oldest", "Waits " + seconds));
      move(id, Instant.now().minusSeconds(seconds), "pending");
    }

    assertThat(dashboard(8).getJsonObject("held").getInteger("oldestSeconds"))
        .isBetween(5000, 5060);
  }

  @Test
  void nothingOfAnotherSiteIsCounted() {
    app.neighbour().post(comment("/foreign", "Elsewhere"));

    JsonObject dashboard = dashboard(7);

    assertThat(dashboard.getJsonArray("threads")).isEmpty();
    assertThat(dashboard.getJsonArray("days").getJsonObject(6).getInteger("approved"))
        .isZero();
  }

  @Test
  void whatWasToldIsToldAgainForAMinute() {
    JsonObject before = dashboard(30);
    app.postId(comment("/new", "New"));

    assertThat(dashboard(30)).isEqualTo(before);
    assertThat(dashboard(31).getJsonArray("threads")).hasSize(1);
  }

  @Test
  void daysAreBounded() {
    for (String days : List.of("6", "91", "x")) {
      assertThat(app.get("/moderation/dashboard?days=" + days, ADMIN).badFields())
          .containsExactly("days");
    }
  }

  private void written(LocalDate day, String status) {
    move(
        app.postId(comment("/days", "Hello")), day.atTime(12, 0).toInstant(ZoneOffset.UTC), status);
  }

  /** As if it had been written then. */
  private void move(String id, Instant time, String status) {
    app.database()
        .execute(
            """
            delete from comment_search where comment_id = %4$d;
            update comments set id = %1$d, root_id = %1$d, path = array[%1$d::bigint],
              created_at = '%2$s', status = '%3$s'
            where id = %4$d
            """
                .formatted(Id.at(time), time, status, Id.parse(id)));
  }

  private JsonObject dashboard(int days) {
    Answer answer = app.get("/moderation/dashboard?days=" + days, ADMIN);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  private static JsonObject day(LocalDate date, int approved, int others) {
    return new JsonObject()
        .put("date", date.toString())
        .put("approved", approved)
        .put("pending", others)
        .put("rejected", others)
        .put("spam", others)
        .put("deleted", others);
  }
}
