package io.causerie.account;

import io.causerie.http.Problem;
import io.vertx.ext.web.RoutingContext;
import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An account signed in with a browser.
 *
 * @param name of the account
 * @param confirmedAt the last authentication
 */
public record Session(
    long id,
    long accountId,
    String name,
    Instant createdAt,
    Instant confirmedAt,
    Instant expiresAt) {
  /** From signing in or confirming on, however much it is used. */
  public static final Duration LIFE = Duration.ofHours(12);

  static final Duration CONFIRMED = Duration.ofMinutes(10);
  static final String COLUMNS =
      "s.id, s.account_id, a.name as account_name, s.created_at, s.confirmed_at, s.expires_at";
  private static final String KEY = "session";

  static Session from(Row row) {
    return new Session(
        row.getLong("id"),
        row.getLong("account_id"),
        row.getString("account_name"),
        row.getOffsetDateTime("created_at").toInstant(),
        row.getOffsetDateTime("confirmed_at").toInstant(),
        row.getOffsetDateTime("expires_at").toInstant());
  }

  /** The session that {@link Sessions} recognised; fails with UNAUTHENTICATED when there is none. */
  public static Session of(RoutingContext ctx) {
    Session session = orNull(ctx);
    if (session == null) {
      throw Problem.unauthenticated("nobody is signed in, or not any more: sign in");
    }
    return session;
  }

  public static @Nullable Session orNull(RoutingContext ctx) {
    return ctx.get(KEY);
  }

  void put(RoutingContext ctx) {
    ctx.put(KEY, this);
  }

  /** Until when changes are taken that want more than a session. */
  public Instant confirmedUntil() {
    return confirmedAt.plus(CONFIRMED);
  }
}
