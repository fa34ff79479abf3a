package io.causerie.team;

import io.causerie.account.Role;
import io.causerie.core.Id;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A link that leads onto a team, or back to an account. Its token is not kept.
 *
 * @param accountId the only account that may use it; null for any person
 * @param name of that account
 */
public record Invitation(
    long id,
    String siteId,
    Role role,
    @Nullable Long accountId,
    @Nullable String name,
    String createdBy,
    Instant createdAt,
    Instant expiresAt) {
  static Invitation from(Row row) {
    return new Invitation(
        row.getLong("id"),
        row.getString("site_id"),
        Role.of(row.getString("role")),
        row.getLong("account_id"),
        row.getString("name"),
        row.getString("created_by"),
        row.getOffsetDateTime("created_at").toInstant(),
        row.getOffsetDateTime("expires_at").toInstant());
  }

  /** For the team. */
  JsonObject toJson() {
    JsonObject json = new JsonObject().put("id", Id.format(id)).put("role", role.word());
    if (name != null) {
      json.put("name", name);
    }
    return json.put("createdBy", createdBy)
        .put("createdAt", createdAt.toString())
        .put("expiresAt", expiresAt.toString());
  }

  /** As shown to the person who opens the link. */
  public JsonObject toGuest() {
    return new JsonObject()
        .put("site", siteId)
        .put("role", role.word())
        .put("name", name)
        .put("invitedBy", createdBy)
        .put("expiresAt", expiresAt.toString());
  }
}
