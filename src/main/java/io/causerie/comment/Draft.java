package io.causerie.comment;

import io.causerie.account.Author;
import io.causerie.account.Token;
import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * A comment ready to be stored.
 *
 * @param newToken of an author who is new, null for one we know
 */
record Draft(
    long id,
    Posting posting,
    Author author,
    @Nullable Token newToken,
    String bodyHtml,
    Fingerprint fingerprint,
    Judgement judgement,
    Buffer requestDigest) {}
