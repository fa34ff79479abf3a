package io.causerie.db;

import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.sqlclient.ClosedConnectionException;
import io.vertx.sqlclient.DatabaseException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which failures say that the database cannot be reached, takes no work now or is too slow, rather than
 * that it refused something: the same may succeed in a while.
 */
public final class Outage {
  /** Cancelled by a deadline, lock not available, read-only after a failover. */
  private static final List<String> STATES = List.of("57014", "55P03", "25006");

  /** Connection exceptions, insufficient resources, operator intervention. */
  private static final List<String> CLASSES = List.of("08", "53", "57P");

  /**
   * How the pool tells a wait that was too long, its own end, or a connection that closed under a
   * statement; the message is all there is to know them by.
   */
  private static final Pattern OF_THE_POOL = Pattern.compile(
      "Timeout( waiting for connection)?|Pool closed|Connection is not active now.*");

  private Outage() {}

  public static boolean is(Throwable failure) {
    String state = sqlState(failure);
    return state == null
        ? failure instanceof IOException
            || failure instanceof TimeoutException
            || failure instanceof ConnectionPoolTooBusyException
            || failure instanceof ClosedConnectionException
            || OF_THE_POOL.matcher(String.valueOf(failure.getMessage())).matches()
        : STATES.contains(state) || CLASSES.stream().anyMatch(state::startsWith);
  }

  /** Whether it is one, or comes of one. */
  public static boolean isBehind(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (is(cause)) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable String sqlState(Throwable failure) {
    if (failure instanceof SQLException sql) {
      return sql.getSQLState();
    }
    return failure instanceof DatabaseException refusal ? refusal.getSqlState() : null;
  }
}
