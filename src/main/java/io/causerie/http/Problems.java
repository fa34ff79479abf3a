package io.causerie.http;

import io.netty.handler.codec.DecoderException;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.json.DecodeException;
import io.vertx.ext.web.handler.HttpException;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which problem a failure of the libraries below us is to a caller. */
final class Problems {
  private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

  /** Cancelled by a deadline, lock not available, read-only after a failover. */
  private static final List<String> UNAVAILABLE_STATES = List.of("57014", "55P03", "25006");

  /** Connection exceptions, insufficient resources, operator intervention. */
  private static final List<String> UNAVAILABLE_CLASSES = List.of("08", "53", "57P");

  /** Text that the database's encoding cannot keep. */
  private static final List<String> INVALID_TEXT = List.of("22021", "22P05");

  /**
   * How the pool tells a wait that was too long, its own end, or a connection that closed under a
   * statement; the message is all there is to know them by.
   */
  private static final Pattern POOL_OUTAGE = Pattern.compile(
      "Timeout( waiting for connection)?|Pool closed|Connection is not active now.*");

  private Problems() {}

  /** Null for a failure that is no known problem. */
  static @Nullable Problem of(Throwable failure) {
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
    if (failure instanceof PgException refused) {
      return ofSqlState(refused.getSqlState());
    }
    return isOutage(failure) ? Problem.unavailable(RETRY_AFTER) : null;
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

  private static @Nullable Problem ofSqlState(@Nullable String state) {
    if (state == null) {
      return null;
    }
    if (UNAVAILABLE_STATES.contains(state)
        || UNAVAILABLE_CLASSES.stream().anyMatch(state::startsWith)) {
      return Problem.unavailable(RETRY_AFTER);
    }
    return INVALID_TEXT.contains(state)
        ? Problem.invalid("the text has characters that cannot be kept")
        : null;
  }

  private static boolean isOutage(Throwable failure) {
    return failure instanceof ConnectionPoolTooBusyException
        || failure instanceof ClosedConnectionException
        || failure instanceof TimeoutException
        || failure instanceof RejectedExecutionException
        || failure instanceof IOException
        || POOL_OUTAGE.matcher(String.valueOf(failure.getMessage())).matches();
  }
}
