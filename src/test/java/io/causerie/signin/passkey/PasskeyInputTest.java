package io.causerie.signin.passkey;

import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.testing.OwnPage;
import io.causerie.testing.Passkeys;
import io.causerie.testing.ServiceTest;
import io.causerie.testing.SoftAuthenticator;
import io.causerie.testing.TestApp;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Answers about passkeys that no browser gives. */
@ServiceTest(settings = OwnPage.HOSTED)
final class PasskeyInputTest {
  private static final String PASSKEYS = "/account/passkeys";
  private static final String SIGN_IN = "/session/passkey";
  private final TestApp app;

  PasskeyInputTest(TestApp app) {
    this.app = app;
  }

  @Test
  void everyWrongFieldOfANewPasskeyIsNamed() {
    OwnPage gus = OwnPage.signedIn(app, "Gus");

    assertThat(gus.post(PASSKEYS, new JsonObject()).badFields())
        .containsExactlyInAnyOrder(
            "ceremony",
            "name",
            "credential.id",
            "credential.type",
            "credential.response.clientDataJSON",
            "credential.response.attestationObject");
    JsonObject response = new JsonObject()
        .put("clientDataJSON", "a+b=")
        .put("attestationObject", 1)
        .put("transports", "usb");
    JsonObject credential = new JsonObject()
        .put("id", "A".repeat(1500))
        .put("type", "password")
        .put("response", response);
    JsonObject wrong = new JsonObject()
        .put("ceremony", "x".repeat(44))
        .put("name", " ")
        .put("credential", credential);
    assertThat(gus.post(PASSKEYS, wrong).badFields())
        .containsExactlyInAnyOrder(
            "ceremony",
            "name",
            "credential.id",
            "credential.type",
            "credential.response.clientDataJSON",
            "credential.response.attestationObject",
            "credential.response.transports");
    assertThat(gus.post(PASSKEYS, wrong.put("credential", "x")).badFields()).contains("credential");
  }

  @Test
  void everyWrongFieldOfASignatureIsNamed() {
    OwnPage nia = OwnPage.of(app, "Nia");

    assertThat(nia.post(SIGN_IN, new JsonObject()).badFields())
        .containsExactlyInAnyOrder(
            "ceremony",
            "credential.id",
            "credential.type",
            "credential.response.clientDataJSON",
            "credential.response.authenticatorData",
            "credential.response.signature");
  }

  @Test
  void whatIsLongerThanOneOfOursIsNoneOfOurs() {
    OwnPage rob = OwnPage.signedIn(app, "Rob");
    JsonObject asked = rob.ask(PASSKEYS + "/options");
    JsonObject made =
        new SoftAuthenticator(OwnPage.ORIGIN).create(asked.getJsonObject("publicKey"));
    made.getJsonObject("response").getJsonArray("transports").add("x".repeat(33));
    JsonObject signed =
        Passkeys.signed(rob.ask(SIGN_IN + "/options"), new SoftAuthenticator(OwnPage.ORIGIN));

    assertThat(rob.post(PASSKEYS, Passkeys.named("Key", asked, made)).badFields())
        .containsExactly("credential.response.transports");
    assertThat(rob.post(SIGN_IN, signed.put("ceremony", "x".repeat(44))).badFields())
        .containsExactly("ceremony");
  }

  @Test
  void whatIsWellFormedAndMeansNothingIsRefusedWithoutAStumble() {
    OwnPage hana = OwnPage.signedIn(app, "Hana");
    SoftAuthenticator key = new SoftAuthenticator(OwnPage.ORIGIN);
    for (String nonsense : List.of("AA", "oA", "_".repeat(20_000), "gYGB".repeat(10_000))) {
      JsonObject asked = hana.ask(PASSKEYS + "/options");
      JsonObject made = key.create(asked.getJsonObject("publicKey"));
      made.getJsonObject("response").put("attestationObject", nonsense);
      assertThat(hana.post(PASSKEYS, Passkeys.named("Key", asked, made)).badFields())
          .containsExactly("credential");

      asked = hana.ask(PASSKEYS + "/options");
      made = key.create(asked.getJsonObject("publicKey"));
      made.getJsonObject("response").put("clientDataJSON", nonsense);
      assertThat(hana.post(PASSKEYS, Passkeys.named("Key", asked, made)).badFields())
          .containsExactly("credential");
    }
  }

  @Test
  void aSignatureOfNonsenseIsRefusedWithoutAStumble() {
    OwnPage ida = OwnPage.signedIn(app, "Ida");
    SoftAuthenticator key = new SoftAuthenticator(OwnPage.ORIGIN);
    Passkeys.id(Passkeys.add(ida, "Key", key));
    for (String field : List.of("authenticatorData", "signature", "clientDataJSON")) {
      for (String nonsense : List.of("AA", "e30", "_".repeat(20_000))) {
        JsonObject signed = Passkeys.signed(ida.ask(SIGN_IN + "/options"), key);
        JsonObject credential = signed.getJsonObject("credential");
        credential.getJsonObject("response").put(field, nonsense);

        assertThat(ida.post(SIGN_IN, signed).badFields()).containsExactly("credential");
      }
    }
  }
}
