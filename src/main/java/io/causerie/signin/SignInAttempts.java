package io.causerie.signin;

import static io.causerie.http.RateLimits.Action.SIGN_IN_FAILURE;

import io.causerie.http.Problem;
import io.causerie.http.Problem.Code;
import io.causerie.http.RateLimits;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Bounds the wrong guesses about an account. All browsers that never signed in to it count together;
 * each that did, and each recovery code of it, is counted separately. So strangers never lock out the
 * account's owner.
 */
public final class SignInAttempts {
  private final RateLimits limits;
  private final KnownBrowsers devices;

  public SignInAttempts(RateLimits limits, KnownBrowsers devices) {
    this.limits = limits;
    this.devices = devices;
  }

  /**
   * An attempt to authenticate as an account.
   *
   * @param recovers whether a recovery code of the account came with it: fifty bits, which cannot be
   *     guessed by the few tries that one address has
   */
  record Guess(HttpServerRequest request, String accountName, Supplier<Future<Boolean>> recovers) {}

  /** @param isKnown whether something was proved already */
  private record Counted(String key, boolean isKnown) {}

  /**
   * Makes an attempt, which counts before it is made, so that many at once are not more than are
   * allowed, and is given back when it was no wrong guess. Fails with TOO_MANY_REQUESTS.
   *
   * @param attempt is told whether the browser has proved something already
   */
  <T> Future<T> count(Guess guess, Function<Boolean, Future<T>> attempt) {
    return counted(guess).compose(counted -> {
      limits.count(SIGN_IN_FAILURE, counted.key());
      return attempt.apply(counted.isKnown()).onComplete(tried -> {
        if (!isWrong(tried.cause())) {
          limits.giveBack(SIGN_IN_FAILURE, counted.key());
        }
      });
    });
  }

  private Future<Counted> counted(Guess guess) {
    String name = guess.accountName();
    return devices
        .known(guess.request(), name)
        .compose(device -> device.isPresent()
            ? Future.succeededFuture(new Counted("device " + device.get(), true))
            : guess
                .recovers()
                .get()
                .map(recovers ->
                    new Counted((recovers ? "recovery " : "account ") + name, recovers)));
  }

  private static boolean isWrong(@Nullable Throwable failure) {
    return failure instanceof Problem problem && problem.code() == Code.UNAUTHENTICATED;
  }
}
