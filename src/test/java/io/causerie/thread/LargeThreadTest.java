package io.causerie.thread;

import static io.causerie.testing.TestApp.comment;
import static io.causerie.testing.TestApp.reply;
import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.core.Id;
import io.causerie.testing.Answer;
import io.causerie.testing.ServiceTest;
import io.causerie.testing.TestApp;
import io.causerie.testing.ThreadWalk;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.StringJoiner;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A thread of 2,000 comments, nested up to 8 deep, that is read to its end. */
@ServiceTest
final class LargeThreadTest {
  private static final int COMMENTS = 2_000;
  private static final int DEEPEST = 8;
  private static final String SEED =
      """
      insert into authors values (%2$d, '%1$s', 'guest', 'Ann', now());
      insert into threads (id, site_id, key, created_at, open_since)
      values (%2$d, '%1$s', '/large', now(), now());
      with seeded (path, upvotes, downvotes) as (
        values %3$s
      ), scored as (
        insert into comment_scores (comment_id, thread_id, is_root, upvotes, downvotes)
        select path[cardinality(path)], %2$d, cardinality(path) = 1, upvotes, downvotes
        from seeded where upvotes + downvotes > 0
      )
      insert into comments (id, site_id, thread_id, parent_id, root_id, path, author_id, author_name,
        author_kind, body, body_html, markup_version, status, created_at)
      select path[cardinality(path)], '%1$s', %2$d, path[cardinality(path) - 1], path[1], path, %2$d,
        'Ann', 'guest', 'Hello', '<p>Hello</p>', 1, 'approved', now()
      from seeded
      """;

  private static TestApp app;

  @BeforeAll
  static void seed(TestApp given) {
    app = given;
    long first = 3_000_000_000_000_000_000L + TestApp.unique() * 1_000_000;
    app.database().execute(SEED.formatted(app.site(), first, comments(first)));
  }

  /** One in twenty is a root, the others answer an earlier one; the same tree each time. */
  private static String comments(long first) {
    Random random = new Random(42);
    List<List<Long>> open = new ArrayList<>();
    StringJoiner rows = new StringJoiner(", ");
    for (long id = first + 1; id <= first + COMMENTS; id++) {
      List<Long> path = new ArrayList<>();
      if (!open.isEmpty() && random.nextInt(20) > 0) {
        path.addAll(open.get(random.nextInt(open.size())));
      }
      path.add(id);
      if (path.size() <= DEEPEST) {
        open.add(path);
      }
      rows.add("(array%s, %d, %d)".formatted(path, random.nextInt(5), random.nextInt(5)));
    }
    return rows.toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"newest", "oldest", "best"})
  void everyCommentIsReachedOnce(String sort) {
    List<String> seeded = seeded();

    List<String> read = new ThreadWalk(app, "/large", sort).ids();

    assertThat(seeded).hasSize(COMMENTS);
    assertThat(read).doesNotHaveDuplicates().containsAll(seeded);
  }

  @ParameterizedTest
  @ValueSource(strings = {"newest", "oldest", "best"})
  void everyCommentIsReachedOnceWhileOthersPost(String sort) {
    List<String> seeded = seeded();
    List<Future<Answer>> posting = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      String parent = seeded.get(i * 30);
      posting.add(app.posting(
          i % 2 == 0 ? comment("/large", "New") : reply("/large", parent, "New"), Map.of()));
    }

    List<String> read = new ThreadWalk(app, "/large", sort).ids();

    assertThat(TestApp.await(Future.all(posting)).<Answer>list())
        .allSatisfy(posted -> assertThat(posted.status()).isEqualTo(201));
    assertThat(read).doesNotHaveDuplicates().containsAll(seeded);
  }

  @Test
  void rootsAreInTheOrderOfTheirTime() {
    List<String> newest = roots("newest");
    List<String> oldest = roots("oldest");

    assertThat(newest).isSortedAccordingTo(Comparator.reverseOrder());
    assertThat(oldest).isSortedAccordingTo(Comparator.naturalOrder());
    assertThat(newest).containsExactlyInAnyOrderElementsOf(oldest);
  }

  @Test
  void aReplyFollowsWhatItAnswers() {
    List<String> read = new ThreadWalk(app, "/large", "oldest").ids();
    Map<String, Integer> idToPlace = new HashMap<>();
    for (int place = 0; place < read.size(); place++) {
      idToPlace.put(read.get(place), place);
    }

    app.database()
        .rows("select id, parent_id from comments where parent_id is not null" + ofSite())
        .forEach(row -> assertThat(idToPlace.get(Id.format(row.getLong("id"))))
            .isGreaterThan(idToPlace.get(Id.format(row.getLong("parent_id")))));
  }

  private static List<String> seeded() {
    return app
        .database()
        .rows("select id from comments where body = 'Hello'" + ofSite() + " order by id")
        .stream()
        .map(row -> Id.format(row.getLong("id")))
        .toList();
  }

  private static List<String> roots(String sort) {
    List<String> roots =
        app.database().rows("select id from comments where parent_id is null" + ofSite()).stream()
            .map(row -> Id.format(row.getLong("id")))
            .toList();
    return new ThreadWalk(app, "/large", sort)
        .ids().stream().filter(roots::contains).toList();
  }

  private static String ofSite() {
    return " and site_id = '" + app.site() + "'";
  }
}
