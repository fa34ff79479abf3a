package io.causerie.comment;

import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.db.Id;
import io.causerie.testing.Answer;
import io.causerie.testing.Team;
import io.causerie.testing.TestApp;
import io.causerie.testing.ThreadWalk;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers with large comments are bounded in bytes, and nothing is lost where they end. */
final class LargeCommentsTest {
  private static final int LARGEST_ANSWER = 256 * 1024;

  /** Each dear in another way: to the database, in JSON, as nodes, not at all. */
  private static final String BODIES =
      """
      (array['<p>' || repeat('&amp;', 13000) || '</p>', '<p>' || repeat('\\', 65000) || '</p>',
        '<p>' || repeat(E'a<br>\\n', 10900) || '</p>', '<p>' || repeat(U&'\\4E2D', 21000) || '</p>', '<p>Hello</p>'])
      """;

  private static final String SEED =
      """
      do $$
      declare
        first_id constant bigint := 3000000000000000000;
        next_id bigint;
        parent comments;
      begin
        perform setseed(0.42);
        insert into authors values (1, 'blog', 'guest', 'Ann', now());
        insert into threads (id, site_id, key, created_at, open_since)
        values (1, 'blog', '/large', now(), now()), (2, 'blog', '/deep', now(), now());
        for i in 1..300 loop
          next_id := first_id + i;
          parent := null;
          if i > 200 or random() > 0.3 then
            select c.* into parent from comments c
            where c.id >= first_id + case when i > 200 then i - 1 else (random() * i)::int end
              and c.thread_id = case when i > 200 then 2 else 1 end order by c.id limit 1;
          end if;
          insert into comments (id, site_id, thread_id, parent_id, root_id, path, author_id,
            author_name, author_kind, body, body_html, markup_version, status, upvotes, downvotes,
            pinned, created_at)
          values (next_id, 'blog', case when i > 200 then 2 else 1 end, parent.id,
            coalesce(parent.root_id, next_id), parent.path || next_id, 1, 'Ann', 'guest', 'Hello',
            %s[1 + i %% 5], 1, 'approved', (random() * 4)::int, (random() * 4)::int,
            parent.id is null and i %% 9 = 0, now());
        end loop;
        update comments set status = 'deleted' where id = first_id + 10;
      end $$
      """
          .formatted(BODIES);

  private static TestApp app;

  @BeforeAll
  static void start() {
    app = TestApp.start();
    app.database().execute(SEED);
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  @ParameterizedTest
  @CsvSource({
    "newest,html",
    "newest,nodes",
    "oldest,html",
    "oldest,nodes",
    "best,html",
    "best,nodes"
  })
  void everyCommentIsReachedOnceInAnswersOfBoundedSize(String sort, String format) {
    for (String thread : List.of("/large", "/deep")) {
      var walk = new ThreadWalk(app, thread, sort, 100, "&body=" + format, new ArrayList<>());

      List<String> read = walk.ids();

      assertThat(read).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(visible(thread));
      assertThat(walk.answers()).hasSizeGreaterThan(10).allSatisfy(LargeCommentsTest::isBounded);
    }
  }

  @Test
  void aPageIsAsFullAsItMayBe() {
    Answer page = app.get(TestApp.pagePath("/large") + "&limit=100");

    assertThat(page.body().length()).isGreaterThan(LARGEST_ANSWER - 140_000);
    assertThat(page.json().getString("next")).isNotNull();
  }

  @Test
  void repliesThatDoNotFitAreLeftToTheBranch() {
    JsonObject root = app.page("/deep", "&limit=1").getJsonArray("comments").getJsonObject(0);

    assertThat(root.getJsonArray("replies").size()).isBetween(1, 4);
    assertThat(root.getString("nextReplies")).isNotNull();
  }

  @Test
  void aCommentLargerThanAnAnswerIsReachedAlone() {
    app.database()
        .execute(
            """
            insert into threads (id, site_id, key, created_at, open_since)
            values (3, 'blog', '/old', now(), now());
            insert into comments (id, site_id, thread_id, root_id, path, author_id, author_name,
              author_kind, body, body_html, markup_version, status, created_at)
            select n, 'blog', 3, n, array[n], 1, 'Ann', 'guest', 'Hello',
              '<p>' || repeat('&amp;', 100000) || '</p>', 1, 'approved', now()
            from generate_series(1, 3) n
            """);
    var walk = new ThreadWalk(app, "/old", "newest", 20, "", new ArrayList<>());

    assertThat(walk.ids()).containsExactly(Id.format(3), Id.format(2), Id.format(1));
    assertThat(walk.answers()).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"html", "nodes"})
  void ofManyLargeAncestorsTheNearestHaveTheirBodies(String format) {
    List<String> line = visible("/deep");
    String deepest = line.get(line.size() - 1);

    Answer permalink = app.get("/comments/" + deepest + "?body=" + format);

    isBounded(permalink);
    List<JsonObject> ancestors =
        objects(permalink.json().getJsonArray("ancestors")).toList();
    assertThat(ancestors.stream().map(ancestor -> ancestor.getString("id")))
        .containsExactlyElementsOf(line.subList(0, line.size() - 1));
    List<Boolean> leftOut = ancestors.stream()
        .map(ancestor -> ancestor.getBoolean("bodyLeftOut", false))
        .toList();
    assertThat(leftOut).contains(true, false).isSortedAccordingTo((a, b) -> b.compareTo(a));
    assertThat(ancestors).allSatisfy(ancestor -> assertThat(isEmpty(ancestor))
        .isEqualTo(ancestor.getBoolean("bodyLeftOut", false)));
  }

  @Test
  void whatWaitsForItsAuthorIsBoundedAndTheNewestComeFirst() {
    Answer first = app.post(TestApp.comment("/waiting", "Hello"));
    for (int i = 0; i < 30; i++) {
      assertThat(app.post(
                  TestApp.comment("/waiting", i + "&".repeat(9_000)),
                  Team.bearer(TestApp.token(first)))
              .status())
          .isEqualTo(201);
    }
    app.database().execute("update comments set status = 'pending' where body like '%&&&'");

    Answer me = app.get("/me?thread=/waiting", Team.bearer(TestApp.token(first)));

    isBounded(me);
    List<String> own =
        me.json().getJsonArray("own").stream().map(String::valueOf).toList();
    List<String> pending = objects(me.json().getJsonArray("pending"))
        .map(comment -> comment.getString("id"))
        .toList();
    assertThat(own).hasSize(31);
    assertThat(pending).hasSizeBetween(4, 29).isEqualTo(own.subList(0, pending.size()));
    assertThat(me.json().getBoolean("morePending")).isTrue();
  }

  @Test
  void aLargeAnswerIsTheSameForHeadAndGoneWhenItIsKnown() {
    String path = TestApp.pagePath("/large") + "&limit=100";
    Answer page = app.get(path);

    assertThat(page.header("Content-Length"))
        .isEqualTo(String.valueOf(page.body().length()));
    assertThat(app.get(path, Map.of("If-None-Match", String.valueOf(page.header("ETag"))))
            .status())
        .isEqualTo(304);
  }

  private static void isBounded(Answer answer) {
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().length()).isLessThanOrEqualTo(LARGEST_ANSWER);
  }

  private static boolean isEmpty(JsonObject comment) {
    return comment.containsKey("body")
        ? comment.getJsonArray("body").isEmpty()
        : comment.getString("bodyHtml").isEmpty();
  }

  private static Stream<JsonObject> objects(JsonArray array) {
    return array.stream().map(JsonObject.class::cast);
  }

  private static List<String> visible(String thread) {
    return app
        .database()
        .rows("select c.id from comments c join threads t on t.id = c.thread_id"
            + " where t.key = '%s' and is_visible(c.status, c.reply_count) order by c.id"
                .formatted(thread))
        .stream()
        .map(row -> Id.format(row.getLong("id")))
        .toList();
  }
}
