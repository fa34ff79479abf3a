package io.causerie.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import io.causerie.http.Problem;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class PasswordsTest {
  private static final String PASSWORD = "correct horse battery staple";
  /** Looks like many words where digits are read as letters. */
  private static final String SLOW_TO_JUDGE = "4@8({[<3691!|0$5+7%2".repeat(2);

  private final Vertx vertx = Vertx.vertx();
  private final Passwords passwords = new Passwords(vertx, Passwords.STRONG);

  @AfterEach
  void close() {
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
    List<Future<Boolean>> strangers = IntStream.range(0, 90)
        .mapToObj(i -> passwords.matches(PASSWORD, null, false))
        .toList();
    Future<String> known = passwords.hash(PASSWORD);
    known.await();
    boolean isOver = strangers.stream().allMatch(Future::isComplete);
    Future.join(strangers).otherwiseEmpty().await();

    assertThat(isOver).as("known browsers waited for strangers").isFalse();
    assertThat(strangers.stream().filter(Future::failed))
        .isNotEmpty()
        .allMatch(PasswordsTest::isUnavailable);
    assertThat(passwords.matches(PASSWORD, known.result(), false).await()).isTrue();
  }

  @Test
  void judgingNewPasswordsKeepsNobodyWaitingWhoSignsIn() {
    List<Future<String>> all = IntStream.range(0, 90)
        .mapToObj(i -> passwords.hashNew(SLOW_TO_JUDGE, "Ann"))
        .toList();
    passwords.matches(PASSWORD, null, true).await();
    boolean isOver = all.stream().allMatch(Future::isComplete);
    Future.join(all).otherwiseEmpty().await();

    assertThat(isOver).as("signing in waited for judgements").isFalse();
    assertThat(all.stream().filter(Future::failed))
        .isNotEmpty()
        .allMatch(PasswordsTest::isUnavailable);
  }

  @Test
  void aPasswordIsJudgedByItsFirstFortyCharacters() {
    String good = "tF4$kk0w-Qz8 plum anchor";

    assertThat(NewPassword.weakness("a".repeat(36) + good, "Ann")).isNotNull();
    assertThat(NewPassword.weakness(good + "a".repeat(200), "Ann")).isNull();
  }

  private static boolean isUnavailable(Future<?> refused) {
    return refused.cause() instanceof Problem problem && problem.code() == Problem.Code.UNAVAILABLE;
  }
}
