package io.causerie.moderation.queue;

import io.causerie.comment.SizedJson;
import io.causerie.db.Database;
import io.causerie.http.Problem;
import io.causerie.site.Site;
import io.causerie.site.SiteSettings;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.stream.StreamSupport;

/** Reads comments for the team of their site. */
final class QueueStore {
  private static final String ITEM =
      """
      select %s
      from comments c
        %s
      where c.id = $1 and c.site_id = $2
      """
          .formatted(QueueItem.columnsAlone("$3"), QueueItem.JOINS);

  /** The bodies next to the comment, as far as they are not too large together. */
  private static final String ANCESTORS =
      """
      select id, parent_name, parent_status,
        case when coalesce(bytes_before, 0) < %d then body_html end as parent_html
      from (
        select p.id, p.author_name as parent_name, p.status::text as parent_status, p.depth, p.body_html,
          sum(octet_length(p.body_html)) over (
            order by p.depth desc rows between unbounded preceding and 1 preceding) as bytes_before
        from comments c join comments p on p.id = any (c.path) and p.id <> c.id
        where c.id = $1 and c.site_id = $2
      ) measured
      order by depth
      """
          .formatted(SizedJson.LARGEST_PAGE);

  private final Database db;

  QueueStore(Database db) {
    this.db = db;
  }

  Future<QueuePage> page(QueueRequest request) {
    if ("".equals(request.filter().search())) {
      return Future.succeededFuture(new QueuePage(request, List.of()));
    }
    QueueSql sql = new QueueSql(request);
    return db.query(sql.text(), sql.arguments()).map(found -> new QueuePage(request, list(found)));
  }

  /** Fails with NOT_FOUND for what is no comment of the site. */
  Future<QueueItemInContext> item(Site site, long id) {
    int days = site.settings().get(SiteSettings.CLOSE_AFTER_DAYS);
    return Future.all(
            db.query(ITEM, Tuple.of(id, site.id(), days)),
            db.query(ANCESTORS, Tuple.of(id, site.id())))
        .map(both -> {
          List<Row> items = list(both.resultAt(0));
          if (items.isEmpty()) {
            throw Problem.notFound("comment");
          }
          return new QueueItemInContext(items.get(0), list(both.resultAt(1)));
        });
  }

  Future<JsonObject> totals(String siteId) {
    return db.query(QueueTotals.OF_SITES, Tuple.tuple().addArrayOfString(new String[] {siteId}))
        .map(rows -> QueueTotals.json(List.of(siteId), rows).get(siteId));
  }

  private static List<Row> list(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false).toList();
  }
}
