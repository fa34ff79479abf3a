package io.causerie;

import static io.causerie.account.Role.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.testing.Answer;
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
  private @Nullable Team runningTeam;

  @AfterEach
  void stop() {
    if (runningTeam != null) {
      runningTeam.close();
    }
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

  private TestApp start(Map<String, String> limits) {
    Map<String, String> settings = new HashMap<>(Map.of("CAUSERIE_LIMITS", "on"));
    settings.putAll(limits);
    TestApp app = TestApp.start(settings);
    running = app;
    Team team = new Team(app);
    runningTeam = team;
    List.of("Olga", "Ann").forEach(name -> {
      team.member("blog", name, OWNER);
      team.givePassword(name);
    });
    return app;
  }
}
