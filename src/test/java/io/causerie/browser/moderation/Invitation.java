package io.causerie.browser.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.testing.Answer;
import io.causerie.testing.Desk;
import io.causerie.testing.OwnPage;
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

  /** Somebody new takes it, past the page. */
  void accept(TestApp app, String name) {
    JsonObject newcomer =
        new JsonObject().put("token", token).put("name", name).put("password", OwnPage.PASSWORD);
    Answer accepted = new OwnPage(app).post("/invitations/accept", newcomer);
    assertThat(accepted.status()).as(accepted.text()).isEqualTo(200);
  }

  String link() {
    return origin + "/moderation/" + FRAGMENT + token;
  }
}
