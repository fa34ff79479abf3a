package io.causerie.thread;

import static io.causerie.testing.TestApp.comment;
import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.testing.Desk;
import io.causerie.testing.ServiceTest;
import io.causerie.testing.TestApp;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

/** What posts say of their page, its address and title, and when everybody may read that. */
@ServiceTest
final class PageOfThreadTest {
  private static final String THREAD = "/page";

  private final TestApp app;
  private final Desk desk;

  PageOfThreadTest(TestApp app) {
    this.app = app;
    desk = new Desk(app);
  }

  @Test
  void whatAHeldPostSaysIsNotSaidByTheApprovalOfAnother() {
    desk.patch("/settings", new JsonObject().put("premoderated", true));
    String bad = app.postId(saying("Bad"));
    String good = app.postId(comment(THREAD, "Good"));

    app.setStatus(good, "approved");

    assertThat(said()).isEqualTo("null null");

    app.setStatus(bad, "approved");

    assertThat(said()).isEqualTo(words("Bad"));
  }

  @Test
  void whatAPostSaysGoesWithIt() {
    String first = app.postId(saying("First"));
    app.postId(comment(THREAD, "Second"));

    app.setStatus(first, "spam");
    assertThat(said()).isEqualTo("null null");

    app.setStatus(first, "approved");
    assertThat(said()).isEqualTo(words("First"));
  }

  @Test
  void anApprovedPostTakesThePlaceOfAHeldOneAndNotTheOtherWayRound() {
    desk.patch("/settings", new JsonObject().put("premoderated", true));
    String held = app.postId(saying("Held"));
    desk.patch("/settings", new JsonObject().put("premoderated", false));
    app.postId(saying("Approved"));
    assertThat(said()).isEqualTo(words("Approved"));

    app.setStatus(held, "approved");
    desk.patch("/settings", new JsonObject().put("premoderated", true));
    app.postId(saying("Held again"));
    assertThat(said()).isEqualTo(words("Approved"));
  }

  @Test
  void aHeldPostTakesThePlaceOfARejectedOne() {
    desk.patch("/settings", new JsonObject().put("premoderated", true));
    app.setStatus(app.postId(saying("Rejected")), "rejected");
    String held = app.postId(saying("Held"));
    app.postId(saying("Later"));

    app.setStatus(held, "approved");

    assertThat(said()).isEqualTo(words("Held"));
  }

  @Test
  void ofTwoThreadsThatBecomeOneWhatIsPublicStays() {
    app.postId(saying("Public"));
    String held = app.postId(comment("/held", "Held").put("title", "Held"));
    app.postId(comment("/held", "Public"));
    app.setStatus(held, "pending");

    desk.merge(THREAD, "/held");

    assertThat(said()).isEqualTo(words("Public"));
  }

  private static JsonObject saying(String words) {
    return comment(THREAD, words)
        .put("url", "https://blog.example/" + words.replace(' ', '-'))
        .put("title", words);
  }

  private static String words(String words) {
    return "https://blog.example/" + words + " " + words;
  }

  private String said() {
    JsonObject thread = app.page(THREAD, "").getJsonObject("thread");
    return thread.getString("url") + " " + thread.getString("title");
  }
}
