package io.causerie.ban;

import io.causerie.account.Actor;
import io.causerie.account.Network;
import io.causerie.account.Viewer;
import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/** The moderator that makes a ban and must not be its target. */
record Asker(Viewer viewer, Network network) {
  boolean isAuthor(long authorId, @Nullable Long accountId) {
    Actor actor = viewer.acting();
    return viewer.wrote(authorId) || (accountId != null && accountId.equals(actor.accountId()));
  }

  boolean comesFrom(Buffer hash) {
    return hash.equals(network.addressHash()) || hash.equals(network.subnetHash());
  }
}
