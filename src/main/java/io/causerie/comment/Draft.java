package io.causerie.comment;

import io.causerie.account.Author;
import io.causerie.account.Token;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A comment ready to be stored.
 *
 * @param heldFor why screens hold it; empty when it is public at once
 * @param newToken of an author who is new, null for one we know
 */
record Draft(
    long id,
    Posting posting,
    Author author,
    @Nullable Token newToken,
    String bodyHtml,
    List<String> heldFor,
    @Nullable Buffer addressHash,
    Buffer requestDigest) {

  Status status() {
    return heldFor.isEmpty() ? Status.APPROVED : Status.PENDING;
  }
}
