package io.causerie.posting;

import io.causerie.account.Author;
import io.causerie.account.Network;
import io.causerie.account.Viewer;
import io.causerie.core.Id;
import io.causerie.core.Sha256;
import io.causerie.site.Site;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A comment as submitted, with its site, viewer and network.
 *
 * @param id that the comment gets
 * @param author that signs it: the viewer's, or a new guest
 * @param network where it comes from, null when it comes from none
 * @param idempotencyKey null when the caller does not mean to try again
 * @param at when it was written, in whole milliseconds
 */
public record Submission(
    long id,
    Site site,
    Viewer viewer,
    Author author,
    NewComment comment,
    @Nullable Network network,
    @Nullable String idempotencyKey,
    Instant at) {

  /** Where a submission comes from, and when it came. */
  public record Origin(
      Viewer viewer, @Nullable Network network, @Nullable String idempotencyKey, Instant at) {}

  public static Submission of(Site site, NewComment comment, Origin from) {
    return new Submission(
        Id.at(from.at),
        site,
        from.viewer,
        author(comment, from),
        comment,
        from.network,
        from.idempotencyKey,
        from.at);
  }

  private static Author author(NewComment comment, Origin from) {
    Author known = from.viewer.author();
    String name = comment.authorName();
    if (known == null) {
      return new Author(Id.at(from.at), name == null ? "" : name, Author.GUEST);
    }
    return name == null ? known : new Author(known.id(), name, known.kind());
  }

  /** SHA-256 of what is asked for, so that a retry is told from another request. */
  Buffer digest() {
    return Sha256.of(new JsonArray()
        .add(comment.threadKey())
        .add(comment.parentId())
        .add(comment.authorName())
        .add(comment.email())
        .add(comment.body())
        .encode());
  }

  /** The idempotency key as it is stored; null without one. */
  @Nullable
  Buffer keyHash() {
    return idempotencyKey == null ? null : Sha256.of(idempotencyKey);
  }
}
