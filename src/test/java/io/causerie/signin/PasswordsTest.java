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
  private final Vertx vertx = Vertx.vertx();
  private final Passwords passwords = new Passwords(vertx);

  @AfterEach
  void close() {
    vertx.close().await();
  }

  @Test
  void aHashSaysHowItWasMadeAndIsAnotherEachTime() {
    String hash = passwords.hash(PASSWORD).await();

    assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    assertThat(passwords.hash(PASSWORD).await()).isNotEqualTo(hash);
    assertThat(passwords.matches(PASSWORD, hash).await()).isTrue();
    assertThat(passwords.matches(PASSWORD + "!", hash).await()).isFalse();
    assertThat(passwords.matches(PASSWORD, null).await()).isFalse();
    assertThat(Passwords.isOutdated(hash)).isFalse();
  }

  @Test
  void aHashThatWasMadeOtherwiseStillCountsAndIsKnownAsOutdated() {
    String weak = Password.hash(PASSWORD)
        .addRandomSalt(16)
        .with(Argon2Function.getInstance(8192, 1, 1, 32, Argon2.ID))
        .getResult();

    assertThat(passwords.matches(PASSWORD, weak).await()).isTrue();
    assertThat(Passwords.isOutdated(weak)).isTrue();
  }

  @Test
  void whoWouldWaitTooLongIsToldSoAtOnceAndTheOthersAreServed() {
    List<Future<String>> all =
        IntStream.range(0, 80).mapToObj(i -> passwords.hash(PASSWORD)).toList();
    Future.join(all).otherwiseEmpty().await();

    // Two are worked on and 64 wait; a few may be done before the last asks.
    assertThat(all.stream().filter(Future::succeeded)).hasSizeBetween(66, 79);
    assertThat(all.stream().filter(Future::failed))
        .allMatch(refused -> refused.cause() instanceof Problem problem
            && problem.code() == Problem.Code.UNAVAILABLE);
    assertThat(passwords.hash(PASSWORD).await()).isNotEmpty();
  }
}
