package io.causerie.posting;

import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.core.Id;
import io.causerie.testing.Answer;
import io.causerie.testing.Planted;
import io.causerie.testing.ServiceTest;
import io.causerie.testing.Team;
import io.causerie.testing.TestApp;
import io.causerie.testing.ThreadWalk;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers with large comments are bounded in bytes, and nothing is lost where they end. */
@ServiceTest
final class LargeCommentsTest {
  private static final int LARGEST_ANSWER = 256 * 1024;

  /** Each dear in another way: to the database, in JSON, as nodes, not at all. */
  private static final String BODIES =
      """
      (array['<p>' || repeat('&amp;', 13000) || '</p>', '<p>' || repeat('\\', 65000) || '</p>',
        '<p>' || repeat(E'a<br>\\n', 10900) || '</p>', '<p>' || repeat(U&'\\4E2D', 21000) || '</p>', '<p>Hello</p>'])
      """;

  private static final int IN_LARGE = 70;

  private static final int IN_DEEP = 30;

  /** A tree in one thread, and a line in the other, each the answer to the one before. */
  private static final String SEED =
      """
      do $$
      declare
        first_id constant bigint := %1$d;
        parent bigint;
      begin
        perform setseed(0.42);
        for i in 1..%4$d + %5$d loop
          parent := null;
          if i > %4$d or random() > 0.3 then
            select c.id into parent from comments c
            where c.id >= first_id + case when i > %4$d then i - 1 else (random() * i)::int end
              and c.thread_id = case when i > %4$d then %3$d else %2$d end
            order by c.id limit 1;
          end if;
          perform pg_temp.plant(first_id + i, case when i > %4$d then %3$d else %2$d end, parent,
            %6$s[1 + i %% 5], (random() * 4)::int, (random() * 4)::int,
            parent is null and i %% 9 = 0);
        end loop;
        update comments set status = 'deleted' where id = first_id + 10;
      end $$
      """;

  private static TestApp app;
  private static Planted planted;

  @BeforeAll
  static void start(TestApp given) {
    app = given;
    planted = Planted.on(app);
    planted.run(SEED.formatted(
        planted.first() + 1_000,
        planted.thread(1, "/large"),
        planted.thread(2, "/deep"),
        IN_LARGE,
        IN_DEEP,
        BODIES));
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
      assertThat(walk.answers()).hasSizeGreaterThan(5).allSatisfy(LargeCommentsTest::isBounded);
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
    long thread = planted.thread(3, "/old");
    planted.run(
        "select pg_temp.plant(%1$d + n, %1$d, null, '<p>' || repeat('&amp;', 100000) || '</p>')"
                .formatted(thread)
            + " from generate_series(1, 3) n");
    var walk = new ThreadWalk(app, "/old", "newest", 20, "", new ArrayList<>());

    assertThat(walk.ids())
        .containsExactly(Id.format(thread + 3), Id.format(thread + 2), Id.format(thread + 1));
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
    for (int i = 0; i < 10; i++) {
      assertThat(
              app.post(TestApp.comment("/waiting", "More " + i), Team.bearer(TestApp.token(first)))
                  .status())
          .isEqualTo(201);
    }
    app.database()
        .execute(
            """
            update comments set status = 'pending',
              body_html = '<p>' || repeat('&amp;', 9000) || '</p>'
            where body like 'More %%' and site_id = '%s'
            """
                .formatted(app.site()));

    Answer me = app.get("/me?thread=/waiting", Team.bearer(TestApp.token(first)));

    isBounded(me);
    List<String> own =
        me.json().getJsonArray("own").stream().map(String::valueOf).toList();
    List<String> pending = objects(me.json().getJsonArray("pending"))
        .map(comment -> comment.getString("id"))
        .toList();
    assertThat(own).hasSize(11);
    assertThat(pending).hasSizeBetween(4, 9).isEqualTo(own.subList(0, pending.size()));
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
    String visible =
        """
        select c.id from comments c join threads t on t.id = c.thread_id
        where t.site_id = '%s' and t.key = '%s' and c.is_public
        order by c.id
        """
            .formatted(app.site(), thread);
    return app.database().rows(visible).stream()
        .map(row -> Id.format(row.getLong("id")))
        .toList();
  }
}
