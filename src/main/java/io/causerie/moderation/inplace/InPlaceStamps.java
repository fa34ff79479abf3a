package io.causerie.moderation.inplace;

import io.causerie.core.Id;
import io.causerie.secret.Secrets;
import io.causerie.secret.SignedTime;
import io.vertx.core.Future;
import java.time.Instant;

/** Signed permissions to read one comment of any status until a time. */
final class InPlaceStamps {
  private final SignedTime times;

  InPlaceStamps(Secrets secrets) {
    this.times = new SignedTime(secrets);
  }

  Future<String> until(String siteId, long commentId, Instant end) {
    return times.write(purpose(siteId, commentId), end);
  }

  /** False for a stamp of another comment or site, for none at all, and for one that is over. */
  Future<Boolean> allows(String stamp, String siteId, long commentId, Instant now) {
    return times
        .read(purpose(siteId, commentId), stamp)
        .map(end -> end != null && now.isBefore(end));
  }

  private static String purpose(String siteId, long commentId) {
    return "look\0" + siteId + "\0" + Id.format(commentId);
  }
}
