package io.causerie.upkeep;

import static io.causerie.testing.TestApp.ADMIN;
import static io.causerie.testing.TestApp.comment;
import static io.causerie.testing.TestApp.encode;
import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.core.Id;
import io.causerie.testing.Counters;
import io.causerie.testing.Eventually;
import io.causerie.testing.LogLines;
import io.causerie.testing.ServiceTest;
import io.causerie.testing.TestApp;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Comments that were written when the search knew less. */
// What is done at a start concerns every site of the database.
@ServiceTest(alone = true)
final class ReindexTest {
  private final TestApp app;

  ReindexTest(TestApp app) {
    this.app = app;
  }

  @Test
  void olderCommentsAreFoundLikeNewOnesSomeTimeAfterAStart() {
    String first = app.postId(comment("/older", "人工智能改变世界"));
    app.postId(comment("/older", "Strasse"));
    copies(first, 450);
    assertThat(found("智能")).isEqualTo(50);
    forget();
    app.restart();

    Eventually.is("all are found by their pairs", () -> old() == 0);

    assertThat(found("智能")).isEqualTo(50);
    assertThat(found("straße")).isEqualTo(1);
    assertThat(app.database()
            .count("select count(*) from comment_search where words @@ to_tsquery('simple', '智能')"))
        .isEqualTo(451);
    new Counters(app.database()).assertExact();
  }

  @Test
  void whatWasDoneBeforeACrashIsNotDoneAgain() {
    String done = app.postId(comment("/crash", "Done"));
    app.postId(comment("/crash", "Not done"));
    forget();
    app.database()
        .execute("update comment_search set version = 1 where comment_id = " + Id.parse(done));

    app.restart();

    Eventually.is("the rest is done", () -> old() == 0);
    assertThat(found("crashed")).isEqualTo(1);
    assertThat(found("not")).isEqualTo(1);
  }

  @Test
  void aCommentThatCannotBeDoneHoldsUpNoOther() {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      ids.add(app.postId(comment("/bad", "Word")));
    }
    forget();
    app.database()
        .execute(
            """
            create function refuse() returns trigger language plpgsql as
              $$ begin raise exception 'on purpose'; end $$;
            create trigger refuse before update on comment_search for each row when (old.comment_id = %d)
              execute function refuse()
            """
                .formatted(Id.parse(ids.get(1))));

    try (LogLines log = LogLines.of(Reindex.class)) {
      app.restart();
      Eventually.is("the end of it is told", () -> log.told()
          .contains("ERROR 1 comments could not be made findable; the next start tries again"));

      assertThat(log.told())
          .contains("ERROR the comment " + ids.get(1) + " cannot be made findable");
    }
    assertThat(found("word")).isEqualTo(2);
    assertThat(old()).isEqualTo(1);
  }

  /** Leaves a word in each that is not its own, by which is seen what was not made anew. */
  private void forget() {
    app.database()
        .execute("update comment_search set words = to_tsvector('simple', 'crashed'), version = 0");
  }

  private long old() {
    return app.database().count("select count(*) from comment_search where version = 0");
  }

  private int found(String typed) {
    return app.get("/moderation/comments?limit=50&q=" + encode(typed), ADMIN)
        .json()
        .getJsonArray("comments")
        .size();
  }

  private void copies(String id, int count) {
    app.database()
        .execute(
            """
            insert into comments (id, site_id, thread_id, root_id, path, author_id, author_name,
              author_kind, body, body_html, markup_version, status, created_at)
            select id + n, site_id, thread_id, id + n, array[id + n], author_id, author_name,
              author_kind, body, body_html, markup_version, status, created_at
            from comments, generate_series(1, %1$d) n
            where id = %2$d;
            insert into comment_search (comment_id, site_id, words, version)
            select comment_id + n, site_id, words, version
            from comment_search, generate_series(1, %1$d) n
            where comment_id = %2$d
            """
                .formatted(count, Id.parse(id)));
  }
}
