package io.causerie.browser;

import io.causerie.testing.TestApp;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes comments past the browser, each by a new guest. */
final class Seeds {
  /** How many comments a conversation has. */
  static final int CONVERSATION = 8;

  private final TestApp app;
  private final String thread;

  Seeds(TestApp app, String thread) {
    this.app = app;
    this.thread = thread;
  }

  /** Short and long, shallow and deep, in several scripts; the only root of Ada is the last. */
  void conversation() {
    root("Nguyễn Thị Ánh", "Bài viết hay quá, cảm ơn tác giả!");
    root("سلمى", "هذا نقاش مهم، شكرًا لكم.");
    String wordy = root(
        "Jean-Baptiste de la Tour d’Auvergne-Lauraguais",
        "One line.\n\n> quoted\n\nA `code` and a [link](https://example.org/a/long/address)."
            + "\n\n```\nfor (;;) { listen(); }\n```\n\n* one\n* two\n");
    reply(wordy, "Bo", "Short.");
    String parent = root("Ada", "What do you all think of the last paragraph?");
    for (String name : List.of("Bo", "陈思远", "Chidi")) {
      parent = reply(parent, name, name + " has an answer to that, and it takes a line or two.");
    }
  }

  /** The answer is the id. */
  String root(String name, String text) {
    return post(null, name, text);
  }

  /** The answer is the id. */
  String reply(String parentId, String name, String text) {
    return post(parentId, name, text);
  }

  private String post(@Nullable String parentId, String name, String text) {
    JsonObject comment = new JsonObject()
        .put("thread", thread)
        .put("url", TestApp.ORIGIN + "/" + thread)
        .put("parentId", parentId)
        .put("author", new JsonObject().put("name", name))
        .put("body", text);
    return app.postId(comment);
  }
}
