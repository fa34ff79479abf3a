package io.causerie.moderation.queue;

import io.causerie.comment.Status;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How many comments are in each tab of the queue. */
public final class QueueTotals {
  /** At most a row for each shard of each tab. */
  public static final String OF_SITES =
      """
      select site_id, tab, sum(count)::bigint as count
      from queue_totals
      where site_id = any ($1)
      group by site_id, tab
      """;

  private QueueTotals() {}

  /** As they are answered, for each of the sites. */
  public static Map<String, JsonObject> json(List<String> siteIds, RowSet<Row> rows) {
    Map<String, JsonObject> siteToTotals = new HashMap<>();
    siteIds.forEach(id -> siteToTotals.put(id, none()));
    rows.forEach(row -> siteToTotals
        .computeIfAbsent(row.getString("site_id"), id -> none())
        .put(row.getString("tab"), row.getLong("count")));
    siteToTotals.replaceAll((id, totals) -> new JsonObject().put("totals", withSum(totals)));
    return siteToTotals;
  }

  private static JsonObject none() {
    JsonObject totals = new JsonObject();
    for (Status status : Status.values()) {
      totals.put(status.word(), 0L);
    }
    return totals.put("flagged", 0L);
  }

  private static JsonObject withSum(JsonObject totals) {
    long all = 0;
    for (Status status : Status.values()) {
      all += totals.getLong(status.word());
    }
    return totals.put("all", all);
  }
}
