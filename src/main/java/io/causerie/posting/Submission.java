package io.causerie.posting;

import io.causerie.account.Network;
import io.causerie.account.Viewer;
import io.causerie.core.Sha256;
import io.causerie.site.Site;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A comment on its way in.
 *
 * @param network where it comes from, null when it comes from none
 * @param idempotencyKey null when the caller does not mean to try again
 * @param at when it was written, in whole milliseconds
 */
public record Submission(
    Site site,
    Viewer viewer,
    NewComment comment,
    @Nullable Network network,
    @Nullable String idempotencyKey,
    Instant at) {
  /** As it is stored; null without a key. */
  @Nullable
  Buffer keyHash() {
    return idempotencyKey == null ? null : Sha256.of(idempotencyKey);
  }
}
