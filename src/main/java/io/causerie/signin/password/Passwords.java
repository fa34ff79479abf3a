package io.causerie.signin.password;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import io.causerie.http.Problem;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.text.Normalizer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Hashes passwords with Argon2id, a few at a time and away from the event loops. When too many wait,
 * it fails with UNAVAILABLE instead. Strangers have threads of their own, so that however many come,
 * they never delay a known browser.
 */
public final class Passwords {
  /** Names of threads. */
  static final String STRANGERS = "passwords";

  static final String JUDGING = "passwords-judging";

  private static final int THREADS_OF_STRANGERS = 2;

  /** The part of the heap that hashing for strangers may take. */
  private static final int HASHING_PART = 8;

  private static final int MEMORY_KIB = 19 * 1024;
  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int HASH_BYTES = 32;
  private static final int SALT_BYTES = 16;
  /** As OWASP recommends for Argon2id. */
  public static final Argon2Function STRONG =
      Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, HASH_BYTES, Argon2.ID);

  private final Argon2Function function;
  private final Lane strangers;
  private final Lane known;
  private final Lane judging;

  /** @param function by which passwords are hashed from now on */
  public Passwords(Vertx vertx, Argon2Function function) {
    this.function = function;
    this.strangers =
        lane(vertx, STRANGERS, threadsOfStrangers(Runtime.getRuntime().maxMemory()));
    this.known = lane(vertx, "passwords-known", 1);
    this.judging = lane(vertx, JUDGING, 1);
  }

  /** @param heap in bytes */
  static int threadsOfStrangers(long heap) {
    long fitting = heap / HASHING_PART / (MEMORY_KIB * 1024L);
    return (int) Math.max(1, Math.min(THREADS_OF_STRANGERS, fitting));
  }

  private static Lane lane(Vertx vertx, String name, int threads) {
    return new Lane(vertx.createSharedWorkerExecutor(name, threads), threads, System::nanoTime);
  }

  /** For a known account, as a PHC string, with a salt of its own. */
  public Future<String> hash(String password) {
    return known.run(() -> hashed(password));
  }

  /** Of a new password. Fails with INVALID for one that is easily guessed. */
  public Future<String> hashNew(String password, String accountName) {
    return judging
        .run(() -> Optional.ofNullable(NewPassword.weakness(password, accountName)))
        .compose(weakness -> weakness.isPresent()
            ? Future.failedFuture(Problem.invalid("password", weakness.get()))
            : hash(password));
  }

  /**
   * Takes as long for an account without a password, and whether it is right or not.
   *
   * @param isKnown whether the browser has proved before that it belongs to the account
   */
  public Future<Boolean> matches(String password, @Nullable String hash, boolean isKnown) {
    return (isKnown ? known : strangers).run(() -> {
      if (hash == null) {
        hashed(password);
        return false;
      }
      return Password.check(normal(password), hash).with(Argon2Function.getInstanceFromHash(hash));
    });
  }

  /** Whether that hash was made with other parameters than today's. */
  public boolean isOutdated(String hash) {
    return !function.equals(Argon2Function.getInstanceFromHash(hash));
  }

  private String hashed(String password) {
    return Password.hash(normal(password))
        .addRandomSalt(SALT_BYTES)
        .with(function)
        .getResult();
  }

  /** Keyboards write the same letter in different ways. */
  private static String normal(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFC);
  }
}
