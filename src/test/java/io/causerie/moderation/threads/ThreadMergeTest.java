package io.causerie.moderation.threads;

import static io.causerie.testing.TestApp.comment;
import static io.causerie.testing.TestApp.id;
import static io.causerie.testing.TestApp.reply;
import static io.causerie.testing.TestApp.token;
import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.core.Id;
import io.causerie.testing.Answer;
import io.causerie.testing.Counters;
import io.causerie.testing.Desk;
import io.causerie.testing.ServiceTest;
import io.causerie.testing.TestApp;
import io.causerie.testing.ThreadWalk;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Two threads that become one. */
@ServiceTest
final class ThreadMergeTest {
  private static final String SEED =
      """
      insert into authors values (%2$d, '%3$s', 'guest', 'Ann', now());
      insert into threads (id, site_id, key, created_at, open_since)
      values (%2$d, '%3$s', '/large', now(), now());
      insert into comments (id, site_id, thread_id, root_id, path, author_id, author_name,
        author_kind, body, body_html, markup_version, status, created_at)
      select n, '%3$s', %2$d, n, array[n], %2$d, 'Ann', 'guest', 'Hello', '<p>Hello</p>', 1, 'approved',
        now()
      from generate_series(%2$d, %2$d + %1$d - 1) n;
      insert into comment_search (comment_id, site_id, words, version)
      select n, '%3$s', to_tsvector('simple', 'ann hello ' || md5(n::text)), 1
      from generate_series(%2$d, %2$d + %1$d - 1) n
      """;

  private final TestApp app;
  private final Desk desk;

  ThreadMergeTest(TestApp app) {
    this.app = app;
    desk = new Desk(app);
  }

  @Test
  void whatWasDoneToAThreadThatEndedIsFoundByEachOfItsKeys() {
    app.postId(comment("/ends", "One"));
    app.postId(comment("/between", "Two"));
    app.postId(comment("/stays", "Three"));
    desk.change("/ends", "slowModeSeconds", 9);
    desk.merge("/ends", "/between");
    desk.merge("/between", "/stays");

    for (String key : List.of("/ends", "/between", "/stays")) {
      JsonArray entries = app.get("/moderation/log?action=slow&thread=" + key, TestApp.ADMIN)
          .json()
          .getJsonArray("entries");
      assertThat(entries).as(key).hasSize(1);
      assertThat(entries.getJsonObject(0).getString("thread")).isEqualTo("/stays");
    }
  }

  @Test
  void votesGoAlong() {
    String best = app.postId(comment("/voted", "Best"));
    String worst = app.postId(comment("/into-voted", "Worst"));
    String other = app.postId(comment("/into-voted", "Other"));
    app.database()
        .execute("insert into comment_scores (comment_id, thread_id, is_root, upvotes)"
            + " select id, thread_id, true, 3 from comments where id = " + Id.parse(best));

    desk.merge("/voted", "/into-voted");

    assertThat(new ThreadWalk(app, "/into-voted", "best").ids())
        .containsExactly(best, other, worst);
  }

  @Test
  void ofThreeMergesAtOnceOneIsDoneAndTheOthersAreToldThatItIs() {
    app.postId(comment("/once", "One"));
    app.postId(comment("/onto", "Two"));

    List<Future<Answer>> asked =
        Stream.generate(() -> desk.merging("/once", "/onto")).limit(3).toList();

    assertThat(asked.stream().map(TestApp::await))
        .extracting(Answer::status)
        .containsExactlyInAnyOrder(200, 400, 400);
  }

  @Test
  void allCommentsOfBothAreInTheOneUnderAllKeys() {
    Answer root = app.post(comment("/from", "Root"));
    String reply = app.postId(reply("/from", id(root), "Reply"));
    String deeper = app.postId(reply("/from", reply, "Deeper"));
    app.setStatus(reply, "deleted");
    String waiting = app.postId(comment("/from", "Waiting"));
    app.setStatus(waiting, "pending");
    desk.change("/from", "key", "/from/renamed");
    String other = app.postId(comment("/into", "Other"));
    for (String key : List.of("/from", "/from/renamed", "/into")) {
      app.page(key, "");
      app.get("/counts?thread=" + key);
    }
    app.get("/comments/" + id(root) + "/replies");

    JsonObject merged = desk.merge("/from", "/into");

    assertThat(merged.getString("key")).isEqualTo("/into");
    assertThat(merged.getJsonArray("aliases")).containsExactly("/from", "/from/renamed");
    assertThat(merged.getInteger("commentCount")).isEqualTo(3);
    for (String key : List.of("/from", "/from/renamed", "/into")) {
      assertThat(new ThreadWalk(app, key, "oldest").ids())
          .containsExactly(id(root), reply, deeper, other);
      assertThat(app.get("/counts?thread=" + key).json().getJsonObject("counts").getInteger(key))
          .isEqualTo(3);
      assertThat(app.page(key, "").getJsonObject("thread").getString("key")).isEqualTo("/into");
    }
    Map<String, String> bearer = Map.of("Authorization", "Bearer " + token(root));
    assertThat(app.get("/me?thread=/from", bearer).json().getJsonArray("own"))
        .containsExactly(id(root));
    assertThat(app.get("/comments/" + deeper).json().getString("thread")).isEqualTo("/into");
    assertThat(app.postId(reply("/from", deeper, "Later"))).isNotNull();
    assertThat(count("threads where")).isEqualTo(1);
    new Counters(app.database()).assertExact(app.site());
    assertThat(desk.log())
        .contains("merge {\"from\":\"/from/renamed\",\"into\":\"/into\"}"
            + " {\"key\":\"/into\",\"comments\":4}");
  }

  @Test
  void addressAndTitleAreThoseOfTheThreadThatGoesOnIfItHasThem() {
    JsonObject from =
        comment("/from", "From").put("url", "https://blog.example/from").put("title", "From");
    app.postId(from);
    app.postId(comment("/into", "Into").put("title", "Into"));

    JsonObject merged = desk.merge("/from", "/into");

    assertThat(merged.getString("url")).isEqualTo("https://blog.example/from");
    assertThat(merged.getString("title")).isEqualTo("Into");
  }

  @Test
  void thePinsOfTheThreadThatEndsFillWhatRoomThereIs() {
    List<String> into = pinned("/into", 2);
    List<String> from = pinned("/from", 3);

    JsonObject merged = desk.merge("/from", "/into");

    assertThat(merged.getJsonArray("pinned"))
        .containsExactlyInAnyOrder(into.get(0), into.get(1), from.get(2));
  }

  @Test
  void aThreadIsNotMergedWithItself() {
    app.postId(comment("/one", "One"));
    desk.change("/one", "key", "/uno");

    for (String same : List.of("/one", "/uno")) {
      Answer refused = TestApp.await(desk.merging("/one", same));
      assertThat(Desk.wrongFields(refused)).containsExactly("into");
    }
    assertThat(Desk.wrongFields(TestApp.await(desk.merging("", "k".repeat(600)))))
        .containsExactly("from", "into");
  }

  @Test
  void aRetryUnderAKeyOfTheThreadThatEndedIsAnsweredAsTheFirst() {
    Map<String, String> key = Map.of("Idempotency-Key", "before-the-merge");
    Answer first = app.post(comment("/from", "Once"), key);
    app.postId(comment("/into", "Other"));
    desk.merge("/from", "/into");

    Answer again = app.post(comment("/from", "Once"), key);

    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(again.json()).isEqualTo(first.json());
  }

  @Test
  void tooManyCommentsAreNotMoved() {
    app.postId(comment("/into", "Other"));
    seed(10_001);

    Answer refused = TestApp.await(desk.merging("/large", "/into"));

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.json().getString("detail")).contains("10000");
  }

  @Test
  void asManyAsMayBeMovedAreMoved() {
    app.postId(comment("/into", "Other"));
    seed(10_000);

    assertThat(desk.merge("/large", "/into").getInteger("commentCount")).isEqualTo(10_001);
    assertThat(count("comments where reply_count <> 0 and")).isZero();
  }

  @Test
  void noPostIsLostWhileThreadsAreMerged() {
    String into = app.postId(comment("/into", "Into"));
    for (int round = 0; round < 10; round++) {
      String from = "/from/" + round;
      String root = app.postId(comment(from, "From"));
      List<Future<Answer>> atOnce = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        atOnce.add(app.posting(comment(from, "Meanwhile"), Map.of()));
        atOnce.add(app.posting(reply(from, root, "Meanwhile"), Map.of()));
        atOnce.add(app.posting(reply("/into", into, "Meanwhile"), Map.of()));
        if (i == 4) {
          atOnce.add(desk.merging(from, "/into"));
        }
      }

      assertThat(TestApp.await(Future.all(atOnce)).<Answer>list())
          .allSatisfy(answer -> assertThat(answer.status()).as(answer.text()).isBetween(200, 201));

      new Counters(app.database()).assertExact(app.site());
    }

    assertThat(count("threads where")).isEqualTo(1);
    assertThat(
            app.get("/counts?thread=/from/3").json().getJsonObject("counts").getInteger("/from/3"))
        .isEqualTo(1 + 10 * 37);
  }

  /** Under numbers that nothing else has. */
  private void seed(int comments) {
    long first = TestApp.unique() * 1_000_000;
    app.database().execute(SEED.formatted(comments, first, app.site()));
    app.database().execute("analyze comments");
  }

  /** Of the site: the condition on it is added. */
  private long count(String rows) {
    return app.database().count("select count(*) from " + rows + " site_id = '" + app.site() + "'");
  }

  private List<String> pinned(String thread, int roots) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < roots; i++) {
      ids.add(app.postId(comment(thread, "Root")));
    }
    desk.change(thread, "pinned", new JsonArray(ids));
    return ids;
  }
}
