package io.causerie.signin;

import static io.causerie.account.Role.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.testing.Answer;
import io.causerie.testing.AuthenticatorApp;
import io.causerie.testing.Console;
import io.causerie.testing.OwnPage;
import io.causerie.testing.ServiceTest;
import io.causerie.testing.TestApp;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * How often somebody may try to sign in, and who is not kept out by others who try. What is counted
 * goes by the name, so that each test has names of its own.
 */
@ServiceTest(settings = {"CAUSERIE_LIMITS=on", "CAUSERIE_LIMIT_SIGN_IN=off"})
final class SignInLimitsTest {
  private static final String WRONG = "a wrong password";
  private final TestApp app;
  private final String olga;
  private final String ann;

  SignInLimitsTest(TestApp app) {
    this.app = app;
    olga = "Olga of " + app.site();
    ann = "Ann of " + app.site();
    List.of(olga, ann).forEach(name -> {
      app.team().member(name, OWNER);
      app.team().givePassword(name);
    });
  }

  @Test
  void strangersWhoGuessAreStoppedAndTheOwnerIsNot() {
    OwnPage owners = new OwnPage(app).signedIn(olga);
    OwnPage stranger = new OwnPage(app);

    List<Integer> guesses = IntStream.range(0, 12)
        .mapToObj(i -> stranger.signIn(olga, WRONG).status())
        .toList();

    assertThat(guesses.subList(0, 10)).containsOnly(401);
    assertThat(guesses.subList(10, 12)).containsOnly(429);
    assertThat(stranger.signIn(olga, OwnPage.PASSWORD).header("Retry-After")).isNotNull();
    owners.delete("/session");
    assertThat(owners.signIn(olga, OwnPage.PASSWORD).status()).isEqualTo(200);
    assertThat(owners.confirm(OwnPage.PASSWORD).status()).isEqualTo(200);
    assertThat(stranger.signIn(ann, OwnPage.PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void aBrowserThatIsKnownMayBeWrongAsOftenAndNoMore() {
    OwnPage owners = new OwnPage(app).signedIn(olga);

    List<Integer> guesses =
        IntStream.range(0, 11).mapToObj(i -> owners.confirm(WRONG).status()).toList();

    assertThat(guesses.subList(0, 10)).containsOnly(401);
    assertThat(guesses.get(10)).isEqualTo(429);
    assertThat(new OwnPage(app).signIn(olga, OwnPage.PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void aBrowserIsKnownForTheAccountThatSignedInOnly() {
    OwnPage anns = new OwnPage(app).signedIn(ann);
    IntStream.range(0, 10).forEach(i -> new OwnPage(app).signIn(olga, WRONG));

    assertThat(anns.signIn(olga, WRONG).status()).isEqualTo(429);
    assertThat(anns.forged("causerie-device").signIn(ann, WRONG).status()).isEqualTo(401);
  }

  @Test
  void whoeverHasARecoveryCodeOrALinkIsNotKeptOutByStrangersWhoGuess() {
    OwnPage owners = new OwnPage(app).signedIn(olga);
    List<String> codes = recoveryCodes(owners);
    IntStream.range(0, 11).forEach(i -> new OwnPage(app).signIn(olga, WRONG));

    assertThat(signIn(OwnPage.PASSWORD, "00000-00000")).isEqualTo(429);
    assertThat(signIn(OwnPage.PASSWORD, codes.get(0))).isEqualTo(200);
    assertThat(signIn(OwnPage.PASSWORD, codes.get(0))).isEqualTo(429);
    String printed = new Console(app.database().url())
        .run("moderator", "add", app.site(), olga)
        .output();
    JsonObject accepted = new JsonObject()
        .put("token", printed.replaceAll("(?s).*#invitation=([\\w-]{43}).*", "$1"))
        .put("password", OwnPage.PASSWORD + " again");
    assertThat(new OwnPage(app).post("/invitations/accept", accepted).status()).isEqualTo(200);
  }

  @Test
  void aRecoveryCodeIsNoLeaveToGuessThePassword() {
    String code = recoveryCodes(new OwnPage(app).signedIn(olga)).get(0);

    List<Integer> guesses =
        IntStream.range(0, 11).mapToObj(i -> signIn(WRONG, code)).toList();

    assertThat(guesses.subList(0, 10)).containsOnly(401);
    assertThat(guesses.get(10)).isEqualTo(429);
  }

  @Test
  void whatIsRightDoesNotCount() {
    IntStream.range(0, 15)
        .forEach(i ->
            assertThat(new OwnPage(app).signIn(olga, OwnPage.PASSWORD).status()).isEqualTo(200));
  }

  @Test
  void anAccountThatThereIsNotIsLimitedLikeOneThatThereIs() {
    String nobody = "Nobody of " + app.site();
    IntStream.range(0, 10).forEach(i -> new OwnPage(app).signIn(nobody, WRONG));

    assertThat(new OwnPage(app).signIn(nobody, WRONG).status()).isEqualTo(429);
  }

  @Test
  void manyGuessesAtOnceAreNoMoreThanAreAllowed() {
    JsonObject guess = new JsonObject().put("name", olga).put("password", WRONG);

    List<Future<Answer>> all = IntStream.range(0, 30)
        .mapToObj(i -> new OwnPage(app).sending(HttpMethod.POST, "/session", guess))
        .toList();
    TestApp.await(Future.join(all));

    // A slow machine may have no time left for some of those that are allowed.
    assertThat(all.stream().map(answer -> answer.result().status()).filter(s -> s != 429))
        .hasSize(10)
        .contains(401)
        .isSubsetOf(401, 503);
  }

  private int signIn(String password, String code) {
    JsonObject given =
        new JsonObject().put("name", olga).put("password", password).put("code", code);
    return new OwnPage(app).post("/session", given).status();
  }

  private static List<String> recoveryCodes(OwnPage page) {
    JsonObject offered = page.post("/account/totp", new JsonObject()).json();
    var phone = new AuthenticatorApp(offered.getString("secret"));
    Answer on =
        page.send(HttpMethod.PUT, "/account/totp", new JsonObject().put("code", phone.code(0)));
    return on.json().getJsonArray("recoveryCodes").stream().map(String::valueOf).toList();
  }
}
