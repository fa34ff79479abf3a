package io.causerie.posting;

import io.causerie.account.Author;
import io.causerie.core.Token;
import io.causerie.screening.Judgement;
import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * A comment ready to be stored.
 *
 * @param slow whether its author waits between two comments of the thread
 * @param newToken of a new author; null for a known one
 */
record Prepared(
    long id,
    Submission posting,
    boolean slow,
    Author author,
    @Nullable Token newToken,
    RenderedText text,
    Judgement judgement,
    Buffer requestDigest) {}
