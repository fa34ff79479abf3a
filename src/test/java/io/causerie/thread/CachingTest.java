package io.causerie.thread;

import static io.causerie.testing.TestApp.comment;
import static io.causerie.testing.TestApp.id;
import static io.causerie.testing.TestApp.pagePath;
import static io.causerie.testing.TestApp.reply;
import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.testing.Answer;
import io.causerie.testing.ServiceTest;
import io.causerie.testing.TestApp;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

// One of them takes the tables away.
@ServiceTest(alone = true)
final class CachingTest {
  private static final Map<String, String> GZIP = Map.of("Accept-Encoding", "br, gzip;q=0.8");
  private static TestApp app;

  @BeforeAll
  static void start(TestApp given) {
    app = given;
  }

  @Test
  void aFolderIsFoundWithoutTheSlashAtItsEnd() {
    Answer answer = app.send(HttpMethod.GET, "/moderation", Map.of(), null);

    assertThat(answer.status()).isEqualTo(308);
    assertThat(answer.header("Location")).isEqualTo("/moderation/");
  }

  @Test
  void whoHasTheAnswerAlreadyGets304() {
    String root = app.postId(comment("/etag", "Root"));
    for (String path : List.of(
        pagePath("/etag"),
        "/counts?thread=/etag",
        "/comments/" + root,
        "/comments/" + root + "/replies")) {
      Answer first = app.get(path);
      String tag = String.valueOf(first.header("ETag"));

      Answer second = app.get(path, Map.of("If-None-Match", "\"other\", " + tag));

      assertThat(tag).as(path).matches("\"[^\"]+\"");
      assertThat(second.status()).as(path).isEqualTo(304);
      assertThat(second.body().length()).as(path).isZero();
      assertThat(second.header("ETag")).as(path).isEqualTo(tag);
    }
  }

  @Test
  void aChangeChangesTheTag() {
    app.post(comment("/changes", "1"));
    String before = String.valueOf(app.get(pagePath("/changes")).header("ETag"));
    app.post(comment("/changes", "2"));

    Answer after = app.get(pagePath("/changes"), Map.of("If-None-Match", before));

    assertThat(after.status()).isEqualTo(200);
    assertThat(after.header("ETag")).isNotEqualTo(before);
  }

  @Test
  void gzipHoldsTheSameBytes() throws IOException {
    app.post(comment("/gzip", "Long enough to be worth it. ".repeat(40)));

    Answer plain = app.get(pagePath("/gzip"));
    Answer gzip = app.get(pagePath("/gzip"), GZIP);

    assertThat(plain.header("Content-Encoding")).isNull();
    assertThat(gzip.header("Content-Encoding")).isEqualTo("gzip");
    assertThat(gzip.header("ETag")).isNotEqualTo(plain.header("ETag"));
    assertThat(unzip(gzip)).isEqualTo(plain.body().getBytes());
    assertThat(app.get(pagePath("/gzip"), Map.of("Accept-Encoding", "gzip;q=0")).text())
        .isEqualTo(plain.text());
  }

  @Test
  void aSmallAnswerIsCompressedTooWhenAsked() throws IOException {
    for (String path : List.of(pagePath("/nobody-said-anything"), "/counts?thread=/nobody")) {
      Answer gzip = app.get(path, GZIP);

      assertThat(gzip.header("Content-Encoding")).as(path).isEqualTo("gzip");
      assertThat(unzip(gzip)).as(path).isEqualTo(app.get(path).body().getBytes());
    }
  }

  @Test
  void aHeadIsAnsweredLikeAGetWithoutItsBody() {
    app.post(comment("/head", "1"));
    String target = app.path() + pagePath("/head");

    Answer head = app.send(HttpMethod.HEAD, target, Map.of(), null);

    assertThat(head.status()).isEqualTo(200);
    assertThat(head.body().length()).isZero();
    assertThat(head.header("ETag")).isEqualTo(app.get(pagePath("/head")).header("ETag"));
  }

  @Test
  void aReaderSeesTheirOwnPostAtOnce() {
    String root = app.postId(comment("/own", "Root"));
    for (int posts = 2; posts <= 40; posts++) {
      String reply = app.postId(reply("/own", root, "Reply"));

      assertThat(app.get("/comments/" + root + "/replies?limit=100").text()).contains(reply);
      assertThat(app.page("/own", "").getJsonObject("thread").getInteger("commentCount"))
          .isEqualTo(posts);
      assertThat(app.get("/counts?thread=/own").json().getJsonObject("counts").getInteger("/own"))
          .isEqualTo(posts);
    }
  }

  @Test
  void noPageIsStaleAfterAThousandRacingPostsAndReads() {
    List<Future<Answer>> racers = new ArrayList<>();
    for (int racer = 0; racer < 10; racer++) {
      racers.add(race(50));
    }

    TestApp.await(Future.all(racers));

    assertThat(app.page("/race", "").getJsonObject("thread").getInteger("commentCount"))
        .isEqualTo(500);
  }

  /** Posts and reads in turn: each read must have what was posted just before. */
  private static Future<Answer> race(int turns) {
    return app.posting(comment("/race", "Faster"), Map.of())
        .compose(posted -> app.getting(pagePath("/race") + "&limit=100", Map.of())
            .map(page -> assertHas(page, id(posted))))
        .compose(page -> turns > 1 ? race(turns - 1) : Future.succeededFuture(page));
  }

  private static Answer assertHas(Answer page, String id) {
    assertThat(page.text()).contains(id);
    return page;
  }

  @Test
  void aCachedPageNeedsNoDatabase() {
    app.post(comment("/cached", "1"));
    // What the follower of events has not heard by now shall not drop the page later.
    app.database().execute("delete from events");
    String page = app.get(pagePath("/cached")).text();
    String counts = app.get("/counts?thread=/cached").text();
    app.database()
        .execute("alter table comments rename to comments_away;"
            + "alter table threads rename to threads_away");

    try {
      assertThat(app.get(pagePath("/uncached")).status()).isGreaterThanOrEqualTo(500);
      assertThat(app.get(pagePath("/cached")).text()).isEqualTo(page);
      assertThat(app.get("/counts?thread=/cached").text()).isEqualTo(counts);
    } finally {
      app.database()
          .execute("alter table comments_away rename to comments;"
              + "alter table threads_away rename to threads");
    }
  }

  private static byte[] unzip(Answer answer) throws IOException {
    return new GZIPInputStream(new ByteArrayInputStream(answer.body().getBytes())).readAllBytes();
  }
}
