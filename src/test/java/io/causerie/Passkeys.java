package io.causerie;

import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.testing.Answer;
import io.causerie.testing.SoftAuthenticator;
import io.vertx.core.json.JsonObject;

/** What pages do to make and to use passkeys. */
final class Passkeys {
  private Passkeys() {}

  static Answer add(Person person, String name, SoftAuthenticator key) {
    JsonObject asked = person.ask("/account/passkeys/options");
    JsonObject made = key.create(asked.getJsonObject("publicKey"));
    return person.post("/account/passkeys", named(name, asked, made));
  }

  static JsonObject named(String name, JsonObject asked, JsonObject made) {
    return answer(asked, made).put("name", name);
  }

  /** The id of a passkey that must have been taken. */
  static String id(Answer added) {
    assertThat(added.status()).as(added.text()).isEqualTo(201);
    return added.json().getJsonObject("passkey").getString("id");
  }

  static Answer signIn(Person person, SoftAuthenticator key) {
    JsonObject asked = person.ask("/session/passkey/options");
    return person.post("/session/passkey", signed(asked, key));
  }

  static Answer confirm(Person person, SoftAuthenticator key) {
    JsonObject asked = person.ask("/session/confirmation/passkey/options");
    return person.post("/session/confirmation/passkey", signed(asked, key));
  }

  static JsonObject signed(JsonObject asked, SoftAuthenticator key) {
    return answer(asked, key.get(asked.getJsonObject("publicKey")));
  }

  private static JsonObject answer(JsonObject asked, JsonObject credential) {
    return new JsonObject()
        .put("ceremony", asked.getString("ceremony"))
        .put("credential", credential);
  }
}
