package io.causerie.http;

import io.netty.handler.codec.DecoderException;
import io.vertx.core.json.DecodeException;
import io.vertx.ext.web.handler.HttpException;
import io.vertx.pgclient.PgException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which problem a failure of the libraries below us is to a caller. */
final class Problems {
  private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

  /** Text that the database's encoding cannot keep. */
  private static final List<String> INVALID_TEXT = List.of("22021", "22P05");

  private final Predicate<Throwable> isOutage;

  /** @param isOutage which failures say that the database is away */
  Problems(Predicate<Throwable> isOutage) {
    this.isOutage = isOutage;
  }

  /** Null for a failure that is no known problem. */
  @Nullable
  Problem of(Throwable failure) {
    if (failure instanceof Problem problem) {
      return problem;
    }
    if (failure instanceof CompletionException && failure.getCause() != null) {
      return of(failure.getCause());
    }
    if (failure instanceof HttpException http) {
      return of(http.getStatusCode());
    }
    if (failure instanceof DecoderException) {
      return Problem.invalid("the body is not HTTP/1.1");
    }
    if (failure instanceof DecodeException) {
      return Problem.invalid("the body is not valid JSON");
    }
    if (failure instanceof PgException refused
        && INVALID_TEXT.contains(String.valueOf(refused.getSqlState()))) {
      return Problem.invalid("the text has characters that cannot be kept");
    }
    return failure instanceof RejectedExecutionException || isOutage.test(failure)
        ? Problem.unavailable(RETRY_AFTER)
        : null;
  }

  /** Null when the status is not the caller's doing. */
  static @Nullable Problem of(int status) {
    return switch (status) {
      case 400 -> Problem.invalid("the request cannot be read");
      case 401 -> Problem.unauthenticated("a valid token is needed");
      case 403 -> Problem.forbidden("not allowed");
      case 404 -> Problem.notFound("address");
      case 405 -> Problem.methodNotAllowed();
      case 406 -> Problem.invalid("none of the accepted media types can be answered");
      case 408 -> Problem.unavailable(RETRY_AFTER, "the request took too long to arrive");
      case 413 -> Problem.tooLarge("the body is too large");
      case 414, 431 -> Problem.tooLarge("the address or the headers are too large");
      case 415 -> Problem.unsupportedMediaType("send application/json in UTF-8");
      case 502, 503, 504 -> Problem.unavailable(RETRY_AFTER);
      default -> null;
    };
  }
}
