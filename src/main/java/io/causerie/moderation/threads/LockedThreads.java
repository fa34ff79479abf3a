package io.causerie.moderation.threads;

import io.causerie.account.Actor;
import io.causerie.db.Statement;
import io.causerie.event.ThreadChanges;
import io.causerie.event.ThreadRef;
import io.causerie.site.Site;
import io.causerie.site.SiteSettings;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Threads of a site in the hands of one transaction. */
record LockedThreads(SqlConnection conn, Site site) {
  /** As strongly as a new key or a deletion needs: a post at the same time waits, or came before. */
  private static final String LOCK =
      """
      select k.key, t.id
      from unnest($2::text[]) k (key) join threads t on t.id = find_thread($1, k.key)
      order by t.id
      for update of t
      """;

  private static final String FIND =
      """
      select %s
      from threads t
      where t.site_id = $1 and t.id = $3
      """
          .formatted(ModeratedThread.COLUMNS);

  private static final Statement RECORD = Statement.of(
      """
      with told as (
        insert into events (site_id, thread_id, kind, actor, reason)
        values (:site, :thread_id, 'thread', :actor, :reason)
      )
      insert into moderation_log (site_id, actor, actor_name, action, comment_id, thread_id, reason,
        before, after)
      select :site, :actor, :actor_name, a.act ->> 'action', (a.act ->> 'comment')::bigint, :thread_id, :reason,
        a.act -> 'before', a.act -> 'after'
      from jsonb_array_elements(:acts) with ordinality a (act, place)
      order by a.place
      """);

  /**
   * Which thread each key names; no entry for a key that names none. A thread that was merged while
   * its lock was waited for is looked for once more, under what its key names now.
   */
  Future<Map<String, Long>> lock(List<String> keys) {
    return lockFound(keys)
        .compose(
            found -> found.size() == keys.size() ? Future.succeededFuture(found) : lockFound(keys));
  }

  private Future<Map<String, Long>> lockFound(List<String> keys) {
    Tuple tuple = Tuple.of(site.id()).addArrayOfString(keys.toArray(String[]::new));
    return conn.preparedQuery(LOCK).execute(tuple).map(rows -> {
      Map<String, Long> keyToId = new HashMap<>();
      rows.forEach(row -> keyToId.put(row.getString("key"), row.getLong("id")));
      return keyToId;
    });
  }

  /** A thread that is locked. */
  Future<ModeratedThread> find(long id) {
    Tuple tuple = Tuple.of(site.id(), site.settings().get(SiteSettings.CLOSE_AFTER_DAYS), id);
    return conn.preparedQuery(FIND)
        .execute(tuple)
        .map(rows -> ModeratedThread.from(rows.iterator().next()));
  }

  /** Tells all nodes and the log what was done to a thread. */
  Future<Void> record(long id, Actor actor, @Nullable String reason, List<ThreadAct> acts) {
    return RECORD
        .bind("site", site.id())
        .bind("thread_id", id)
        .bind("actor", actor.id())
        .bind("actor_name", actor.name())
        .bind("reason", reason)
        .bind("acts", new JsonArray(acts.stream().map(ThreadAct::toJson).toList()))
        .on(conn)
        .mapEmpty();
  }

  /** To be called after the commit. */
  static void tell(ThreadChanges changes, Site site, ModeratedThread thread) {
    thread.keys().forEach(key -> changes.changed(new ThreadRef(site.id(), key)));
  }
}
