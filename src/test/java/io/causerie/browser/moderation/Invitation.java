package io.causerie.browser.moderation;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.options.RequestOptions;
import io.causerie.browser.Reader;
import io.causerie.browser.ServiceProcess;
import io.causerie.browser.SiteClient;
import io.vertx.core.json.JsonObject;

/**
 * What lets somebody join a team, good once.
 *
 * @param origin of the page
 */
record Invitation(String origin, String token) {
  private static final String FRAGMENT = "#invitation=";

  /** Made past the page. */
  static Invitation of(ServiceProcess service, String origin, String site, String role) {
    JsonObject asked = new JsonObject().put("role", role);
    JsonObject made = new SiteClient(service, site).moderate("POST", "team/invitations", asked);
    return new Invitation(origin, token(made.getString("link")));
  }

  /** Of a text with the link in it. */
  static String token(String text) {
    int start = text.indexOf(FRAGMENT) + FRAGMENT.length();
    return text.substring(start).split("\\s", 2)[0];
  }

  String link() {
    return origin + "/moderation/" + FRAGMENT + token;
  }

  /** Signs the reader in as a new member, as the page does. */
  void accept(Reader reader, String name, String password) {
    JsonObject accepted =
        new JsonObject().put("token", token).put("name", name).put("password", password);
    RequestOptions options = RequestOptions.create()
        .setHeader("Origin", origin)
        .setHeader("Content-Type", "application/json")
        .setData(accepted.encode());
    APIResponse answer =
        reader.context().request().post(origin + "/api/v1/invitations/accept", options);
    if (!answer.ok()) {
      throw new IllegalStateException(name + " may not join: " + answer.text());
    }
  }
}
