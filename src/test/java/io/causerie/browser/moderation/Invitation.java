package io.causerie.browser.moderation;

import io.causerie.testing.Answer;
import io.causerie.testing.Desk;
import io.causerie.testing.TestApp;
import io.vertx.core.json.JsonObject;

/**
 * What lets somebody join a team, good once.
 *
 * @param origin of the page
 */
record Invitation(String origin, String token) {
  private static final String FRAGMENT = "#invitation=";

  /** Made past the page. */
  static Invitation of(TestApp app, String origin, String role) {
    JsonObject asked = new JsonObject().put("role", role);
    Answer made = new Desk(app).post("/team/invitations", asked);
    return new Invitation(origin, token(made.json().getString("link")));
  }

  /** Of a text with the link in it. */
  static String token(String text) {
    int start = text.indexOf(FRAGMENT) + FRAGMENT.length();
    return text.substring(start).split("\\s", 2)[0];
  }

  String link() {
    return origin + "/moderation/" + FRAGMENT + token;
  }
}
