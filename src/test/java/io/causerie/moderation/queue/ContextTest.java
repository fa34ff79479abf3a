package io.causerie.moderation.queue;

import static io.causerie.testing.TestApp.ADMIN;
import static io.causerie.testing.TestApp.comment;
import static io.causerie.testing.TestApp.reply;
import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.testing.Answer;
import io.causerie.testing.ServiceTest;
import io.causerie.testing.Team;
import io.causerie.testing.TestApp;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is around a comment. */
@ServiceTest
final class ContextTest {
  private final TestApp app;

  ContextTest(TestApp app) {
    this.app = app;
  }

  @Test
  void neighboursAreTheNearestByTimeWhateverTheirStatus() {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 14; i++) {
      ids.add(app.postId(comment("/near", "Number " + i)));
    }
    for (int i = 0; i < 14; i++) {
      if (i != 7) {
        String status =
            List.of("pending", "approved", "rejected", "spam", "deleted").get(i % 5);
        app.setStatus(ids.get(i), status);
      }
    }

    JsonObject context = context(ids.get(7));

    assertThat(idsOf(context, "before")).isEqualTo(ids.subList(2, 7));
    assertThat(idsOf(context, "after")).isEqualTo(ids.subList(8, 13));
    assertThat(context.getJsonArray("before").getJsonObject(1).getString("status"))
        .isEqualTo("spam");
    assertThat(idsOf(context(ids.get(1)), "before")).isEqualTo(ids.subList(0, 1));
    assertThat(idsOf(context(ids.get(13)), "after")).isEmpty();
  }

  @Test
  void ancestorsComeFromTheRootDown() {
    String root = app.postId(comment("/deep", "Root"));
    String middle = app.postId(reply("/deep", root, "Middle"));
    String last = app.postId(reply("/deep", middle, "Last"));
    app.setStatus(root, "rejected");

    JsonObject context = context(last);

    assertThat(idsOf(context, "ancestors")).containsExactly(root, middle);
    JsonObject above = context.getJsonArray("ancestors").getJsonObject(1);
    assertThat(above.getString("parentId")).isEqualTo(root);
    assertThat(above.getInteger("depth")).isEqualTo(1);
    assertThat(above.getString("bodyHtml")).isEqualTo("<p>Middle</p>");
  }

  @Test
  void whatElseTheAuthorWroteComesFromAllThreadsNewestFirst() {
    Answer first = app.post(comment("/author/0", "First").put("title", "The first"));
    Map<String, String> bearer = Team.bearer(TestApp.token(first));
    List<String> ids = new ArrayList<>(List.of(TestApp.id(first)));
    for (int i = 1; i < 13; i++) {
      ids.add(0, TestApp.id(app.post(comment("/author/" + i, "More " + i), bearer)));
    }
    app.setStatus(ids.get(0), "spam");

    assertThat(idsOf(context(ids.get(1)), "byAuthor"))
        .isEqualTo(List.of(
            ids.get(0),
            ids.get(2),
            ids.get(3),
            ids.get(4),
            ids.get(5),
            ids.get(6),
            ids.get(7),
            ids.get(8),
            ids.get(9),
            ids.get(10)));
    JsonObject oldest = context(ids.get(3)).getJsonArray("byAuthor").getJsonObject(9);
    assertThat(oldest.getString("id")).isEqualTo(ids.get(10));
    JsonObject other = context(app.postId(comment("/author/0", "By another")));
    assertThat(idsOf(other, "byAuthor")).isEmpty();
    assertThat(other.getJsonArray("before").getJsonObject(0).getJsonObject("thread"))
        .isEqualTo(new JsonObject().put("key", "/author/0").put("title", "The first"));
  }

  @Test
  void aCommentOfAnotherSiteIsNotThere() {
    String foreign = app.neighbour().postId(comment("/foreign", "Elsewhere"));

    for (String id : List.of(foreign, "0000000000001", "x")) {
      assertThat(app.get("/moderation/comments/" + id + "/context", ADMIN).status())
          .isEqualTo(404);
    }
  }

  private JsonObject context(String id) {
    Answer answer = app.get("/moderation/comments/" + id + "/context", ADMIN);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  private static List<String> idsOf(JsonObject context, String part) {
    return context.getJsonArray(part).stream()
        .map(near -> ((JsonObject) near).getString("id"))
        .toList();
  }
}
