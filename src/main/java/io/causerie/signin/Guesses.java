package io.causerie.signin;

import static io.causerie.http.RateLimits.Action.SIGN_IN_FAILURE;

import io.causerie.http.Problem;
import io.causerie.http.Problem.Code;
import io.causerie.http.RateLimits;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Bounds how often somebody may be wrong about an account. All browsers that never signed in to it
 * count together, and each that did by itself: so strangers never lock out who belongs there.
 */
public final class Guesses {
  private final RateLimits limits;
  private final Devices devices;

  public Guesses(RateLimits limits, Devices devices) {
    this.limits = limits;
    this.devices = devices;
  }

  /**
   * Makes an attempt, which counts before it is made, so that many at once are not more than are
   * allowed, and is given back when it was no wrong guess. Fails with TOO_MANY_REQUESTS.
   */
  <T> Future<T> count(HttpServerRequest request, String accountName, Supplier<Future<T>> attempt) {
    return devices
        .known(request, accountName)
        .map(device -> device.map(id -> "device " + id).orElse("account " + accountName))
        .compose(key -> {
          limits.count(SIGN_IN_FAILURE, key);
          return attempt.get().onComplete(tried -> {
            if (!isWrong(tried.cause())) {
              limits.giveBack(SIGN_IN_FAILURE, key);
            }
          });
        });
  }

  private static boolean isWrong(@Nullable Throwable failure) {
    return failure instanceof Problem problem && problem.code() == Code.UNAUTHENTICATED;
  }
}
