package io.causerie.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.testing.Answer;
import io.causerie.testing.AuthenticatorApp;
import io.causerie.testing.OwnPage;
import io.causerie.testing.Passkeys;
import io.causerie.testing.ServiceTest;
import io.causerie.testing.SoftAuthenticator;
import io.causerie.testing.TestApp;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Signing in and confirming with a passkey. */
@ServiceTest(settings = OwnPage.HOSTED)
final class PasskeySignInTest {
  private static final String SIGN_IN = "/session/passkey";
  private static final String CONFIRM = "/session/confirmation/passkey";
  private final TestApp app;

  PasskeySignInTest(TestApp app) {
    this.app = app;
  }

  @Test
  void nobodyIsAskedForANameAndWhoeverSignsIsIn() {
    OwnPage ann = OwnPage.signedIn(app, "Ann");
    SoftAuthenticator key = registered(ann);
    OwnPage browser = ann.elsewhere();
    JsonObject asked = browser.ask(SIGN_IN + "/options");

    assertThat(asked.getJsonObject("publicKey").getString("rpId")).isEqualTo("talk.example");
    assertThat(asked.getJsonObject("publicKey").getJsonArray("allowCredentials"))
        .isEmpty();
    assertThat(browser.post(SIGN_IN, Passkeys.signed(asked, key)).status()).isEqualTo(200);
    assertThat(browser.account().getString("name")).isEqualTo("Ann");
    assertThat(browser.get("/account/passkeys").text()).doesNotContain("\"lastUsedAt\":null");
  }

  @Test
  void aPasskeyWantsNoCodeBesideIt() {
    OwnPage bo = OwnPage.signedIn(app, "Bo");
    SoftAuthenticator key = registered(bo);
    var phone = new AuthenticatorApp(bo.ask("/account/totp").getString("secret"));
    bo.put("/account/totp", new JsonObject().put("code", phone.code(0)));

    assertThat(bo.elsewhere().signIn(null).code()).isEqualTo("second_factor_required");
    assertThat(Passkeys.signIn(bo.elsewhere(), key).status()).isEqualTo(200);
  }

  @Test
  void whatProvesNothingIsRefused() {
    OwnPage cleo = OwnPage.signedIn(app, "Cleo");
    OwnPage carl = OwnPage.signedIn(app, "Carl");
    SoftAuthenticator key = registered(cleo);
    SoftAuthenticator ofCarl = registered(carl);

    for (SoftAuthenticator wrong : List.of(
        key.on("https://evil.example"),
        key.on("http://talk.example"),
        key.forged(),
        key.claimedBy(ofCarl),
        key.on(OwnPage.ORIGIN).belongsTo("evil.example"),
        key.on(OwnPage.ORIGIN).verifiesNobody(),
        key.on(OwnPage.ORIGIN).isAlone(),
        key.on(OwnPage.ORIGIN).framed("crossOrigin", true),
        key.on(OwnPage.ORIGIN).framed("topOrigin", "https://evil.example"),
        new SoftAuthenticator(OwnPage.ORIGIN))) {
      Answer refused = Passkeys.signIn(cleo.elsewhere(), wrong);
      assertThat(refused.code()).isEqualTo("unauthenticated");
      assertThat(refused.badFields()).containsExactly("credential");
      assertThat(refused.headers().contains("Set-Cookie")).isFalse();
    }
    assertThat(Passkeys.signIn(cleo.elsewhere(), key).status()).isEqualTo(200);
  }

  @Test
  void aCredentialThatDoesNotSayWhoseItIsSignsNobodyIn() {
    OwnPage dora = OwnPage.signedIn(app, "Dora");
    SoftAuthenticator key = registered(dora);
    JsonObject signed = Passkeys.signed(dora.ask(SIGN_IN + "/options"), key);
    signed.getJsonObject("credential").getJsonObject("response").putNull("userHandle");

    assertThat(dora.elsewhere().post(SIGN_IN, signed).badFields()).containsExactly("credential");
  }

  @Test
  void aChallengeIsGoodForOneAnswer() {
    OwnPage emil = OwnPage.signedIn(app, "Emil");
    SoftAuthenticator key = registered(emil);
    JsonObject asked = emil.ask(SIGN_IN + "/options");
    JsonObject other = emil.ask(SIGN_IN + "/options");
    JsonObject signed = Passkeys.signed(asked, key);

    JsonObject foreign = signed.copy().put("ceremony", other.getString("ceremony"));
    assertThat(emil.post(SIGN_IN, foreign).badFields()).containsExactly("credential");
    assertThat(emil.post(SIGN_IN, signed).status()).isEqualTo(200);
    assertThat(emil.post(SIGN_IN, signed).badFields()).containsExactly("ceremony");
    assertThat(emil.post(SIGN_IN, signed.put("ceremony", "x")).badFields())
        .containsExactly("ceremony");
  }

  @Test
  void anAnswerIsGoodForWhatWasAsked() {
    OwnPage fay = OwnPage.signedIn(app, "Fay");
    SoftAuthenticator key = registered(fay);
    JsonObject toConfirm = fay.ask(CONFIRM + "/options");
    JsonObject toRegister = fay.ask("/account/passkeys/options");
    JsonObject toSignIn = fay.ask(SIGN_IN + "/options");

    assertThat(fay.post(SIGN_IN, Passkeys.signed(toConfirm, key)).badFields())
        .containsExactly("ceremony");
    assertThat(fay.post(SIGN_IN, Passkeys.signed(toRegister, key)).badFields())
        .containsExactly("ceremony");
    assertThat(fay.post(CONFIRM, Passkeys.signed(toSignIn, key)).badFields())
        .containsExactly("ceremony");
  }

  @Test
  void aNewKeyIsNoSignature() {
    OwnPage gus = OwnPage.signedIn(app, "Gus");
    SoftAuthenticator key = registered(gus);
    JsonObject asked = gus.ask(CONFIRM + "/options");
    JsonObject signed = Passkeys.signed(asked, key);
    JsonObject made = new SoftAuthenticator(OwnPage.ORIGIN)
        .create(gus.ask("/account/passkeys/options")
            .getJsonObject("publicKey")
            .put("challenge", asked.getJsonObject("publicKey").getString("challenge")));
    signed
        .getJsonObject("credential")
        .getJsonObject("response")
        .mergeIn(made.getJsonObject("response"));

    Answer refused = gus.post(CONFIRM, signed);

    assertThat(refused.code()).isEqualTo("unauthenticated");
    assertThat(gus.account().getInteger("passkeys")).isOne();
  }

  @Test
  void anAuthenticatorThatCountsBackIsACopy() {
    OwnPage hana = OwnPage.signedIn(app, "Hana");
    SoftAuthenticator key = registered(hana, new SoftAuthenticator(OwnPage.ORIGIN).countsFrom(7));
    SoftAuthenticator copy = key.on(OwnPage.ORIGIN);
    assertThat(Passkeys.signIn(hana.elsewhere(), key).status()).isEqualTo(200);

    assertThat(Passkeys.signIn(hana.elsewhere(), copy).badFields()).containsExactly("credential");
    assertThat(Passkeys.signIn(hana.elsewhere(), copy.countsFrom(3)).badFields())
        .containsExactly("credential");
    assertThat(Passkeys.signIn(hana.elsewhere(), key).status()).isEqualTo(200);
  }

  @Test
  void ofManyWithOneCountOneIsLetIn() {
    OwnPage ida = OwnPage.signedIn(app, "Ida");
    SoftAuthenticator key = registered(ida);
    List<JsonObject> signed = Stream.generate(() -> ida.ask(SIGN_IN + "/options"))
        .limit(6)
        .map(asked -> Passkeys.signed(asked, key.on(OwnPage.ORIGIN)))
        .toList();

    List<Integer> statuses = signed.stream()
        .map(answer -> ida.elsewhere().sending(HttpMethod.POST, SIGN_IN, answer))
        .toList()
        .stream()
        .map(answer -> TestApp.await(answer).status())
        .toList();

    assertThat(statuses).containsOnly(200, 401).containsOnlyOnce(200);
  }

  @Test
  void aRemovedPasskeySignsNobodyIn() {
    OwnPage jan = OwnPage.signedIn(app, "Jan");
    SoftAuthenticator key = new SoftAuthenticator(OwnPage.ORIGIN);
    String id = Passkeys.id(Passkeys.add(jan, "Key", key));
    JsonObject asked = jan.ask(SIGN_IN + "/options");
    jan.delete("/account/passkeys/" + id);

    assertThat(jan.elsewhere().post(SIGN_IN, Passkeys.signed(asked, key)).badFields())
        .containsExactly("credential");
  }

  @Test
  void itConfirmsASessionOfItsOwnerAndOfNobodyElse() {
    OwnPage kai = OwnPage.signedIn(app, "Kai");
    OwnPage lea = OwnPage.signedIn(app, "Lea");
    SoftAuthenticator ofKai = registered(kai);
    SoftAuthenticator ofLea = registered(lea);
    kai.waitForStepUp();
    JsonObject asked = kai.ask(CONFIRM + "/options");

    assertThat(asked.getJsonObject("publicKey").getJsonArray("allowCredentials"))
        .hasSize(1)
        .first()
        .asString()
        .contains(ofKai.id());
    assertThat(kai.post(CONFIRM, Passkeys.signed(asked, ofLea)).badFields())
        .containsExactly("credential");
    assertThat(kai.delete("/account/totp").code()).isEqualTo("step_up_required");
    assertThat(Passkeys.confirm(kai, ofKai).status()).isEqualTo(200);
    assertThat(kai.delete("/account/totp").status()).isEqualTo(204);
  }

  @Test
  void whoHasNoPasskeyIsToldSo() {
    OwnPage mia = OwnPage.signedIn(app, "Mia");

    assertThat(mia.post(CONFIRM + "/options", new JsonObject()).code()).isEqualTo("conflict");
    assertThat(mia.elsewhere().post(CONFIRM + "/options", new JsonObject()).code())
        .isEqualTo("unauthenticated");
  }

  @Test
  void noPageOfAnotherOriginSignsAnybodyIn() {
    Map<String, String> headers = new HashMap<>(TestApp.JSON);
    headers.put("Origin", "https://evil.example");

    for (String path : List.of(SIGN_IN + "/options", SIGN_IN, CONFIRM + "/options", CONFIRM)) {
      Answer refused =
          app.send(HttpMethod.POST, "/api/v1" + path, headers, new JsonObject().toBuffer());
      assertThat(refused.code()).isEqualTo("forbidden");
    }
  }

  private static SoftAuthenticator registered(OwnPage person) {
    return registered(person, new SoftAuthenticator(OwnPage.ORIGIN));
  }

  private static SoftAuthenticator registered(OwnPage person, SoftAuthenticator key) {
    Passkeys.id(Passkeys.add(person, "Key", key));
    return key;
  }
}
