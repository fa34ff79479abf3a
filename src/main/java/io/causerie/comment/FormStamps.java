package io.causerie.comment;

import io.causerie.db.Secrets;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Signed times that prove when the form of a site was opened. */
public final class FormStamps {
  private static final int LONGEST = 100;
  private static final int LONGEST_TIME = 15;

  private final Secrets secrets;

  public FormStamps(Secrets secrets) {
    this.secrets = secrets;
  }

  public Future<String> at(String siteId, Instant time) {
    String millis = Long.toString(time.toEpochMilli());
    return secrets
        .mac("form\0" + siteId, Buffer.buffer(millis))
        .map(mac ->
            millis + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(mac.getBytes()));
  }

  /** Null for a stamp that this site never gave out. */
  Future<@Nullable Instant> read(String siteId, @Nullable String stamp) {
    int dot = stamp == null || stamp.length() > LONGEST ? -1 : stamp.indexOf('.');
    if (stamp == null || dot > LONGEST_TIME || !stamp.matches("[0-9]+\\..*")) {
      return Future.succeededFuture();
    }
    Instant time = Instant.ofEpochMilli(Long.parseLong(stamp.substring(0, dot)));
    return at(siteId, time).map(ours -> isSame(ours, stamp) ? time : null);
  }

  private static boolean isSame(String ours, String theirs) {
    return MessageDigest.isEqual(
        ours.getBytes(StandardCharsets.UTF_8), theirs.getBytes(StandardCharsets.UTF_8));
  }
}
