package io.causerie.signin.totp;

import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.testing.Answer;
import io.causerie.testing.AuthenticatorApp;
import io.causerie.testing.OwnPage;
import io.causerie.testing.ServiceTest;
import io.causerie.testing.TestApp;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Codes for who has lost the phone. */
@ServiceTest(settings = OwnPage.HOSTED)
final class RecoveryCodesTest {
  private static final String CODES = "/account/recovery-codes";
  private final TestApp app;

  RecoveryCodesTest(TestApp app) {
    this.app = app;
  }

  @Test
  void thereAreTenDifferentOnesAndTheyAreStoredAsHashes() {
    OwnPage ann = OwnPage.signedIn(app, "Ann");
    List<String> codes = codes(ann);

    assertThat(codes).hasSize(10).doesNotHaveDuplicates();
    assertThat(codes).allMatch(code -> code.matches("[0-9a-hjkmnp-tv-z]{5}-[0-9a-hjkmnp-tv-z]{5}"));
    assertThat(app.database()
            .count("select count(*) from second_factors, unnest(recovery) code"
                + " where account_id = " + ann.accountId() + " and octet_length(code) = 32"))
        .isEqualTo(10);
    assertThat(app.database()
            .count("select count(*) from second_factors f where f::text like '%" + codes.get(0)
                + "%' or f::text like encode('" + codes.get(0) + "', 'hex')"))
        .isZero();
  }

  @Test
  void eachStandsInForTheAppOnce() {
    OwnPage bo = OwnPage.signedIn(app, "Bo");
    String code = codes(bo).get(3);

    assertThat(bo.elsewhere().signIn(code).status()).isEqualTo(200);

    assertThat(bo.account().getInteger("recoveryCodes")).isEqualTo(9);
    Answer again = bo.elsewhere().signIn(code);
    assertThat(again.code()).isEqualTo("unauthenticated");
    assertThat(again.badFields()).containsExactly("code");
  }

  @Test
  void howItIsTypedDoesNotMatter() {
    OwnPage cleo = OwnPage.signedIn(app, "Cleo");
    List<String> codes = codes(cleo);

    assertThat(cleo.elsewhere().signIn(codes.get(0).toUpperCase(Locale.ROOT)).status())
        .isEqualTo(200);
    assertThat(cleo.elsewhere().signIn(codes.get(1).replace("-", "")).status()).isEqualTo(200);
    assertThat(cleo.elsewhere()
            .signIn(" " + codes.get(2).replace("-", " - ") + " ")
            .status())
        .isEqualTo(200);
    assertThat(cleo.elsewhere()
            .signIn(codes.get(3).replace('0', 'O').replace('1', 'l'))
            .status())
        .isEqualTo(200);
    assertThat(cleo.account().getInteger("recoveryCodes")).isEqualTo(6);
  }

  @Test
  void ofManyWhoSendOneAtOnceOneIsLetIn() {
    OwnPage dora = OwnPage.signedIn(app, "Dora");
    String code = codes(dora).get(0);

    List<Future<Answer>> asked =
        Stream.generate(() -> dora.elsewhere().signingIn(code)).limit(8).toList();

    assertThat(asked.stream().map(answer -> TestApp.await(answer).status()).toList())
        .containsOnly(200, 401)
        .containsOnlyOnce(200);
    assertThat(dora.account().getInteger("recoveryCodes")).isEqualTo(9);
  }

  @Test
  void itConfirmsASession() {
    OwnPage emil = OwnPage.signedIn(app, "Emil");
    String code = codes(emil).get(0);
    emil.waitForStepUp();
    JsonObject given = new JsonObject().put("password", OwnPage.PASSWORD).put("code", code);

    assertThat(emil.post("/session/confirmation", given).status()).isEqualTo(200);
    assertThat(emil.post("/session/confirmation", given).status()).isEqualTo(401);
  }

  @Test
  void newOnesKillTheOld() {
    OwnPage fay = OwnPage.signedIn(app, "Fay");
    List<String> old = codes(fay);
    Answer renewed = fay.post(CODES, new JsonObject());

    assertThat(renewed.status()).isEqualTo(200);
    assertThat(shown(renewed)).hasSize(10).doesNotContainAnyElementsOf(old);
    assertThat(fay.account().getInteger("recoveryCodes")).isEqualTo(10);
    assertThat(fay.elsewhere().signIn(old.get(0)).status()).isEqualTo(401);
    assertThat(fay.elsewhere().signIn(shown(renewed).get(0)).status()).isEqualTo(200);
  }

  @Test
  void withoutAnAppThereAreNone() {
    OwnPage gus = OwnPage.signedIn(app, "Gus");
    gus.ask("/account/totp");

    assertThat(gus.post(CODES, new JsonObject()).code()).isEqualTo("conflict");
    assertThat(gus.account().getInteger("recoveryCodes")).isZero();
  }

  @Test
  void anotherAccountsCodeIsGoodForNothing() {
    OwnPage hana = OwnPage.signedIn(app, "Hana");
    OwnPage ida = OwnPage.signedIn(app, "Ida");
    String ofHana = codes(hana).get(0);
    codes(ida);

    assertThat(ida.elsewhere().signIn(ofHana).status()).isEqualTo(401);
    assertThat(hana.account().getInteger("recoveryCodes")).isEqualTo(10);
  }

  /** Those that come with a new authenticator app. */
  private static List<String> codes(OwnPage person) {
    var phone = new AuthenticatorApp(person.ask("/account/totp").getString("secret"));
    Answer on = person.put("/account/totp", new JsonObject().put("code", phone.code(0)));
    assertThat(on.status()).as(on.text()).isEqualTo(200);
    return shown(on);
  }

  private static List<String> shown(Answer answer) {
    JsonArray codes = answer.json().getJsonArray("recoveryCodes");
    return codes.stream().map(String.class::cast).toList();
  }
}
