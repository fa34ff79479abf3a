package io.causerie.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.testing.Answer;
import io.causerie.testing.OwnPage;
import io.causerie.testing.TestApp;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Many who sign in from one address, each test with a service that counts addresses or hashes as usual. */
@Tag("http")
final class SignInFloodTest {
  private final AtomicBoolean isOver = new AtomicBoolean();

  @Test
  void oneAddressTriesTenTimesAMinute() {
    Map<String, String> settings =
        Map.of("CAUSERIE_LIMITS", "on", "CAUSERIE_LIMIT_SIGN_IN_FAILURES", "off");
    try (TestApp app = TestApp.start(settings)) {
      List<Integer> tries = IntStream.range(0, 11)
          .mapToObj(
              i -> new OwnPage(app).signIn("Nobody " + i, "a wrong password").status())
          .toList();

      assertThat(tries.subList(0, 10)).containsOnly(401);
      assertThat(tries.get(10)).isEqualTo(429);
    }
  }

  @Test
  void readsAreAnsweredWhileFiftySignInAtOnce() {
    try (TestApp app = TestApp.startAsUsual(Map.of())) {
      app.team().account("Olga");
      // From now on her password is hashed at the usual cost.
      new OwnPage(app).signedIn("Olga");

      List<Future<Integer>> all =
          IntStream.range(0, 50).mapToObj(i -> signingIn(app)).toList();
      List<Integer> reads = IntStream.range(0, 20)
          .mapToObj(i -> app.get("/counts?thread=/" + i).status())
          .toList();
      isOver.set(true);
      TestApp.await(Future.join(all));

      assertThat(reads).containsOnly(200);
      assertThat(all.stream().map(Future::result)).contains(200).isSubsetOf(200, 503);
      assertThat(new OwnPage(app).signIn("Olga", OwnPage.PASSWORD).status()).isEqualTo(200);
    }
  }

  /** In one new browser after the other, so that as many sign in all the time as the service takes. */
  private Future<Integer> signingIn(TestApp app) {
    JsonObject right = new JsonObject().put("name", "Olga").put("password", OwnPage.PASSWORD);
    return new OwnPage(app)
        .sending(HttpMethod.POST, "/session", right)
        .map(Answer::status)
        .compose(status ->
            status == 200 && !isOver.get() ? signingIn(app) : Future.succeededFuture(status));
  }
}
