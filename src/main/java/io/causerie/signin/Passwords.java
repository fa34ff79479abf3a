package io.causerie.signin;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import io.causerie.http.Problem;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.text.Normalizer;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Hashes passwords with Argon2id, two at a time and away from the event loops. When too many wait,
 * it fails with UNAVAILABLE instead.
 */
public final class Passwords {
  private static final int THREADS = 2;
  private static final int MOST_WAITING = 64;
  private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

  private static final int MEMORY_KIB = 19 * 1024;
  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int HASH_BYTES = 32;
  private static final int SALT_BYTES = 16;
  private static final Argon2Function FUNCTION =
      Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, HASH_BYTES, Argon2.ID);

  private final WorkerExecutor workers;
  private final AtomicInteger underWay = new AtomicInteger();

  public Passwords(Vertx vertx) {
    this.workers = vertx.createSharedWorkerExecutor("passwords", THREADS);
  }

  /** As a PHC string, with a salt of its own. */
  Future<String> hash(String password) {
    return work(() -> hashed(password));
  }

  /** Of a password that somebody wants from now on. Fails with INVALID for one that is easily guessed. */
  Future<String> hashNew(String password, String accountName) {
    return work(() -> {
      @Nullable String weakness = NewPassword.weakness(password, accountName);
      if (weakness != null) {
        throw Problem.invalid("password", weakness);
      }
      return hashed(password);
    });
  }

  /** Takes as long for who has no password, and whether it is right or not. */
  Future<Boolean> matches(String password, @Nullable String hash) {
    return work(() -> {
      if (hash == null) {
        hashed(password);
        return false;
      }
      return Password.check(normal(password), hash).with(Argon2Function.getInstanceFromHash(hash));
    });
  }

  /** Whether a password with that hash should be hashed anew, since it would be done otherwise now. */
  static boolean isOutdated(String hash) {
    return !FUNCTION.equals(Argon2Function.getInstanceFromHash(hash));
  }

  private <T> Future<T> work(Callable<T> task) {
    if (underWay.incrementAndGet() > THREADS + MOST_WAITING) {
      underWay.decrementAndGet();
      return Future.failedFuture(Problem.unavailable(RETRY_AFTER));
    }
    return workers.executeBlocking(task, false).onComplete(done -> underWay.decrementAndGet());
  }

  private static String hashed(String password) {
    return Password.hash(normal(password))
        .addRandomSalt(SALT_BYTES)
        .with(FUNCTION)
        .getResult();
  }

  /** Keyboards write the same letter in different ways. */
  private static String normal(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFC);
  }
}
