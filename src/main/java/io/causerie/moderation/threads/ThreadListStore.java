package io.causerie.moderation.threads;

import io.causerie.db.Database;
import io.causerie.http.Cursor;
import io.causerie.site.Site;
import io.causerie.site.SiteSettings;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads the threads of a site for its team. */
final class ThreadListStore {
  private static final String NEWEST =
      """
      select %s
      from threads t
      where t.site_id = $1 and t.id < $3
      order by t.id desc
      limit $4
      """
          .formatted(ModeratedThread.COLUMNS);

  private static final String NAMED =
      """
      select %s
      from threads t
      where t.site_id = $1 and t.id = find_thread($1, $3)
      """
          .formatted(ModeratedThread.COLUMNS);

  private final Database db;

  ThreadListStore(Database db) {
    this.db = db;
  }

  /** The newest threads first, those made before the cursor. */
  Future<List<ModeratedThread>> newest(Site site, @Nullable Cursor after, int most) {
    Tuple tuple =
        site(site).addLong(after == null ? Long.MAX_VALUE : after.id()).addInteger(most);
    return db.query(NEWEST, tuple).map(ThreadListStore::threads);
  }

  /** The thread that has or had that key, if there is one. */
  Future<List<ModeratedThread>> named(Site site, String key) {
    return db.query(NAMED, site(site).addString(key)).map(ThreadListStore::threads);
  }

  private static Tuple site(Site site) {
    return Tuple.of(site.id(), site.settings().get(SiteSettings.CLOSE_AFTER_DAYS));
  }

  private static List<ModeratedThread> threads(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false)
        .map(ModeratedThread::from)
        .toList();
  }
}
