package io.causerie.signin.passkey;

import io.causerie.core.Id;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an account may sign in with instead of a password.
 *
 * @param name as its owner calls it
 * @param key what proves that a browser has it
 */
record Passkey(
    long id,
    long accountId,
    String name,
    Key key,
    Instant createdAt,
    @Nullable Instant lastUsedAt) {
  static final String COLUMNS =
      "id, account_id, name, credential_id, public_key, aaguid, sign_count, created_at, last_used_at";

  /**
   * The part that the authenticator made.
   *
   * @param credentialId what browsers know it by
   * @param publicKey in COSE
   * @param aaguid the make of the authenticator
   * @param signCount how often it has signed; 0 for those that do not count
   */
  record Key(Buffer credentialId, Buffer publicKey, UUID aaguid, long signCount) {}

  static Passkey from(Row row) {
    OffsetDateTime lastUsedAt = row.getOffsetDateTime("last_used_at");
    return new Passkey(
        row.getLong("id"),
        row.getLong("account_id"),
        row.getString("name"),
        new Key(
            row.getBuffer("credential_id"),
            row.getBuffer("public_key"),
            row.getUUID("aaguid"),
            row.getLong("sign_count")),
        row.getOffsetDateTime("created_at").toInstant(),
        lastUsedAt == null ? null : lastUsedAt.toInstant());
  }

  /** What its owner sees of it. */
  JsonObject toJson() {
    return new JsonObject()
        .put("id", Id.format(id))
        .put("name", name)
        .put("createdAt", createdAt.toString())
        .put("lastUsedAt", lastUsedAt == null ? null : lastUsedAt.toString());
  }
}
