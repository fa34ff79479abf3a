package io.causerie.moderation.live;

import io.causerie.account.Actor;
import io.causerie.db.Database;
import io.causerie.moderation.queue.QueueTotals;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads what live streams tell of sites, and keeps the presence of moderators for all nodes. */
final class LiveStore {
  /** Presence expires after a minute without a refresh; the next writer deletes expired rows. */
  private static final String LOOK =
      """
      with target as (
        select id from comments where id = $4 and site_id = $1
      ), forgotten as (
        delete from looking
        where site_id = $1 and actor <> $2 and at < now() - interval '60 seconds'
      ), kept as (
        insert into looking as l (site_id, actor, name, comment_id, at)
        select $1, $2, $3, id, now() from target
        on conflict (site_id, actor) do update set
          name = excluded.name, comment_id = excluded.comment_id, at = excluded.at
      )
      select id from target
      """;

  private static final String LOOK_AWAY = "delete from looking where site_id = $1 and actor = $2";

  private static final String FORGET =
      """
      delete from looking
      where (site_id, actor) in (
        select site_id, actor from looking
        where at < $1::timestamptz - interval '60 seconds'
        limit 1000)
      """;

  private static final String LOOKING =
      """
      select site_id, actor, name, comment_id
      from looking
      where site_id = any ($1) and at >= now() - interval '60 seconds'
      order by site_id, name, actor
      """;

  private final Database db;

  LiveStore(Database db) {
    this.db = db;
  }

  /** False for what is no comment of the site. */
  Future<Boolean> look(String siteId, Actor actor, long commentId) {
    return db.query(LOOK, Tuple.of(siteId, actor.id(), actor.name(), commentId))
        .map(found -> found.size() > 0);
  }

  Future<Void> lookAway(String siteId, Actor actor) {
    return db.query(LOOK_AWAY, Tuple.of(siteId, actor.id())).mapEmpty();
  }

  /** Presence that has expired. */
  Future<Integer> forget(OffsetDateTime now) {
    return db.query(FORGET, Tuple.of(now)).map(RowSet::rowCount);
  }

  /** Sites without any presence are not in it. */
  Future<Map<String, List<Presence>>> looking(List<String> siteIds) {
    return db.query(LOOKING, sites(siteIds)).map(rows -> {
      Map<String, List<Presence>> siteToLookers = new HashMap<>();
      rows.forEach(row -> siteToLookers
          .computeIfAbsent(row.getString("site_id"), site -> new ArrayList<>())
          .add(new Presence(
              row.getString("actor"), row.getString("name"), row.getLong("comment_id"))));
      return siteToLookers;
    });
  }

  /** As {@code GET /totals} answers, for each site. */
  Future<Map<String, JsonObject>> totals(List<String> siteIds) {
    return db.query(QueueTotals.OF_SITES, sites(siteIds))
        .map(rows -> QueueTotals.json(siteIds, rows));
  }

  private static Tuple sites(List<String> siteIds) {
    return Tuple.tuple().addArrayOfString(siteIds.toArray(String[]::new));
  }
}
