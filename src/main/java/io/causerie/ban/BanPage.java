package io.causerie.ban;

import io.causerie.http.Cursor;
import io.causerie.http.QueryFields;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which bans of a site are asked for, the newest first.
 *
 * @param active null for all
 */
record BanPage(int list, @Nullable Boolean active, @Nullable Cursor after, int limit) {
  private static final int MOST = 100;
  private static final int USUAL = 50;

  /** Fails with INVALID and all errors. */
  static BanPage from(QueryFields query, String siteId) {
    String asked = query.string("active");
    boolean active = query.oneOf("active", Map.of("true", true, "false", false), true);
    int list = Objects.hash("bans", siteId, asked);
    var page = new BanPage(
        list,
        asked == null ? null : active,
        Cursor.from(query, list),
        query.integer("limit", 1, MOST, USUAL));
    query.check();
    return page;
  }

  long before() {
    return after == null ? Long.MAX_VALUE : after.id();
  }

  /** @param bans one more than the limit when there are more */
  JsonObject answer(List<Ban> bans) {
    List<Ban> shown = bans.subList(0, Math.min(limit, bans.size()));
    boolean more = bans.size() > limit;
    return new JsonObject()
        .put("bans", new JsonArray(shown.stream().map(Ban::toJson).toList()))
        .put("next", more ? new Cursor(list, shown.get(limit - 1).id(), 0).encode() : null);
  }
}
