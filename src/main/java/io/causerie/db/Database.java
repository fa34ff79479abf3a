package io.causerie.db;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClientOptions;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.io.IOException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The connections to PostgreSQL. Everything has a bound: the pool, its queue, and every wait. */
public final class Database {
  /** Longer than any statement may run, so that only a server that does not answer gets here. */
  private static final long DEADLINE_MILLIS = 4_500;

  private static final int WAITING_PER_CONNECTION = 8;
  private static final int WAIT_MILLIS = 1_000;
  private static final int CONNECT_MILLIS = 1_000;
  private static final int PIPELINED = 16;
  private static final Map<String, String> SESSION = Map.of(
      "application_name", "causerie",
      "statement_timeout", "2000",
      "lock_timeout", "1000",
      "idle_in_transaction_session_timeout", "5000");

  private final Pool pool;

  private Database(Pool pool) {
    this.pool = pool;
  }

  public static Database connect(Vertx vertx, PgConnectOptions address, int connections) {
    Map<String, String> properties = new HashMap<>(address.getProperties());
    properties.putAll(SESSION);
    PgConnectOptions options = new PgConnectOptions(address)
        .setCachePreparedStatements(true)
        .setPipeliningLimit(PIPELINED)
        .setProperties(properties);
    Pool pool = PgBuilder.pool()
        .connectingTo(options)
        .with(new NetClientOptions().setConnectTimeout(CONNECT_MILLIS).setTcpKeepAlive(true))
        .with(new PoolOptions()
            .setMaxSize(connections)
            .setMaxWaitQueueSize(connections * WAITING_PER_CONNECTION)
            .setConnectionTimeout(WAIT_MILLIS)
            .setConnectionTimeoutUnit(TimeUnit.MILLISECONDS))
        .using(vertx)
        .build();
    return new Database(pool);
  }

  /** For several statements on one connection. */
  public Pool pool() {
    return pool;
  }

  /**
   * Runs one statement. Fails with a {@link TimeoutException} when no answer came
   * in time; whether a write happened is then unknown.
   */
  public Future<RowSet<Row>> query(String sql, Tuple arguments) {
    return pool.preparedQuery(sql)
        .execute(arguments)
        .timeout(DEADLINE_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Succeeds when the server answers and its schema is there. */
  public Future<Void> ping() {
    return query("select from sites limit 1", Tuple.tuple()).mapEmpty();
  }

  public Future<Void> close() {
    return pool.close();
  }

  /**
   * Whether a failure says that the server cannot be reached or does not take connections now, rather
   * than that it refused something.
   */
  public static boolean isAway(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException
          || cause instanceof TimeoutException
          || (cause instanceof SQLException sql && isAway(sql.getSQLState()))) {
        return true;
      }
    }
    return false;
  }

  /** Class 08: no connection; 57P0x: shutting down or starting up; 53300: no connection is free. */
  private static boolean isAway(@Nullable String state) {
    return state != null
        && (state.startsWith("08") || state.startsWith("57P0") || state.equals("53300"));
  }
}
