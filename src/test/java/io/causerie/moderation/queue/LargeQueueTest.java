package io.causerie.moderation.queue;

import static io.causerie.testing.TestApp.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.core.Id;
import io.causerie.testing.Answer;
import io.causerie.testing.ServiceTest;
import io.causerie.testing.TestApp;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the team reads is bounded in bytes, and nothing is lost where it ends. */
@ServiceTest
final class LargeQueueTest {
  private static final int LARGEST_ANSWER = 1024 * 1024;
  private static final int COMMENTS = 100;

  /** A line of comments, each the answer to the one before. */
  private static final String SEED =
      """
      insert into authors values (%1$d, '%2$s', 'guest', 'Ann', now());
      insert into threads (id, site_id, key, created_at, open_since)
      select %1$d + n, '%2$s', '/' || n, now(), now() from generate_series(1, 100) n;
      insert into thread_aliases (site_id, key, thread_id, former_thread)
      select '%2$s', '/' || t || '/' || n || repeat('x', 490), %1$d + t, %1$d + 1000 * t + n
      from generate_series(1, 100) t, generate_series(1, 30) n;
      insert into comments (id, site_id, thread_id, parent_id, root_id, path, author_id, author_name,
        author_kind, body, body_html, markup_version, status, created_at)
      select %1$d + n, '%2$s', %1$d + 1, %1$d + nullif(n - 1, 0), %1$d + 1,
        array(select %1$d + generate_series(1, n)), %1$d, 'Ann', 'guest',
        repeat('\\', 10000), '<p>' || repeat('\\', 30000) || '</p>', 1, 'approved', now()
      from generate_series(1, 100) n;
      """;

  private static TestApp app;

  /** The numbers after it are of nothing else. */
  private static long before;

  @BeforeAll
  static void seed(TestApp given) {
    app = given;
    before = TestApp.unique() * 1_000_000;
    app.database().execute(SEED.formatted(before, app.site()));
  }

  @ParameterizedTest
  @CsvSource({"newest,html", "newest,nodes", "oldest,html", "oldest,nodes"})
  void everyCommentOfTheQueueIsReachedOnce(String sort, String format) {
    List<String> read =
        walk("/moderation/comments?limit=100&sort=" + sort + "&body=" + format, "comments");

    assertThat(read).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(ids());
  }

  @Test
  void everyThreadIsReachedOnce() {
    assertThat(walk("/moderation/threads?limit=100", "threads"))
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(ids());
  }

  @ParameterizedTest
  @ValueSource(strings = {"html", "nodes"})
  void ofManyLargeAncestorsTheNearestHaveTheirBodies(String format) {
    for (String path : List.of("", "/context")) {
      Answer answer = bounded(
          "/moderation/comments/" + Id.format(before + COMMENTS) + path + "?body=" + format);

      List<Boolean> leftOut = objects(answer.json().getJsonArray("ancestors"))
          .map(ancestor -> ancestor.getBoolean("bodyLeftOut", false))
          .toList();
      assertThat(leftOut).hasSize(COMMENTS - 1).contains(true, false);
      assertThat(leftOut).isSortedAccordingTo((a, b) -> b.compareTo(a));
    }
  }

  private static List<String> walk(String path, String field) {
    List<String> read = new ArrayList<>();
    @Nullable String after = "";
    int pages = 0;
    while (after != null) {
      JsonObject page = bounded(path + after).json();
      objects(page.getJsonArray(field)).map(one -> one.getString("id")).forEach(read::add);
      @Nullable String next = page.getString("next");
      after = next == null ? null : "&after=" + next;
      pages++;
    }
    assertThat(pages).isGreaterThan(1);
    return read;
  }

  private static Answer bounded(String path) {
    Answer answer = app.get(path, ADMIN);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().length()).isLessThanOrEqualTo(LARGEST_ANSWER);
    return answer;
  }

  private static List<String> ids() {
    return LongStream.rangeClosed(before + 1, before + COMMENTS)
        .mapToObj(Id::format)
        .toList();
  }

  private static Stream<JsonObject> objects(JsonArray array) {
    return array.stream().map(JsonObject.class::cast);
  }
}
