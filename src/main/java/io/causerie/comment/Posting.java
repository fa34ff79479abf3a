package io.causerie.comment;

import io.causerie.account.Network;
import io.causerie.account.Viewer;
import io.causerie.site.Site;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A comment on its way in.
 *
 * @param network where it comes from, null when it comes from none
 * @param idempotencyKey null when the caller does not mean to try again
 * @param at when it was written, in whole milliseconds
 */
public record Posting(
    Site site,
    Viewer viewer,
    NewComment comment,
    @Nullable Network network,
    @Nullable String idempotencyKey,
    Instant at) {}
