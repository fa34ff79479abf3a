package io.causerie.ban;

import io.causerie.core.Id;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A ban: its target may not write on the site.
 *
 * @param until null for good
 * @param createdBy their name then
 * @param work what is still to be done to the comments
 * @param removed comments that it has removed and not given back
 */
record Ban(
    long id,
    Met met,
    boolean shadow,
    @Nullable Instant until,
    String reason,
    Instant createdAt,
    String createdBy,
    @Nullable Instant liftedAt,
    @Nullable String liftedBy,
    boolean active,
    @Nullable String work,
    int removed) {

  /**
   * The target as shown to moderators; hashes are never shown.
   *
   * @param kind author, address, subnet, or network for a typed block
   */
  record Met(
      String kind,
      @Nullable Long authorId,
      @Nullable String authorName,
      @Nullable String network) {}

  /** The columns {@link #from} needs, of a ban b and its author a. */
  static final String COLUMNS =
      """
      b.id, case when b.author_id is not null then 'author' when b.address_hash is not null
        then 'address' when b.subnet_hash is not null then 'subnet' else 'network' end as kind,
      b.author_id, a.name as author_name, b.network::text as network, b.shadow, b.until, b.reason,
      b.created_at, coalesce(b.created_by_name, b.created_by) as created_by, b.lifted_at, b.lifted_by_name,
      is_in_force(b.lifted_at, b.until) as active, b.work, b.removed""";

  static Ban from(Row row) {
    return new Ban(
        row.getLong("id"),
        new Met(
            row.getString("kind"),
            row.getLong("author_id"),
            row.getString("author_name"),
            row.getString("network")),
        row.getBoolean("shadow"),
        instant(row.getOffsetDateTime("until")),
        row.getString("reason"),
        row.getOffsetDateTime("created_at").toInstant(),
        row.getString("created_by"),
        instant(row.getOffsetDateTime("lifted_at")),
        row.getString("lifted_by_name"),
        row.getBoolean("active"),
        row.getString("work"),
        row.getInteger("removed"));
  }

  JsonObject toJson() {
    return new JsonObject()
        .put("id", Id.format(id))
        .put(
            "target",
            new JsonObject()
                .put("kind", met.kind)
                .put("authorId", met.authorId == null ? null : Id.format(met.authorId))
                .put("authorName", met.authorName)
                .put("network", met.network))
        .put("shadow", shadow)
        .put("until", text(until))
        .put("reason", reason)
        .put("createdAt", createdAt.toString())
        .put("createdBy", createdBy)
        .put("liftedAt", text(liftedAt))
        .put("liftedBy", liftedBy)
        .put("active", active)
        .put("work", work)
        .put("removed", removed);
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }

  private static @Nullable String text(@Nullable Instant time) {
    return time == null ? null : time.toString();
  }
}
