package io.causerie.ban;

import io.causerie.http.Cidr;
import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * The target of a ban: exactly one of the first four is set.
 *
 * @param commentId the comment that a moderator pointed at
 */
record Target(
    @Nullable Long authorId,
    @Nullable Buffer addressHash,
    @Nullable Buffer subnetHash,
    @Nullable Cidr block,
    @Nullable Long commentId) {

  /** The word in JSON and in the log. */
  String kind() {
    if (authorId != null) {
      return "author";
    }
    if (addressHash != null) {
      return "address";
    }
    return subnetHash != null ? "subnet" : "network";
  }

  static Target of(Cidr block) {
    return new Target(null, null, null, block, null);
  }
}
