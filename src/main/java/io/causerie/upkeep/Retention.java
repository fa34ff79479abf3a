package io.causerie.upkeep;

import io.causerie.db.Database;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Forgets what is kept for a time only, every hour, in steps that hold nobody up. */
public final class Retention {
  private static final String IDEMPOTENCY_KEYS =
      """
      delete from idempotency_keys
      where (site_id, key_hash) in (
        select site_id, key_hash from idempotency_keys
        where created_at < $1::timestamptz - interval '24 hours'
        limit 1000)
      """;

  private static final String TOKENS =
      """
      delete from tokens
      where hash in (select hash from tokens where expires_at < $1 limit 1000)
      """;

  private static final String ADDRESSES =
      """
      update comments set address_hash = null, subnet_hash = null
      where id in (
        select id from comments
        where address_hash is not null and created_at < $1::timestamptz - interval '30 days'
        limit 1000)
      """;

  private static final String NETWORKS_OF_FLAGS =
      """
      update flags set subnet_hash = null
      where (comment_id, viewer_hash) in (
        select comment_id, viewer_hash from flags
        where subnet_hash is not null and created_at < $1::timestamptz - interval '30 days'
        limit 1000)
      """;

  private static final String SESSIONS =
      """
      delete from sessions
      where id in (select id from sessions where expires_at < $1 limit 1000)
      """;

  private static final String INVITATIONS =
      """
      delete from invitations
      where id in (select id from invitations where expires_at < $1 limit 1000)
      """;

  private static final String CEREMONIES =
      """
      delete from ceremonies
      where hash in (select hash from ceremonies where expires_at < $1 limit 1000)
      """;

  private static final String OFFERED_SECRETS =
      """
      update second_factors set offered = null, offered_at = null
      where account_id in (
        select account_id from second_factors
        where offered_at < $1::timestamptz - interval '1 hour'
        limit 1000)
      """;

  private static final int STEP = 1000;
  private static final Duration PAUSE = Duration.ofHours(1);
  private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

  private final Vertx vertx;
  private final Database db;
  private final InstantSource clock;

  public Retention(Vertx vertx, Database db, InstantSource clock) {
    this.vertx = vertx;
    this.db = db;
    this.clock = clock;
  }

  /** Goes on until the given Vert.x is closed. */
  public void start() {
    vertx.setPeriodic(PAUSE.toMillis(), tick -> forget()
        .onFailure(failure -> LOG.warn("could not forget what is old: {}", failure.toString())));
  }

  Future<Void> forget() {
    return forget(IDEMPOTENCY_KEYS)
        .compose(keys -> forget(TOKENS))
        .compose(tokens -> forget(ADDRESSES))
        .compose(addresses -> forget(NETWORKS_OF_FLAGS))
        .compose(networks -> forget(SESSIONS))
        .compose(sessions -> forget(INVITATIONS))
        .compose(invitations -> forget(CEREMONIES))
        .compose(ceremonies -> forget(OFFERED_SECRETS));
  }

  private Future<Void> forget(String statement) {
    return db.query(statement, Tuple.of(clock.instant().atOffset(ZoneOffset.UTC)))
        .compose(rows -> rows.rowCount() < STEP ? Future.succeededFuture() : forget(statement));
  }
}
