package io.causerie.ban;

import io.causerie.account.Actor;
import io.causerie.http.Cidr;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is still to be done to comments for a ban.
 *
 * @param restores whether it gives back what it has removed
 * @param by the actor that banned, or that lifted the ban
 * @param since when the ban was made
 */
record Work(
    long banId,
    String siteId,
    @Nullable Long authorId,
    @Nullable Buffer addressHash,
    @Nullable Buffer subnetHash,
    @Nullable Cidr block,
    boolean shadow,
    boolean restores,
    Actor by,
    String reason,
    Instant since) {

  /** The columns {@link #from} needs. */
  static final String COLUMNS =
      """
      id, site_id, author_id, address_hash, subnet_hash, network::text as network, shadow, work,
      coalesce(lifted_by, created_by) as actor,
      coalesce(lifted_by_name, created_by_name, created_by) as actor_name, reason, created_at""";

  static Work from(Row row) {
    String network = row.getString("network");
    return new Work(
        row.getLong("id"),
        row.getString("site_id"),
        row.getLong("author_id"),
        row.getBuffer("address_hash"),
        row.getBuffer("subnet_hash"),
        network == null ? null : Cidr.parse(network),
        row.getBoolean("shadow"),
        row.getString("work").equals("restore"),
        new Actor(row.getString("actor"), row.getString("actor_name"), null),
        row.getString("reason"),
        row.getOffsetDateTime("created_at").toInstant());
  }

  /** Of a ban of anything but a block. */
  Origin stored() {
    if (authorId != null) {
      return new Origin(Scope.AUTHOR, authorId);
    }
    return addressHash != null
        ? new Origin(Scope.ADDRESS, addressHash)
        : new Origin(Scope.SUBNET, Objects.requireNonNull(subnetHash));
  }
}
