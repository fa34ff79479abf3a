package io.causerie;

import static io.causerie.testing.TestApp.comment;
import static io.causerie.testing.TestApp.reply;
import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.core.Id;
import io.causerie.testing.Answer;
import io.causerie.testing.PublicWalk;
import io.causerie.testing.PublicWalk.Seen;
import io.causerie.testing.ServiceTest;
import io.causerie.testing.Team;
import io.causerie.testing.TestApp;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is not approved leaves no trace in anything that the public gets. */
// It restarts the service so that nothing is cached, and breaks the schema.
@ServiceTest(alone = true)
final class VisibilityTest {
  private static final String NOBODYS = "0000000000001";
  private static final List<String> THREADS = List.of("/busy", "/quiet", "/hidden", "/nothing");

  /** Every way of not being approved. */
  private static final List<String> HIDDEN = List.of(
      "'pending', false",
      "'rejected', false",
      "'spam', false",
      "'deleted', false",
      "'rejected', true");

  /** A comment like another one, with the best of scores and pinned, and an event that tells of it. */
  private static final String HIDE =
      """
      with hidden as (
        insert into comments (id, site_id, thread_id, parent_id, root_id, path, author_id,
          author_name, author_kind, body, body_html, markup_version, status, shadowed, held_for,
          pinned, created_at)
        select %1$d, c.site_id, c.thread_id, %2$s, c.author_id,
          'Hidden', c.author_kind, 'Hidden', '<p>Hidden</p>', c.markup_version, %3$s, '{links}',
          true, c.created_at
        from comments c where c.id = %4$d
        returning site_id, thread_id, parent_id, id, status
      ), scored as (
        insert into comment_scores (comment_id, thread_id, is_root, upvotes)
        select id, thread_id, parent_id is null, 1000 from hidden
      )
      insert into events (site_id, thread_id, comment_id, kind, actor)
      select site_id, thread_id, id, status::text, 'author' from hidden
      """;

  private final TestApp app;
  private final List<String> shown = new ArrayList<>();
  private final List<String> hidden = new ArrayList<>();
  private final String stamp;

  /** A thread with long branches, one deep inside, and placeholders at both ends. */
  VisibilityTest(TestApp app) {
    this.app = app;
    for (int i = 0; i < 7; i++) {
      shown.add(app.postId(comment("/busy", "Root " + i)));
    }
    String inner = shown.get(3);
    for (int depth = 0; depth < 7; depth++) {
      inner = app.postId(reply("/busy", inner, "Reply " + depth));
      shown.add(inner);
      shown.add(app.postId(reply("/busy", shown.get(3), "Another " + depth)));
    }
    for (String end : List.of(shown.get(0), shown.get(6))) {
      shown.add(app.postId(reply("/busy", end, "To who is gone")));
      app.setStatus(end, "deleted");
    }
    shown.add(app.postId(comment("/quiet", "Alone")));
    stamp = stampOfAnotherComment();
  }

  @Test
  void whatIsHiddenChangesNoByteOfWhatTheWorldReads() {
    Map<String, Seen> before = walk(shown);

    hideEverywhere();

    assertThat(PublicWalk.differences(before, walk(shown))).isEmpty();
    assertThat(before).hasSizeGreaterThan(1000);
  }

  @Test
  void whatIsHiddenIsAnsweredLikeWhatNeverWas() {
    hideEverywhere();

    for (String id : hidden) {
      for (String path : List.of(
          "/comments/%s", "/comments/%s/replies", "/comments/%s/source", "/comments/%s/look")) {
        Answer answer = app.get(path.formatted(id));

        assertThat(answer.status()).isEqualTo(path.matches(".*/(source|look)") ? 401 : 404);
        assertThat(answer.text()).isEqualTo(app.get(path.formatted(NOBODYS)).text());
      }
      Answer refused = app.post(reply("/busy", id, "To whom?"));
      assertThat(refused.code()).isEqualTo("parent_gone");
      assertThat(refused.text())
          .isEqualTo(app.post(reply("/busy", NOBODYS, "To whom?")).text());
    }
  }

  @Test
  void whatIsShownForAWhileAndHiddenAgainIsAsBefore() {
    hideEverywhere();
    Map<String, Seen> before = walk(few());
    List<String> ids = withoutHiddenParent();
    String page = app.page("/busy", "").encode();

    for (String hiding : List.of("pending", "rejected", "spam", "deleted")) {
      decide(ids, "approved");
      assertThat(app.page("/busy", "").encode()).isNotEqualTo(page);
      decide(ids, hiding);
      assertThat(app.page("/busy", "").encode()).as(hiding).isEqualTo(page);
    }
    assertThat(PublicWalk.differences(before, walk(few()))).isEmpty();
  }

  @Test
  void aPostThatIsHeldShowsNothingOfItsPage() {
    app.database().execute("update sites set settings = '{\"premoderated\": true}'");
    app.restart();
    Map<String, Seen> before = walk(few());

    for (String thread : List.of("/quiet", "/hidden")) {
      JsonObject held = comment(thread, "Held")
          .put("url", "https://blog.example" + thread)
          .put("title", "A title that nobody approved");
      assertThat(app.post(held).status()).isEqualTo(202);
    }

    assertThat(PublicWalk.differences(before, walk(few()))).isEmpty();
  }

  /** If the one predicate let everything through, each route that shows comments would be caught. */
  @Test
  void theWalkConvictsAPublicQueryWithoutThePredicate() {
    hideEverywhere();
    List<String> some = new ArrayList<>(shown.subList(2, 5));
    some.addAll(hidden.subList(0, 3));
    Map<String, Seen> before = walk(some);

    app.database()
        .execute("create or replace function is_visible(status comment_status, reply_count integer)"
            + " returns boolean language sql immutable parallel safe return true;"
            + "update comments set reply_count = reply_count");
    app.restart();

    assertThat(PublicWalk.differences(before, walk(some)))
        .anyMatch(request -> request.startsWith("/comments?thread=%2Fbusy"))
        .anyMatch(request -> request.matches("(?s)/comments/\\w+\\?body.*"))
        .anyMatch(request -> request.matches("(?s)/comments/\\w+/replies.*"));
  }

  @Test
  void theWalkConvictsACountOfWhatIsHidden() {
    Map<String, Seen> before = walk(few());

    app.database().execute("update threads set comment_count = comment_count + 1");
    app.restart();

    assertThat(PublicWalk.differences(before, walk(few())))
        .anyMatch(request -> request.startsWith("/counts"));
  }

  /** For a fact that is the same with every comment. */
  private List<String> few() {
    return shown.subList(0, 6);
  }

  private Map<String, Seen> walk(List<String> ids) {
    return new PublicWalk(app, THREADS, ids, stamp).run();
  }

  private String stampOfAnotherComment() {
    String other =
        app.postId(comment("/looked-at", "Look").put("url", "https://blog.example/looked-at"));
    Answer link = app.send(
        HttpMethod.POST,
        app.path() + "/moderation/comments/" + other + "/look",
        Team.jsonFrom(TestApp.ADMIN_TOKEN),
        Buffer.buffer("{}"));
    return link.json().getString("url").replaceFirst(".*&look=", "");
  }

  /** Before the first and after the last, between others, under what is shown and under what is not. */
  private void hideEverywhere() {
    String middle = shown.get(3);
    String first = shown.get(0);
    String last = shown.get(6);
    for (int i = 0; i < HIDDEN.size(); i++) {
      String how = HIDDEN.get(i);
      String oldest = hideRoot(Id.parse(first) - 1 - i, how, first);
      String between = hideRoot(Id.parse(middle) + 1 + i, how, first);
      String newest = hideRoot(Id.parse(last) + (1L << 40) + i, how, first);
      for (String parent : List.of(middle, first, last, shown.get(8), oldest, between, newest)) {
        String earliest = hideReply(Id.parse(parent) + 1000L * (1 + hidden.size()), how, parent);
        hideReply(Id.parse(last) + (2L << 40) + hidden.size(), how, earliest);
        hideReply(Id.parse(last) + (2L << 40) + hidden.size(), how, parent);
      }
    }
    app.restart();
  }

  private String hideRoot(long id, String how, String like) {
    return hide(id, "null, %1$d, array[%1$d]".formatted(id), how, like);
  }

  private String hideReply(long id, String how, String parent) {
    return hide(id, "c.id, c.root_id, c.path || %d::bigint".formatted(id), how, parent);
  }

  private String hide(long id, String place, String how, String like) {
    app.database().execute(HIDE.formatted(id, place, how, Id.parse(like)));
    hidden.add(Id.format(id));
    return Id.format(id);
  }

  private void decide(List<String> ids, String status) {
    assertThat(TestApp.await(app.deciding(ids, status, TestApp.ADMIN)).status()).isEqualTo(200);
  }

  /** As many as are decided at once. */
  private List<String> withoutHiddenParent() {
    return app
        .database()
        .rows("select c.id from comments c left join comments p on p.id = c.parent_id"
            + " where c.status <> 'approved' and c.reply_count = 0"
            + " and (p.id is null or p.status = 'approved') order by c.id limit 100")
        .stream()
        .map(row -> Id.format(row.getLong(0)))
        .toList();
  }
}
