package io.causerie.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;

/** What pages do to make and to use passkeys. */
public final class Passkeys {
  private Passkeys() {}

  public static Answer add(OwnPage page, String name, SoftAuthenticator key) {
    JsonObject asked = page.ask("/account/passkeys/options");
    JsonObject made = key.create(asked.getJsonObject("publicKey"));
    return page.post("/account/passkeys", named(name, asked, made));
  }

  public static JsonObject named(String name, JsonObject asked, JsonObject made) {
    return answer(asked, made).put("name", name);
  }

  /** The id of a passkey that must have been taken. */
  public static String id(Answer added) {
    assertThat(added.status()).as(added.text()).isEqualTo(201);
    return added.json().getJsonObject("passkey").getString("id");
  }

  public static Answer signIn(OwnPage page, SoftAuthenticator key) {
    JsonObject asked = page.ask("/session/passkey/options");
    return page.post("/session/passkey", signed(asked, key));
  }

  public static Answer confirm(OwnPage page, SoftAuthenticator key) {
    JsonObject asked = page.ask("/session/confirmation/passkey/options");
    return page.post("/session/confirmation/passkey", signed(asked, key));
  }

  public static JsonObject signed(JsonObject asked, SoftAuthenticator key) {
    return answer(asked, key.get(asked.getJsonObject("publicKey")));
  }

  private static JsonObject answer(JsonObject asked, JsonObject credential) {
    return new JsonObject()
        .put("ceremony", asked.getString("ceremony"))
        .put("credential", credential);
  }
}
