package io.causerie.team;

import io.causerie.core.Id;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is kept of a program's token. The token itself is not. */
record ApiToken(
    long id,
    String name,
    List<String> scopes,
    String createdBy,
    Instant createdAt,
    @Nullable Instant lastUsedAt,
    @Nullable Instant revokedAt) {
  static final String COLUMNS =
      "id, name, scopes, created_by, created_at, last_used_at, revoked_at";

  static ApiToken from(Row row) {
    return new ApiToken(
        row.getLong("id"),
        row.getString("name"),
        List.of(row.getArrayOfStrings("scopes")),
        row.getString("created_by"),
        row.getOffsetDateTime("created_at").toInstant(),
        instant(row.getOffsetDateTime("last_used_at")),
        instant(row.getOffsetDateTime("revoked_at")));
  }

  JsonObject toJson() {
    return new JsonObject()
        .put("id", Id.format(id))
        .put("name", name)
        .put("scopes", new JsonArray(scopes))
        .put("createdBy", createdBy)
        .put("createdAt", createdAt.toString())
        .put("lastUsedAt", lastUsedAt == null ? null : lastUsedAt.toString())
        .put("revokedAt", revokedAt == null ? null : revokedAt.toString());
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
