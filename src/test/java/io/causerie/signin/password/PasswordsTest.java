package io.causerie.signin.password;

import static org.assertj.core.api.Assertions.assertThat;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import io.causerie.http.Problem;
import io.causerie.testing.TestService;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class PasswordsTest {
  private static final String PASSWORD = "correct horse battery staple";
  private final Vertx vertx = Vertx.vertx();
  private final CountDownLatch held = new CountDownLatch(1);
  private final Passwords passwords = new Passwords(vertx, Passwords.STRONG);

  /** For what does not depend on how long a hash takes. */
  private final Passwords cheap = new Passwords(vertx, TestService.CHEAP);

  @AfterEach
  void close() {
    held.countDown();
    vertx.close().await();
  }

  @Test
  void aHashSaysHowItWasMadeAndIsAnotherEachTime() {
    String hash = passwords.hash(PASSWORD).await();

    assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    assertThat(passwords.hash(PASSWORD).await()).isNotEqualTo(hash);
    assertThat(passwords.matches(PASSWORD, hash, false).await()).isTrue();
    assertThat(passwords.matches(PASSWORD + "!", hash, true).await()).isFalse();
    assertThat(passwords.matches(PASSWORD, null, false).await()).isFalse();
    assertThat(passwords.isOutdated(hash)).isFalse();
  }

  @Test
  void aHashThatWasMadeOtherwiseStillCountsAndIsKnownAsOutdated() {
    String weak = Password.hash(PASSWORD)
        .addRandomSalt(16)
        .with(Argon2Function.getInstance(8192, 1, 1, 32, Argon2.ID))
        .getResult();

    assertThat(passwords.matches(PASSWORD, weak, false).await()).isTrue();
    assertThat(passwords.isOutdated(weak)).isTrue();
  }

  @Test
  void aSmallHeapHashesForOneStrangerAtATime() {
    long mebibyte = 1024 * 1024;

    assertThat(Passwords.threadsOfStrangers(128 * mebibyte)).isEqualTo(1);
    assertThat(Passwords.threadsOfStrangers(304 * mebibyte)).isEqualTo(2);
    assertThat(Passwords.threadsOfStrangers(16_384 * mebibyte)).isEqualTo(2);
  }

  @Test
  void aFloodOfStrangersIsRefusedInPartAndKeepsNobodyWaitingWhoIsKnown() {
    hold(Passwords.STRANGERS);
    List<Future<Boolean>> strangers = IntStream.range(0, 90)
        .mapToObj(i -> cheap.matches(PASSWORD, null, false))
        .toList();

    String hash = cheap.hash(PASSWORD).await();
    assertThat(cheap.matches(PASSWORD, hash, true).await()).isTrue();

    assertRefusedInPart(strangers);
    held.countDown();
    Future.join(strangers).otherwiseEmpty().await();
    assertThat(cheap.matches(PASSWORD, hash, false).await()).isTrue();
  }

  @Test
  void judgingNewPasswordsKeepsNobodyWaitingWhoSignsIn() {
    hold(Passwords.JUDGING);
    List<Future<String>> judged = IntStream.range(0, 90)
        .mapToObj(i -> cheap.hashNew("password1234", "Ann"))
        .toList();

    assertThat(cheap.matches(PASSWORD, null, true).await()).isFalse();

    assertRefusedInPart(judged);
    held.countDown();
    Future.join(judged).otherwiseEmpty().await();
  }

  @Test
  void aPasswordIsJudgedByItsFirstFortyCharacters() {
    String good = "tF4$kk0w-Qz8 plum anchor";

    assertThat(NewPassword.weakness("a".repeat(36) + good, "Ann")).isNotNull();
    assertThat(NewPassword.weakness(good + "a".repeat(200), "Ann")).isNull();
  }

  /** Nothing that these threads are given from now on is begun before the test says so. */
  private void hold(String threads) {
    for (int i = 0; i < 2; i++) {
      vertx.createSharedWorkerExecutor(threads).executeBlocking(() -> await(held), false);
    }
  }

  private static boolean await(CountDownLatch latch) throws InterruptedException {
    return latch.await(60, TimeUnit.SECONDS);
  }

  /** Some at once, and the others still wait. */
  private static void assertRefusedInPart(List<? extends Future<?>> all) {
    assertThat(all)
        .filteredOn(Future::isComplete)
        .isNotEmpty()
        .allMatch(PasswordsTest::isUnavailable);
    assertThat(all).filteredOn(one -> !one.isComplete()).isNotEmpty();
  }

  private static boolean isUnavailable(Future<?> refused) {
    return refused.cause() instanceof Problem problem && problem.code() == Problem.Code.UNAVAILABLE;
  }
}
