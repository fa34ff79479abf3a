package io.causerie.account;

import io.causerie.core.Id;
import io.causerie.core.Token;
import io.causerie.db.Database;
import io.causerie.db.Statement;
import io.causerie.http.Problem;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The browsers that are signed in. */
public final class SessionStore {
  /** Keeps the time of use as well, unless it was used within the last minute. */
  private static final String FIND =
      """
      with found as (
        select %s, s.last_used_at, m.role, m.last_seen_at, w.id as author_id
        from sessions s
          join accounts a on a.id = s.account_id
          left join members m on m.account_id = s.account_id and m.site_id = $2
          left join authors w on w.account_id = m.account_id and w.site_id = m.site_id
        where s.hash = $1 and s.expires_at > $3
      ), used as (
        update sessions s set last_used_at = $3
        from found
        where s.id = found.id
          and found.last_used_at <= $3::timestamptz - interval '1 minute'
      ), seen as (
        update members m set last_seen_at = $3
        from found
        where m.site_id = $2 and m.account_id = found.account_id
          and (found.last_seen_at is null
            or found.last_seen_at <= $3::timestamptz - interval '1 minute')
      )
      select * from found
      """
          .formatted(Session.COLUMNS);

  /** An account keeps the newest of its sessions only. */
  private static final Statement BEGIN = Statement.of(
      """
      with ended as (
        delete from sessions
        where id in (select id from sessions where account_id = :account_id order by id desc offset :others)
      ), begun as (
        insert into sessions
          (id, hash, account_id, browser, created_at, confirmed_at, last_used_at, expires_at)
        values (:id, :hash, :account_id, :browser, :now, :now, :now, :expires_at)
        returning *
      )
      select %s from begun s join accounts a on a.id = s.account_id
      """
          .formatted(Session.COLUMNS));

  private static final String CONFIRM =
      """
      update sessions s set hash = $2, confirmed_at = $3, last_used_at = $3, expires_at = $4
      from accounts a
      where s.id = $1 and s.expires_at > $3 and a.id = s.account_id
      returning %s
      """
          .formatted(Session.COLUMNS);

  private static final String END = "delete from sessions where id = $1 and account_id = $2";

  private static final String END_OTHERS =
      "delete from sessions where account_id = $2 and id <> $1";

  private static final String LIST =
      """
      select id, browser, created_at, last_used_at, expires_at from sessions
      where account_id = $1 and expires_at > $2
      order by last_used_at desc, id desc
      """;

  private static final int MOST = 50;
  /** Those that have expired; for {@link io.causerie.db.Forgets}. */
  public static final String FORGET =
      """
      delete from sessions
      where id in (select id from sessions where expires_at < $1 limit 1000)
      """;

  private static final String NOWHERE = "";

  /** A session used on a site; the viewer is null when the account is no member there. */
  record Visit(Session session, @Nullable Viewer viewer) {}

  /**
   * A session as its account sees it.
   *
   * @param browser null when it does not say what it is
   */
  public record Listed(
      long id,
      @Nullable String browser,
      Instant createdAt,
      Instant lastUsedAt,
      Instant expiresAt) {}

  /** A session at the one moment when its token is known. */
  public record Begun(Token token, Session session) {}

  private final Database db;
  private final InstantSource clock;

  public SessionStore(Database db, InstantSource clock) {
    this.db = db;
    this.clock = clock;
  }

  /** Empty for a token that is unknown, revoked or expired. */
  Future<Optional<Session>> find(Token token) {
    return visit(token, NOWHERE).map(found -> found.map(Visit::session));
  }

  /** Empty for a token that is unknown, revoked or expired. */
  Future<Optional<Visit>> visit(Token token, String siteId) {
    return db.query(FIND, Tuple.of(token.hash(), siteId, time(clock.instant()))).map(rows -> {
      for (Row row : rows) {
        return Optional.of(new Visit(Session.from(row), viewer(row)));
      }
      return Optional.empty();
    });
  }

  /**
   * For an account that has just authenticated.
   *
   * @param browser what the session is listed as
   */
  public Future<Begun> begin(long accountId, @Nullable String browser) {
    Instant now = now();
    Token token = Token.random();
    Statement.Binding beginning = BEGIN
        .bind("id", Id.at(now))
        .bind("hash", token.hash())
        .bind("account_id", accountId)
        .bind("browser", browser)
        .bind("now", now)
        .bind("expires_at", now.plus(Session.LIFE))
        .bind("others", MOST - 1);
    return db.query(beginning)
        .map(rows -> new Begun(token, Session.from(rows.iterator().next())));
  }

  /** Gives the session a new token; the old one is dead. Fails with UNAUTHENTICATED when it ended. */
  public Future<Begun> confirm(Session session) {
    Instant now = now();
    Token token = Token.random();
    Tuple tuple = Tuple.of(session.id(), token.hash(), time(now), time(now.plus(Session.LIFE)));
    return db.query(CONFIRM, tuple).map(rows -> {
      for (Row row : rows) {
        return new Begun(token, Session.from(row));
      }
      throw Problem.unauthenticated("the session has ended: sign in again");
    });
  }

  /** Those of an account that have not ended, the last used first. */
  public Future<List<Listed>> list(long accountId) {
    return db.query(LIST, Tuple.of(accountId, time(clock.instant())))
        .map(rows -> StreamSupport.stream(rows.spliterator(), false)
            .map(SessionStore::listed)
            .toList());
  }

  public Future<Void> end(Session session) {
    return db.query(END, Tuple.of(session.id(), session.accountId())).mapEmpty();
  }

  /** Fails with NOT_FOUND when the account has no such session. */
  public Future<Void> end(long accountId, long id) {
    return db.query(END, Tuple.of(id, accountId))
        .compose(ended -> ended.rowCount() == 0
            ? Future.failedFuture(Problem.notFound("session"))
            : Future.succeededFuture());
  }

  /** All of the account but this one. */
  public Future<Void> endOthers(Session session) {
    return db.query(END_OTHERS, Tuple.of(session.id(), session.accountId())).mapEmpty();
  }

  private static Listed listed(Row row) {
    return new Listed(
        row.getLong("id"),
        row.getString("browser"),
        row.getOffsetDateTime("created_at").toInstant(),
        row.getOffsetDateTime("last_used_at").toInstant(),
        row.getOffsetDateTime("expires_at").toInstant());
  }

  private static @Nullable Viewer viewer(Row row) {
    return row.getString("role") == null ? null : Viewer.member(row);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
