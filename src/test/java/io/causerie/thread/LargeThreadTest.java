package io.causerie.thread;

import static io.causerie.testing.TestApp.comment;
import static io.causerie.testing.TestApp.reply;
import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.db.Id;
import io.causerie.testing.Answer;
import io.causerie.testing.TestApp;
import io.causerie.testing.ThreadWalk;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A thread of 2,000 comments, nested up to 8 deep, that is read to its end. */
final class LargeThreadTest {
  private static final int COMMENTS = 2_000;
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
        values (1, 'blog', '/large', now(), now());
        for i in 1..2000 loop
          next_id := first_id + i;
          parent := null;
          if random() > 0.05 then
            select c.* into parent from comments c
            where c.id >= first_id + (random() * i)::int and c.depth < 8 order by c.id limit 1;
          end if;
          insert into comments (id, site_id, thread_id, parent_id, root_id, path, author_id,
            author_name, author_kind, body, body_html, markup_version, status, upvotes, downvotes,
            created_at)
          values (next_id, 'blog', 1, parent.id, coalesce(parent.root_id, next_id),
            parent.path || next_id, 1, 'Ann', 'guest', 'Hello', '<p>Hello</p>', 1, 'approved',
            (random() * 4)::int, (random() * 4)::int, now());
        end loop;
      end $$
      """;

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
        .rows("select id, parent_id from comments where parent_id is not null")
        .forEach(row -> assertThat(idToPlace.get(Id.format(row.getLong("id"))))
            .isGreaterThan(idToPlace.get(Id.format(row.getLong("parent_id")))));
  }

  private static List<String> seeded() {
    return app.database().rows("select id from comments where body = 'Hello' order by id").stream()
        .map(row -> Id.format(row.getLong("id")))
        .toList();
  }

  private static List<String> roots(String sort) {
    List<String> roots =
        app.database().rows("select id from comments where parent_id is null").stream()
            .map(row -> Id.format(row.getLong("id")))
            .toList();
    return new ThreadWalk(app, "/large", sort)
        .ids().stream().filter(roots::contains).toList();
  }
}
