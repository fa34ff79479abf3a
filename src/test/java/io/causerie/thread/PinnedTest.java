package io.causerie.thread;

import static io.causerie.testing.TestApp.comment;
import static io.causerie.testing.TestApp.reply;
import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.core.Id;
import io.causerie.testing.Desk;
import io.causerie.testing.ServiceTest;
import io.causerie.testing.TestApp;
import io.causerie.testing.ThreadWalk;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is pinned comes first, and nothing is shown twice or lost by it. */
@ServiceTest
final class PinnedTest {
  private final TestApp app;
  private final Desk desk;

  PinnedTest(TestApp app) {
    this.app = app;
    desk = new Desk(app);
  }

  static Stream<Arguments> walks() {
    return Stream.of("newest", "oldest", "best")
        .flatMap(sort -> Stream.of(1, 2, 3, 4).map(limit -> Arguments.of(sort, limit)));
  }

  @ParameterizedTest
  @MethodSource("walks")
  void pinnedRootsComeFirstAndEachCommentOnce(String sort, int limit) {
    String thread = "/walk/" + sort + limit;
    List<String> roots = roots(thread, 8);
    String reply = app.postId(reply(thread, roots.get(2), "Reply"));
    vote(roots.get(1), 5);
    vote(roots.get(6), 3);
    pin(thread, roots.get(2), roots.get(4), roots.get(7));

    List<String> walked = new ThreadWalk(app, thread, sort, limit).ids();

    List<String> expected =
        new ArrayList<>(List.of(roots.get(7), roots.get(4), roots.get(2), reply));
    expected.addAll(
        switch (sort) {
          case "oldest" -> pick(roots, 0, 1, 3, 5, 6);
          case "newest" -> pick(roots, 6, 5, 3, 1, 0);
          default -> pick(roots, 1, 6, 5, 3, 0);
        });
    assertThat(walked).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"newest", "oldest", "best"})
  void noOtherCommentIsLostWhenPinsChangeMeanwhile(String sort) {
    String thread = "/meanwhile/" + sort;
    List<String> roots = roots(thread, 8);
    pin(thread, roots.get(3), roots.get(5));
    Set<String> seen = new LinkedHashSet<>();

    JsonObject page = app.page(thread, "&limit=1&sort=" + sort);
    add(page, seen);
    pin(thread, roots.get(5));
    page = app.page(thread, "&limit=1&sort=" + sort + "&after=" + page.getString("next"));
    add(page, seen);
    pin(thread, roots.get(0));
    while (page.getString("next") != null) {
      page = app.page(thread, "&limit=1&sort=" + sort + "&after=" + page.getString("next"));
      add(page, seen);
    }

    assertThat(seen).containsAll(roots.subList(1, 8));
  }

  @Test
  void thePinsAreReplacedByTheList() {
    List<String> roots = roots("/replace", 4);
    pin("/replace", roots.get(0), roots.get(1), roots.get(2));

    assertThat(pin("/replace", roots.get(3), roots.get(1)).getJsonArray("pinned"))
        .containsExactly(roots.get(3), roots.get(1));
    assertThat(app.page("/replace", "").getJsonArray("comments").stream()
            .map(comment -> ((JsonObject) comment).getBoolean("pinned")))
        .containsExactly(true, true, false, false);
    assertThat(pin("/replace").getJsonArray("pinned")).isEmpty();
  }

  @Test
  void aPinnedCommentThatIsRemovedLeavesNoPlaceholderOnTop() {
    List<String> roots = roots("/removed", 3);
    app.postId(reply("/removed", roots.get(0), "Reply"));
    pin("/removed", roots.get(0));
    app.setStatus(roots.get(0), "deleted");
    desk.change("/removed", "slowModeSeconds", 1);

    List<String> shown = app.page("/removed", "").getJsonArray("comments").stream()
        .map(comment -> ((JsonObject) comment).getString("id"))
        .toList();

    assertThat(shown).containsExactly(roots.get(2), roots.get(1), roots.get(0));
  }

  private List<String> roots(String thread, int number) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      ids.add(app.postId(comment(thread, "Root")));
    }
    // Those of one millisecond are in no order of their making.
    Collections.sort(ids);
    return ids;
  }

  private JsonObject pin(String thread, String... ids) {
    return desk.change(thread, "pinned", new JsonArray(List.of(ids)));
  }

  private void vote(String id, int votes) {
    app.database()
        .execute("insert into comment_scores (comment_id, thread_id, is_root, upvotes)"
            + " select id, thread_id, parent_id is null, %d from comments where id = %d"
                .formatted(votes, Id.parse(id)));
  }

  private List<String> pick(List<String> roots, int... places) {
    return Arrays.stream(places).mapToObj(roots::get).toList();
  }

  private static void add(JsonObject page, Set<String> seen) {
    page.getJsonArray("comments").forEach(root -> seen.add(((JsonObject) root).getString("id")));
  }
}
