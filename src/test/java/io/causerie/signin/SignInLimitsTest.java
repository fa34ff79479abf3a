package io.causerie.signin;

import static io.causerie.account.Role.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.testing.Answer;
import io.causerie.testing.AuthenticatorApp;
import io.causerie.testing.Console;
import io.causerie.testing.OwnPage;
import io.causerie.testing.Team;
import io.causerie.testing.TestApp;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How often somebody may try to sign in, and who is not kept out by others who try. */
final class SignInLimitsTest {
  private static final String WRONG = "a wrong password";
  private @Nullable TestApp running;

  @AfterEach
  void stop() {
    if (running != null) {
      running.close();
    }
  }

  @Test
  void strangersWhoGuessAreStoppedAndTheOwnerIsNot() {
    TestApp app = start(Map.of("CAUSERIE_LIMIT_SIGN_IN", "off"));
    OwnPage owners = new OwnPage(app).signedIn("Olga");
    OwnPage stranger = new OwnPage(app);

    List<Integer> guesses = IntStream.range(0, 12)
        .mapToObj(i -> stranger.signIn("Olga", WRONG).status())
        .toList();

    assertThat(guesses.subList(0, 10)).containsOnly(401);
    assertThat(guesses.subList(10, 12)).containsOnly(429);
    assertThat(stranger.signIn("Olga", OwnPage.PASSWORD).header("Retry-After")).isNotNull();
    owners.delete("/session");
    assertThat(owners.signIn("Olga", OwnPage.PASSWORD).status()).isEqualTo(200);
    assertThat(owners.confirm(OwnPage.PASSWORD).status()).isEqualTo(200);
    assertThat(stranger.signIn("Ann", OwnPage.PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void aBrowserThatIsKnownMayBeWrongAsOftenAndNoMore() {
    TestApp app = start(Map.of("CAUSERIE_LIMIT_SIGN_IN", "off"));
    OwnPage owners = new OwnPage(app).signedIn("Olga");

    List<Integer> guesses =
        IntStream.range(0, 11).mapToObj(i -> owners.confirm(WRONG).status()).toList();

    assertThat(guesses.subList(0, 10)).containsOnly(401);
    assertThat(guesses.get(10)).isEqualTo(429);
    assertThat(new OwnPage(app).signIn("Olga", OwnPage.PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void aBrowserIsKnownForTheAccountThatSignedInOnly() {
    TestApp app = start(Map.of("CAUSERIE_LIMIT_SIGN_IN", "off"));
    OwnPage anns = new OwnPage(app).signedIn("Ann");
    IntStream.range(0, 10).forEach(i -> new OwnPage(app).signIn("Olga", WRONG));

    assertThat(anns.signIn("Olga", WRONG).status()).isEqualTo(429);
    assertThat(anns.forged("causerie-device").signIn("Ann", WRONG).status()).isEqualTo(401);
  }

  @Test
  void whoeverHasARecoveryCodeOrALinkIsNotKeptOutByStrangersWhoGuess() {
    TestApp app = start(Map.of("CAUSERIE_LIMIT_SIGN_IN", "off"));
    OwnPage owners = new OwnPage(app).signedIn("Olga");
    List<String> codes = recoveryCodes(owners);
    IntStream.range(0, 11).forEach(i -> new OwnPage(app).signIn("Olga", WRONG));

    assertThat(signIn(app, OwnPage.PASSWORD, "00000-00000")).isEqualTo(429);
    assertThat(signIn(app, OwnPage.PASSWORD, codes.get(0))).isEqualTo(200);
    assertThat(signIn(app, OwnPage.PASSWORD, codes.get(0))).isEqualTo(429);
    String printed = new Console(app.database().url())
        .run("moderator", "add", "blog", "Olga")
        .output();
    JsonObject accepted = new JsonObject()
        .put("token", printed.replaceAll("(?s).*#invitation=([\\w-]{43}).*", "$1"))
        .put("password", OwnPage.PASSWORD + " again");
    assertThat(new OwnPage(app).post("/invitations/accept", accepted).status()).isEqualTo(200);
  }

  @Test
  void aRecoveryCodeIsNoLeaveToGuessThePassword() {
    TestApp app = start(Map.of("CAUSERIE_LIMIT_SIGN_IN", "off"));
    String code = recoveryCodes(new OwnPage(app).signedIn("Olga")).get(0);

    List<Integer> guesses =
        IntStream.range(0, 11).mapToObj(i -> signIn(app, WRONG, code)).toList();

    assertThat(guesses.subList(0, 10)).containsOnly(401);
    assertThat(guesses.get(10)).isEqualTo(429);
  }

  @Test
  void whatIsRightDoesNotCount() {
    TestApp app = start(Map.of("CAUSERIE_LIMIT_SIGN_IN", "off"));

    IntStream.range(0, 15).forEach(i -> assertThat(
            new OwnPage(app).signIn("Olga", OwnPage.PASSWORD).status())
        .isEqualTo(200));
  }

  @Test
  void anAccountThatThereIsNotIsLimitedLikeOneThatThereIs() {
    TestApp app = start(Map.of("CAUSERIE_LIMIT_SIGN_IN", "off"));
    IntStream.range(0, 10).forEach(i -> new OwnPage(app).signIn("Nobody", WRONG));

    assertThat(new OwnPage(app).signIn("Nobody", WRONG).status()).isEqualTo(429);
  }

  @Test
  void manyGuessesAtOnceAreNoMoreThanAreAllowed() {
    TestApp app = start(Map.of("CAUSERIE_LIMIT_SIGN_IN", "off"));
    JsonObject guess = new JsonObject().put("name", "Olga").put("password", WRONG);

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

  @Test
  void oneAddressTriesTenTimesAMinute() {
    TestApp app = start(Map.of("CAUSERIE_LIMIT_SIGN_IN_FAILURES", "off"));

    List<Integer> tries = IntStream.range(0, 11)
        .mapToObj(i -> new OwnPage(app).signIn("Nobody " + i, WRONG).status())
        .toList();

    assertThat(tries.subList(0, 10)).containsOnly(401);
    assertThat(tries.get(10)).isEqualTo(429);
  }

  @Test
  void aHundredWhoSignInAtOnceLeaveReadsAnswering() {
    TestApp app = start(Map.of("CAUSERIE_LIMITS", "off"));
    JsonObject right = new JsonObject().put("name", "Olga").put("password", OwnPage.PASSWORD);

    List<Future<Answer>> all = IntStream.range(0, 100)
        .mapToObj(i -> new OwnPage(app).sending(HttpMethod.POST, "/session", right))
        .toList();
    List<Integer> reads = IntStream.range(0, 20)
        .mapToObj(i -> app.get("/counts?thread=/" + i).status())
        .toList();
    boolean isOver = all.stream().allMatch(Future::isComplete);
    TestApp.await(Future.join(all));

    assertThat(reads).containsOnly(200);
    assertThat(isOver).as("reads waited for those who sign in").isFalse();
    assertThat(all.stream().map(answer -> answer.result().status())).isSubsetOf(200, 503);
    assertThat(new OwnPage(app).signIn("Olga", OwnPage.PASSWORD).status()).isEqualTo(200);
  }

  private static int signIn(TestApp app, String password, String code) {
    JsonObject given =
        new JsonObject().put("name", "Olga").put("password", password).put("code", code);
    return new OwnPage(app).post("/session", given).status();
  }

  private static List<String> recoveryCodes(OwnPage page) {
    JsonObject offered = page.post("/account/totp", new JsonObject()).json();
    var phone = new AuthenticatorApp(offered.getString("secret"));
    Answer on =
        page.send(HttpMethod.PUT, "/account/totp", new JsonObject().put("code", phone.code(0)));
    return on.json().getJsonArray("recoveryCodes").stream().map(String::valueOf).toList();
  }

  private TestApp start(Map<String, String> limits) {
    Map<String, String> settings = new HashMap<>(Map.of("CAUSERIE_LIMITS", "on"));
    settings.putAll(limits);
    TestApp app = TestApp.start(settings);
    running = app;
    Team team = app.team();
    List.of("Olga", "Ann").forEach(name -> {
      team.member("blog", name, OWNER);
      team.givePassword(name);
    });
    return app;
  }
}
