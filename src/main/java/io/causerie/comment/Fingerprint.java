package io.causerie.comment;

import io.causerie.db.Sha256;
import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * What tells whether two texts say the same.
 *
 * @param digest equal for equal texts
 * @param simhash differs in few bits for texts that are nearly equal; null for one too short to mean it
 */
public record Fingerprint(Buffer digest, @Nullable Long simhash) {
  public static Fingerprint of(String body) {
    return new Fingerprint(Sha256.of(body), null);
  }
}
