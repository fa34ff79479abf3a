package io.causerie.thread;

import static io.causerie.testing.TestApp.comment;
import static io.causerie.testing.TestApp.id;
import static io.causerie.testing.TestApp.reply;
import static io.causerie.testing.TestApp.token;
import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.testing.Answer;
import io.causerie.testing.Counters;
import io.causerie.testing.Desk;
import io.causerie.testing.ServiceTest;
import io.causerie.testing.TestApp;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A thread that is renamed answers to what it was called before. */
@ServiceTest
final class ThreadAliasTest {
  private final TestApp app;
  private final Desk desk;

  ThreadAliasTest(TestApp app) {
    this.app = app;
    desk = new Desk(app);
  }

  @Test
  void bothKeysAnswerTheSameThreadEverywhere() {
    Answer root = app.post(comment("/old", "Root"));
    app.postId(reply("/old", id(root), "Reply"));
    for (String path : List.of(
        "/comments?thread=/old",
        "/comments?thread=/new",
        "/counts?thread=/new",
        "/comments/" + id(root) + "/replies",
        "/comments/" + id(root))) {
      assertThat(app.get(path).status()).isEqualTo(200);
    }

    JsonObject renamed = desk.change("/old", "key", "/new");

    assertThat(renamed.getString("key")).isEqualTo("/new");
    assertThat(renamed.getJsonArray("aliases")).containsExactly("/old");
    assertThat(app.get("/counts?thread=/old&thread=/new").json().getJsonObject("counts"))
        .isEqualTo(new JsonObject().put("/old", 2).put("/new", 2));
    for (String key : List.of("/old", "/new")) {
      JsonObject page = app.page(key, "");
      assertThat(page.getJsonObject("thread").getString("key")).isEqualTo("/new");
      assertThat(page.getJsonArray("comments")).hasSize(1);
      Map<String, String> bearer = Map.of("Authorization", "Bearer " + token(root));
      assertThat(app.get("/me?thread=" + key, bearer).json().getJsonArray("own"))
          .containsExactly(id(root));
      assertThat(desk.get("/threads?thread=" + key).json().getJsonArray("threads"))
          .containsExactly(renamed);
    }
    assertThat(app.get("/comments/" + id(root)).json().getString("thread")).isEqualTo("/new");
  }

  @Test
  void aPostUnderEitherKeyIsInTheOneThreadAtOnce() {
    String root = app.postId(comment("/old", "Root"));
    desk.change("/old", "key", "/new");
    for (String key : List.of("/old", "/new")) {
      app.page(key, "");
      app.get("/counts?thread=" + key);
    }

    for (String key : List.of("/new", "/old")) {
      app.postId(comment(key, "Another"));
      app.postId(reply(key, root, "Reply"));
    }

    assertThat(app.get("/counts?thread=/old&thread=/new").json().getJsonObject("counts"))
        .isEqualTo(new JsonObject().put("/old", 5).put("/new", 5));
    assertThat(app.page("/old", "")).isEqualTo(app.page("/new", ""));
    assertThat(app.get("/comments/" + root + "/replies").json().getJsonArray("comments"))
        .hasSize(2);
    assertThat(threads()).isEqualTo(1);
  }

  @Test
  void whoReadsOnWithTheOldKeyGoesOn() {
    for (int i = 0; i < 5; i++) {
      app.postId(comment("/old", "Root"));
    }
    JsonObject first = app.page("/old", "&limit=2");

    desk.change("/old", "key", "/new");
    JsonObject second = app.page("/old", "&limit=3&after=" + first.getString("next"));

    assertThat(second.getJsonArray("comments")).hasSize(3);
    assertThat(second.getString("next")).isNull();
  }

  @Test
  void aRetryUnderTheOldKeyIsAnsweredAsTheFirst() {
    Map<String, String> key = Map.of("Idempotency-Key", "before-the-rename");
    Answer first = app.post(comment("/old", "Once"), key);
    desk.change("/old", "key", "/new");

    Answer again = app.post(comment("/old", "Once"), key);

    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(again.json()).isEqualTo(first.json());
  }

  @Test
  void ofTwoAddressesOfOnePageTheNormalFormIsTheKey() {
    app.postId(comment("/old", "Root"));

    JsonObject renamed = desk.change("/old", "key", "http://Blog.example/a/?utm_source=x#top");

    assertThat(renamed.getString("key")).isEqualTo("https://blog.example/a");
  }

  @Test
  void aKeyThatAnotherThreadHasIsAConflict() {
    app.postId(comment("/one", "One"));
    app.postId(comment("/two", "Two"));
    desk.change("/two", "key", "/second");

    for (String taken : List.of("/two", "/second")) {
      Answer refused =
          desk.patch("/threads", new JsonObject().put("thread", "/one").put("key", taken));
      assertThat(refused.status()).isEqualTo(409);
      assertThat(refused.json().getString("detail")).contains("merge");
    }
    assertThat(app.page("/one", "").getJsonObject("thread").getString("key")).isEqualTo("/one");
  }

  @Test
  void aFormerKeyOfItsOwnIsTakenBack() {
    app.postId(comment("/old", "Root"));
    desk.change("/old", "key", "/new");

    JsonObject back = desk.change("/new", "key", "/old");

    assertThat(back.getString("key")).isEqualTo("/old");
    assertThat(back.getJsonArray("aliases")).containsExactly("/new");
    assertThat(app.page("/new", "").getJsonObject("thread").getString("key")).isEqualTo("/old");
  }

  @Test
  void aThreadCannotCollectKeysWithoutEnd() {
    app.postId(comment("/many", "Root"));
    app.database()
        .execute("insert into thread_aliases (site_id, key, thread_id)"
            + " select t.site_id, '/many/' || n, t.id from threads t, generate_series(1, 100) n"
            + " where t.site_id = '" + app.site() + "'");

    Answer refused =
        desk.patch("/threads", new JsonObject().put("thread", "/many").put("key", "/more"));

    assertThat(refused.status()).isEqualTo(409);
    assertThat(desk.change("/many", "key", "/many/1").getString("key")).isEqualTo("/many/1");
  }

  @Test
  void noPostIsLostWhileTheThreadIsRenamed() {
    app.postId(comment("/0", "Root"));
    List<Future<Answer>> posting = new ArrayList<>();
    for (int name = 1; name <= 20; name++) {
      for (int i = 0; i < 5; i++) {
        posting.add(app.posting(comment("/0", "Meanwhile"), Map.of()));
      }
      JsonObject rename = new JsonObject().put("thread", "/0").put("key", "/" + name);
      posting.add(desk.sending(HttpMethod.PATCH, "/threads", rename));
    }

    assertThat(TestApp.await(Future.all(posting)).<Answer>list())
        .allSatisfy(answer -> assertThat(answer.status()).as(answer.text()).isBetween(200, 201));

    assertThat(app.get("/counts?thread=/0&thread=/20").json().getJsonObject("counts"))
        .isEqualTo(new JsonObject().put("/0", 101).put("/20", 101));
    assertThat(threads()).isEqualTo(1);
    new Counters(app.database()).assertExact(app.site());
  }

  private long threads() {
    return app.database()
        .count("select count(*) from threads where site_id = '" + app.site() + "'");
  }
}
