package io.causerie.moderation;

import io.causerie.comment.BodyFormat;
import io.causerie.db.Database;
import io.causerie.db.Id;
import io.causerie.http.Problem;
import io.causerie.site.Site;
import io.causerie.site.SiteSettings;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
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

  private static final String ANCESTORS =
      """
      select p.id, p.author_name as parent_name, p.body_html as parent_html,
        p.status::text as parent_status
      from comments c join comments p on p.id = any (c.path) and p.id <> c.id
      where c.id = $1 and c.site_id = $2
      order by p.depth
      """;

  private final Database db;

  QueueStore(Database db) {
    this.db = db;
  }

  Future<JsonObject> page(QueueRequest request) {
    if ("".equals(request.filter().search())) {
      return Future.succeededFuture(answer(request, List.of()));
    }
    QueueSql sql = new QueueSql(request);
    return db.query(sql.text(), sql.arguments()).map(found -> answer(request, list(found)));
  }

  /** Fails with NOT_FOUND for what is no comment of the site. */
  Future<JsonObject> item(Site site, long id, BodyFormat format) {
    int days = site.settings().get(SiteSettings.CLOSE_AFTER_DAYS);
    return Future.all(
            db.query(ITEM, Tuple.of(id, site.id(), days)),
            db.query(ANCESTORS, Tuple.of(id, site.id())))
        .map(both -> {
          List<Row> items = list(both.resultAt(0));
          if (items.isEmpty()) {
            throw Problem.notFound("comment");
          }
          return QueueItem.json(items.get(0), format)
              .put("ancestors", ancestors(both.resultAt(1), format));
        });
  }

  Future<JsonObject> totals(String siteId) {
    return db.query(QueueTotals.OF_SITES, Tuple.tuple().addArrayOfString(new String[] {siteId}))
        .map(rows -> QueueTotals.json(List.of(siteId), rows).get(siteId));
  }

  private static JsonObject answer(QueueRequest request, List<Row> found) {
    List<Row> shown = found.subList(0, Math.min(found.size(), request.limit()));
    JsonObject answer = new JsonObject()
        .put(
            "comments",
            new JsonArray(
                shown.stream().map(row -> QueueItem.json(row, request.format())).toList()))
        .putNull("next");
    if (shown.size() < found.size()) {
      long last = shown.get(shown.size() - 1).getLong("id");
      answer.put("next", request.cursor(last).encode());
    }
    return answer;
  }

  private static JsonArray ancestors(RowSet<Row> rows, BodyFormat format) {
    return new JsonArray(list(rows).stream()
        .map(row -> QueueItem.above(row, Id.format(row.getLong("id")), format))
        .toList());
  }

  private static List<Row> list(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false).toList();
  }
}
