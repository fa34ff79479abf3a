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
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * The connections to PostgreSQL, with a bound on everything: how many, how many callers may wait for
 * one, how long for a connection, for a lock, for a statement and for an answer.
 *
 * <p>The server's limits are sent as connection parameters and win over nothing that the URL states
 * itself. PgBouncer refuses parameters it does not know: list these three in its {@code
 * ignore_startup_parameters} and set them on the role with {@code alter role … set}.
 */
public final class Database {
  private static final Map<String, String> SERVER_LIMITS = Map.of(
      "statement_timeout", "2000",
      "lock_timeout", "1000",
      "idle_in_transaction_session_timeout", "5000");

  private static final int CONNECT_MILLIS = 1_000;
  private static final int UNACKNOWLEDGED_MILLIS = 5_000;
  private static final int IDLE_MINUTES = 5;
  private static final int LIFETIME_MINUTES = 30;
  private static final int WAITING_PER_CONNECTION = 8;
  private static final int PIPELINED = 16;

  /** In characters. What is longer would be parsed and planned each time. */
  private static final int LONGEST_STATEMENT = 16_384;

  /**
   * How long a caller waits.
   *
   * @param connection until one is free
   * @param answer from the call to the answer, the wait for a connection included
   */
  record Patience(Duration connection, Duration answer) {
    static final Patience USUAL = new Patience(Duration.ofSeconds(1), Duration.ofMillis(4_500));
  }

  private final Pool pool;
  private final Patience patience;

  private Database(Pool pool, Patience patience) {
    this.pool = pool;
    this.patience = patience;
  }

  /** Opens no connection yet: {@link #ping} tells whether the server can be reached. */
  public static Database connect(Vertx vertx, PgConnectOptions options, int poolSize) {
    return connect(vertx, options, poolSize, Patience.USUAL);
  }

  static Database connect(Vertx vertx, PgConnectOptions options, int poolSize, Patience patience) {
    Pool pool = PgBuilder.pool()
        .with(bounds(poolSize, patience.connection()))
        .with(transport())
        .connectingTo(limited(options))
        .using(vertx)
        .build();
    return new Database(pool, patience);
  }

  /** For long transactions. What runs on it has the server's limits but no own deadline. */
  public Pool pool() {
    return pool;
  }

  /** Fails with {@link DeadlinePassed} when the server does not answer within 4.5 s. */
  public Future<RowSet<Row>> query(String sql, Tuple arguments) {
    return answered(pool.preparedQuery(sql).execute(arguments));
  }

  /** As {@link #query(String, Tuple)}. */
  public Future<RowSet<Row>> query(Statement.Binding bound) {
    return query(bound.sql(), bound.tuple());
  }

  /** Several statements that all hold or none, with the same deadline for all together. */
  public <T> Future<T> transaction(Function<SqlConnection, Future<T>> statements) {
    return answered(pool.withTransaction(statements));
  }

  /** Succeeds when the server answers and its schema is there. */
  public Future<Void> ping() {
    return answered(pool.query("select from sites limit 1").execute()).mapEmpty();
  }

  public Future<Void> close() {
    return pool.close();
  }

  private static PoolOptions bounds(int poolSize, Duration wait) {
    return new PoolOptions()
        .setMaxSize(poolSize)
        .setMaxWaitQueueSize(WAITING_PER_CONNECTION * poolSize)
        .setConnectionTimeout((int) wait.toMillis())
        .setConnectionTimeoutUnit(TimeUnit.MILLISECONDS)
        .setIdleTimeout(IDLE_MINUTES)
        .setIdleTimeoutUnit(TimeUnit.MINUTES)
        .setMaxLifetime(LIFETIME_MINUTES)
        .setMaxLifetimeUnit(TimeUnit.MINUTES);
  }

  /**
   * The user timeout closes a connection whose peer vanished with work in flight. Only a native
   * transport has it; without one the operating system does so, after about a quarter of an hour.
   */
  private static NetClientOptions transport() {
    return new NetClientOptions()
        .setConnectTimeout(CONNECT_MILLIS)
        .setTcpKeepAlive(true)
        .setTcpUserTimeout(UNACKNOWLEDGED_MILLIS);
  }

  private static PgConnectOptions limited(PgConnectOptions options) {
    Map<String, String> properties = new HashMap<>(SERVER_LIMITS);
    properties.putAll(options.getProperties());
    properties.put("application_name", "causerie");
    return new PgConnectOptions(options)
        .setProperties(properties)
        .setPipeliningLimit(PIPELINED)
        .setCachePreparedStatements(true)
        .setPreparedStatementCacheSqlLimit(LONGEST_STATEMENT);
  }

  private <T> Future<T> answered(Future<T> future) {
    long millis = patience.answer().toMillis();
    return future
        .timeout(millis, TimeUnit.MILLISECONDS)
        .recover(failure -> Future.failedFuture(
            failure instanceof TimeoutException ? new DeadlinePassed(millis) : failure));
  }
}
