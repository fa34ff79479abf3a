package io.causerie.signin.totp;

import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.testing.Answer;
import io.causerie.testing.AuthenticatorApp;
import io.causerie.testing.OwnPage;
import io.causerie.testing.ServiceTest;
import io.causerie.testing.TestApp;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Codes of an authenticator app beside the password. */
@ServiceTest(settings = OwnPage.HOSTED)
final class TotpTest {
  private static final String TOTP = "/account/totp";
  private final TestApp app;

  TotpTest(TestApp app) {
    this.app = app;
  }

  @Test
  void aSecretIsShownAsTextAddressAndPicture() {
    JsonObject offer = OwnPage.signedIn(app, "Ann").ask(TOTP);

    assertThat(offer.getString("uri"))
        .isEqualTo("otpauth://totp/talk.example:Ann?secret=" + offer.getString("secret")
            + "&issuer=talk.example");
    assertThat(offer.getJsonObject("qr").getInteger("size")).isGreaterThanOrEqualTo(29);
    assertThat(offer.getJsonObject("qr").getString("path")).startsWith("M4 4h7v1h-7z");
  }

  @Test
  void nothingChangesUntilACodeComes() {
    OwnPage bo = OwnPage.signedIn(app, "Bo");
    bo.ask(TOTP);

    assertThat(bo.account().getBoolean("totp")).isFalse();
    assertThat(bo.elsewhere().signIn(null).status()).isEqualTo(200);
  }

  @Test
  void aWrongCodeTurnsNothingOn() {
    OwnPage cleo = OwnPage.signedIn(app, "Cleo");
    AuthenticatorApp phone = phone(cleo.ask(TOTP));

    assertThat(turnOn(cleo, phone.wrongCode()).badFields()).containsExactly("code");
    assertThat(turnOn(cleo, "").badFields()).containsExactly("code");
    assertThat(cleo.put(TOTP, new JsonObject()).badFields()).containsExactly("code");
    assertThat(cleo.put(TOTP, new JsonObject().put("code", 1)).badFields()).containsExactly("code");
    assertThat(cleo.account().getBoolean("totp")).isFalse();
  }

  @Test
  void aCodeWithoutAnOfferIsAConflict() {
    assertThat(turnOn(OwnPage.signedIn(app, "Dora"), "123456").code()).isEqualTo("conflict");
  }

  @Test
  void anOfferIsGoodForAnHour() {
    OwnPage emil = OwnPage.signedIn(app, "Emil");
    AuthenticatorApp phone = phone(emil.ask(TOTP));
    app.database()
        .execute("update second_factors set offered_at = offered_at - interval '61 minutes'"
            + " where account_id = " + emil.accountId());

    assertThat(turnOn(emil, phone.code(0)).code()).isEqualTo("conflict");
  }

  @Test
  void onceItIsOnAPasswordWantsACode() {
    OwnPage fay = OwnPage.signedIn(app, "Fay");
    AuthenticatorApp phone = turnedOn(fay);

    assertThat(fay.account().getBoolean("totp")).isTrue();
    assertThat(fay.account().getInteger("recoveryCodes")).isEqualTo(10);
    assertThat(fay.elsewhere().signIn(null).code()).isEqualTo("second_factor_required");
    Answer wrong = fay.elsewhere().signIn(phone.wrongCode());
    assertThat(wrong.code()).isEqualTo("unauthenticated");
    assertThat(wrong.badFields()).containsExactly("code");
    assertThat(fay.elsewhere().signIn(phone.code(1)).status()).isEqualTo(200);
  }

  @Test
  void theCodeThatTurnedItOnIsUsed() {
    OwnPage gus = OwnPage.signedIn(app, "Gus");
    AuthenticatorApp phone = phone(gus.ask(TOTP));
    String code = phone.code(0);
    assertThat(turnOn(gus, code).status()).isEqualTo(200);

    assertThat(gus.elsewhere().signIn(code).code()).isEqualTo("unauthenticated");
  }

  @Test
  void aCodeAndAllBeforeItAreGoodOnce() {
    OwnPage hana = OwnPage.signedIn(app, "Hana");
    AuthenticatorApp phone = turnedOn(hana);
    String code = phone.code(1);
    assertThat(hana.elsewhere().signIn(code).status()).isEqualTo(200);

    assertThat(hana.elsewhere().signIn(code).code()).isEqualTo("unauthenticated");
    assertThat(hana.elsewhere().signIn(phone.code(0)).code()).isEqualTo("unauthenticated");
  }

  @Test
  void ofManyWhoSendOneCodeAtOnceOneIsLetIn() {
    OwnPage ida = OwnPage.signedIn(app, "Ida");
    String code = turnedOn(ida).code(1);

    List<Future<Answer>> asked =
        Stream.generate(() -> ida.elsewhere().signingIn(code)).limit(8).toList();

    assertThat(asked.stream().map(answer -> TestApp.await(answer).status()).toList())
        .containsOnly(200, 401)
        .containsOnlyOnce(200);
  }

  @Test
  void spacesInACodeDoNotMatter() {
    OwnPage jan = OwnPage.signedIn(app, "Jan");
    String code = turnedOn(jan).code(1);

    Answer answer = jan.elsewhere().signIn(" " + code.substring(0, 3) + " " + code.substring(3));

    assertThat(answer.status()).isEqualTo(200);
  }

  @Test
  void confirmingWantsACodeToo() {
    OwnPage kai = OwnPage.signedIn(app, "Kai");
    AuthenticatorApp phone = turnedOn(kai);
    JsonObject password = new JsonObject().put("password", OwnPage.PASSWORD);

    assertThat(kai.post("/session/confirmation", password).code())
        .isEqualTo("second_factor_required");
    assertThat(kai.post("/session/confirmation", password.put("code", phone.code(1)))
            .status())
        .isEqualTo(200);
  }

  @Test
  void offAgainThePasswordIsEnough() {
    OwnPage lea = OwnPage.signedIn(app, "Lea");
    turnedOn(lea);

    assertThat(lea.delete(TOTP).status()).isEqualTo(204);

    assertThat(lea.account().getBoolean("totp")).isFalse();
    assertThat(lea.account().getInteger("recoveryCodes")).isZero();
    assertThat(lea.elsewhere().signIn(null).status()).isEqualTo(200);
    assertThat(lea.delete(TOTP).status()).isEqualTo(204);
  }

  @Test
  void aNewPhoneTakesTheOldOnesPlaceWithItsFirstCode() {
    OwnPage mia = OwnPage.signedIn(app, "Mia");
    AuthenticatorApp old = turnedOn(mia);
    AuthenticatorApp next = phone(mia.ask(TOTP));
    assertThat(mia.elsewhere().signIn(old.code(1)).status()).isEqualTo(200);

    assertThat(turnOn(mia, next.code(0)).status()).isEqualTo(200);

    assertThat(mia.elsewhere().signIn(old.code(1)).status()).isEqualTo(401);
    assertThat(mia.elsewhere().signIn(next.code(1)).status()).isEqualTo(200);
  }

  @Test
  void whatWeakensOrShowsItWantsStepUp() {
    OwnPage nia = OwnPage.signedIn(app, "Nia");
    turnedOn(nia);
    nia.waitForStepUp();

    assertThat(nia.post(TOTP, new JsonObject()).code()).isEqualTo("step_up_required");
    assertThat(nia.delete(TOTP).code()).isEqualTo("step_up_required");
    assertThat(nia.post("/account/recovery-codes", new JsonObject()).code())
        .isEqualTo("step_up_required");
  }

  @Test
  void nobodyInParticularHasNone() {
    OwnPage stranger = OwnPage.of(app, "Otto");

    assertThat(stranger.post(TOTP, new JsonObject()).code()).isEqualTo("unauthenticated");
    assertThat(turnOn(stranger, "123456").code()).isEqualTo("unauthenticated");
    assertThat(stranger.delete(TOTP).code()).isEqualTo("unauthenticated");
  }

  private static AuthenticatorApp turnedOn(OwnPage person) {
    AuthenticatorApp phone = phone(person.ask(TOTP));
    Answer on = turnOn(person, phone.code(0));
    assertThat(on.status()).as(on.text()).isEqualTo(200);
    return phone;
  }

  private static Answer turnOn(OwnPage person, String code) {
    return person.put(TOTP, new JsonObject().put("code", code));
  }

  private static AuthenticatorApp phone(JsonObject offer) {
    return new AuthenticatorApp(offer.getString("secret"));
  }
}
