package io.causerie.signin.passkey;

import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.testing.Answer;
import io.causerie.testing.OwnPage;
import io.causerie.testing.Passkeys;
import io.causerie.testing.ServiceTest;
import io.causerie.testing.SoftAuthenticator;
import io.causerie.testing.TestApp;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The passkeys of an account: made, listed, removed. */
@ServiceTest(settings = OwnPage.HOSTED)
final class PasskeysTest {
  private static final String PASSKEYS = "/account/passkeys";
  private final TestApp app;

  PasskeysTest(TestApp app) {
    this.app = app;
  }

  @Test
  void aBrowserIsAskedForADiscoverableKeyOfAVerifiedOwner() {
    JsonObject asked =
        OwnPage.signedIn(app, "Ann").ask(PASSKEYS + "/options").getJsonObject("publicKey");

    assertThat(asked.getJsonObject("rp").getString("id")).isEqualTo("talk.example");
    assertThat(asked.getJsonObject("user").getString("name")).isEqualTo("Ann");
    assertThat(asked.getJsonObject("authenticatorSelection"))
        .isEqualTo(new JsonObject()
            .put("residentKey", "required")
            .put("requireResidentKey", true)
            .put("userVerification", "required"));
    assertThat(asked.getString("attestation")).isEqualTo("none");
    assertThat(asked.containsKey("excludeCredentials")).isFalse();
  }

  @Test
  void aPasskeyIsKeptUnderItsNameAndCounted() {
    OwnPage bo = OwnPage.signedIn(app, "Bo");
    Answer added = Passkeys.add(bo, "Laptop", new SoftAuthenticator(OwnPage.ORIGIN));

    JsonObject passkey = added.json().getJsonObject("passkey");
    assertThat(added.status()).isEqualTo(201);
    assertThat(passkey.getString("name")).isEqualTo("Laptop");
    assertThat(passkey.getValue("lastUsedAt")).isNull();
    assertThat(listed(bo)).containsExactly(passkey);
    assertThat(bo.account().getInteger("passkeys")).isOne();
  }

  @Test
  void whatTheAccountHasIsNotAskedForAgainAndNotTakenTwice() {
    OwnPage cleo = OwnPage.signedIn(app, "Cleo");
    SoftAuthenticator key = new SoftAuthenticator(OwnPage.ORIGIN);
    Passkeys.add(cleo, "Laptop", key);

    JsonArray excluded = cleo.ask(PASSKEYS + "/options")
        .getJsonObject("publicKey")
        .getJsonArray("excludeCredentials");

    assertThat(excluded.getJsonObject(0).getString("id")).isEqualTo(key.id());
    assertThat(Passkeys.add(cleo, "Again", key).code()).isEqualTo("conflict");
    assertThat(Passkeys.add(OwnPage.signedIn(app, "Carl"), "Mine now", key).code())
        .isEqualTo("conflict");
    assertThat(listed(cleo)).hasSize(1);
  }

  @Test
  void whatABrowserAnswersElsewhereOrUnverifiedRegistersNothing() {
    OwnPage dora = OwnPage.signedIn(app, "Dora");
    SoftAuthenticator key = new SoftAuthenticator(OwnPage.ORIGIN);

    for (SoftAuthenticator lying : List.of(
        new SoftAuthenticator("https://evil.example"),
        new SoftAuthenticator(OwnPage.ORIGIN + ".evil.example"),
        new SoftAuthenticator(OwnPage.ORIGIN).belongsTo("evil.example"),
        new SoftAuthenticator(OwnPage.ORIGIN).verifiesNobody(),
        new SoftAuthenticator(OwnPage.ORIGIN).isAlone(),
        new SoftAuthenticator(OwnPage.ORIGIN).framed("crossOrigin", true),
        new SoftAuthenticator(OwnPage.ORIGIN).framed("topOrigin", "https://evil.example"))) {
      assertThat(Passkeys.add(dora, "Key", lying).badFields()).containsExactly("credential");
    }
    Passkeys.add(dora, "Key", key);
    JsonObject asked = dora.ask(PASSKEYS + "/options");
    JsonObject signed = key.get(asked.getJsonObject("publicKey"));
    signed.getJsonObject("response").put("attestationObject", "oA");
    assertThat(dora.post(PASSKEYS, Passkeys.named("Key", asked, signed)).badFields())
        .containsExactly("credential");
    assertThat(listed(dora)).hasSize(1);
  }

  @Test
  void aChallengeIsGoodForOneAnswerOfTheAccountItWasMadeFor() {
    OwnPage emil = OwnPage.signedIn(app, "Emil");
    OwnPage eva = OwnPage.signedIn(app, "Eva");
    SoftAuthenticator key = new SoftAuthenticator(OwnPage.ORIGIN);
    JsonObject asked = emil.ask(PASSKEYS + "/options");
    JsonObject made = key.create(asked.getJsonObject("publicKey"));
    JsonObject foreign = eva.ask(PASSKEYS + "/options");

    assertThat(eva.post(PASSKEYS, Passkeys.named("Key", asked, made)).badFields())
        .containsExactly("ceremony");
    assertThat(eva.post(PASSKEYS, Passkeys.named("Key", foreign, made)).badFields())
        .containsExactly("credential");
    assertThat(emil.post(PASSKEYS, Passkeys.named("Key", asked, made)).status()).isEqualTo(201);
    assertThat(emil.post(PASSKEYS, Passkeys.named("Key", asked, made)).badFields())
        .containsExactly("ceremony");
  }

  @Test
  void aChallengeIsGoodForFiveMinutes() {
    OwnPage fay = OwnPage.signedIn(app, "Fay");
    JsonObject asked = fay.ask(PASSKEYS + "/options");
    JsonObject made =
        new SoftAuthenticator(OwnPage.ORIGIN).create(asked.getJsonObject("publicKey"));
    app.database()
        .execute("update ceremonies set expires_at = expires_at - interval '301 seconds'"
            + " where account_id = " + fay.accountId());

    assertThat(fay.post(PASSKEYS, Passkeys.named("Key", asked, made)).badFields())
        .containsExactly("ceremony");
  }

  @Test
  void oneIsRemovedByItsOwnerAlone() {
    OwnPage ida = OwnPage.signedIn(app, "Ida");
    OwnPage jan = OwnPage.signedIn(app, "Jan");
    String id = Passkeys.id(Passkeys.add(ida, "Key", new SoftAuthenticator(OwnPage.ORIGIN)));

    assertThat(jan.delete(PASSKEYS + "/" + id).status()).isEqualTo(404);
    assertThat(ida.delete(PASSKEYS + "/x").status()).isEqualTo(404);
    assertThat(ida.delete(PASSKEYS + "/" + id).status()).isEqualTo(204);
    assertThat(ida.delete(PASSKEYS + "/" + id).status()).isEqualTo(404);
    assertThat(listed(ida)).isEmpty();
  }

  @Test
  void theLastWayInStaysHoweverManyRemoveAtOnce() {
    OwnPage kai = OwnPage.signedIn(app, "Kai");
    List<String> ids = IntStream.range(0, 4)
        .mapToObj(i -> Passkeys.add(kai, "Key " + i, new SoftAuthenticator(OwnPage.ORIGIN)))
        .map(Passkeys::id)
        .toList();
    app.database()
        .execute("update accounts set password_hash = null where id = " + kai.accountId());

    List<Integer> statuses = ids.stream()
        .map(id -> kai.sending(HttpMethod.DELETE, PASSKEYS + "/" + id, null))
        .toList()
        .stream()
        .map(answer -> TestApp.await(answer).status())
        .toList();

    assertThat(statuses).containsOnly(204, 409).containsOnlyOnce(409);
    assertThat(kai.account().getInteger("passkeys")).isOne();
    assertThat(kai.account().getBoolean("hasPassword")).isFalse();
  }

  @Test
  void anAccountHasAtMostTwenty() {
    OwnPage lea = OwnPage.signedIn(app, "Lea");
    app.database()
        .execute("insert into passkeys (id, account_id, name, credential_id, public_key, aaguid,"
            + " sign_count, created_at) select i, %1$d, 'Key', int8send(%1$d + i), 'x',"
                .formatted(lea.accountId())
            + " gen_random_uuid(), 0, now() from generate_series(1, 19) i");

    assertThat(Passkeys.add(lea, "Last", new SoftAuthenticator(OwnPage.ORIGIN)).status())
        .isEqualTo(201);
    assertThat(Passkeys.add(lea, "More", new SoftAuthenticator(OwnPage.ORIGIN)).code())
        .isEqualTo("conflict");
  }

  @Test
  void changesWantStepUpAndLookingDoesNot() {
    OwnPage mia = OwnPage.signedIn(app, "Mia");
    mia.waitForStepUp();

    assertThat(mia.get(PASSKEYS).status()).isEqualTo(200);
    for (Answer answer : List.of(
        mia.post(PASSKEYS + "/options", new JsonObject()),
        mia.post(PASSKEYS, new JsonObject()),
        mia.delete(PASSKEYS + "/05Z6P9C4TQ81M"))) {
      assertThat(answer.code()).isEqualTo("step_up_required");
    }
  }

  private static List<JsonObject> listed(OwnPage person) {
    return person.get(PASSKEYS).json().getJsonArray("passkeys").stream()
        .map(JsonObject.class::cast)
        .toList();
  }
}
