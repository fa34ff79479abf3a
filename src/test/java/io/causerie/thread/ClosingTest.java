package io.causerie.thread;

import static io.causerie.testing.TestApp.comment;
import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.testing.Answer;
import io.causerie.testing.Desk;
import io.causerie.testing.ServiceTest;
import io.causerie.testing.TestApp;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Threads that their age closes. */
@ServiceTest
final class ClosingTest {
  private final TestApp app;
  private final Desk desk;

  ClosingTest(TestApp app) {
    this.app = app;
    desk = new Desk(app);
  }

  @BeforeEach
  void closeAfterThirtyDays() {
    desk.patch("/settings", new JsonObject().put("closeAfterDays", 30));
  }

  @Test
  void anOldThreadIsReadAndTakesNoComments() {
    String id = app.postId(comment("/old", "Early"));
    makeOlder("/old", 31);

    JsonObject page = app.page("/old", "&sort=oldest");

    assertThat(page.getJsonObject("thread").getBoolean("closed")).isTrue();
    assertThat(page.getJsonArray("comments").getJsonObject(0).getString("id")).isEqualTo(id);
    assertThat(app.get("/comments/" + id).status()).isEqualTo(200);
    Answer late = app.post(comment("/old", "Late"));
    assertThat(late.json().getString("code")).isEqualTo("thread_closed");
    assertThat(closedBy("/old")).isEqualTo("age");
  }

  @Test
  void aYoungThreadIsOpen() {
    app.postId(comment("/young", "Early"));
    makeOlder("/young", 29);

    assertThat(app.page("/young", "&sort=oldest").getJsonObject("thread").getBoolean("closed"))
        .isFalse();
    assertThat(app.post(comment("/young", "Later")).status()).isEqualTo(201);
    assertThat(closedBy("/young")).isNull();
  }

  @Test
  void theSettingClosesAndOpensThreadsThatAreThere() {
    app.postId(comment("/there", "Early"));
    makeOlder("/there", 20);
    assertThat(isClosed("/there")).isFalse();

    desk.patch("/settings", new JsonObject().put("closeAfterDays", 10));
    assertThat(isClosed("/there")).isTrue();

    desk.patch("/settings", new JsonObject().putNull("closeAfterDays"));
    assertThat(isClosed("/there")).isFalse();
    assertThat(app.post(comment("/there", "Later")).status()).isEqualTo(201);
  }

  @Test
  void whatIsOpenedAgainIsOpenForAsManyDays() {
    app.postId(comment("/again", "Early"));
    makeOlder("/again", 31);

    assertThat(desk.change("/again", "closed", false).getBoolean("closed")).isFalse();
    assertThat(app.post(comment("/again", "Later")).status()).isEqualTo(201);
    makeOlder("/again", 29);
    assertThat(closedBy("/again")).isNull();
    makeOlder("/again", 31);

    assertThat(closedBy("/again")).isEqualTo("age");
    assertThat(desk.log()).contains("reopen {\"closedBy\":\"age\"} {\"closedBy\":null}");
  }

  @Test
  void whatIsClosedByHandStaysClosedWhateverItsAge() {
    app.postId(comment("/hand", "Early"));
    makeOlder("/hand", 31);

    assertThat(desk.change("/hand", "closed", true).getString("closedBy")).isEqualTo("hand");
    desk.patch("/settings", new JsonObject().put("closeAfterDays", 0));

    assertThat(isClosed("/hand")).isTrue();
    assertThat(app.post(comment("/hand", "Late")).json().getString("code"))
        .isEqualTo("thread_closed");
  }

  private void makeOlder(String thread, int days) {
    app.database()
        .execute(
            "update threads set open_since = now() - interval '%d days' where key = '%s' and site_id = '%s'"
                .formatted(days, thread, app.site()));
  }

  private boolean isClosed(String thread) {
    return app.page(thread, "").getJsonObject("thread").getBoolean("closed");
  }

  private String closedBy(String thread) {
    JsonObject listed = desk.get("/threads?thread=" + thread).json();
    return listed.getJsonArray("threads").getJsonObject(0).getString("closedBy");
  }
}
