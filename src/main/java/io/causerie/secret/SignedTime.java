package io.causerie.secret;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Times that only this installation can have written down, each for one purpose. */
public final class SignedTime {
  private static final Pattern STAMP = Pattern.compile("([0-9]{1,15})\\.[A-Za-z0-9_-]{43}");

  private final Secrets secrets;

  public SignedTime(Secrets secrets) {
    this.secrets = secrets;
  }

  public Future<String> write(String purpose, Instant time) {
    String millis = Long.toString(time.toEpochMilli());
    return secrets
        .mac(purpose, Buffer.buffer(millis))
        .map(mac ->
            millis + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(mac.getBytes()));
  }

  /** Null for what was never written for that purpose. */
  public Future<@Nullable Instant> read(String purpose, @Nullable String stamp) {
    Matcher parts = STAMP.matcher(stamp == null ? "" : stamp);
    if (stamp == null || !parts.matches()) {
      return Future.succeededFuture();
    }
    Instant time = Instant.ofEpochMilli(Long.parseLong(parts.group(1)));
    return write(purpose, time).map(ours -> isSame(ours, stamp) ? time : null);
  }

  private static boolean isSame(String ours, String theirs) {
    return MessageDigest.isEqual(
        ours.getBytes(StandardCharsets.UTF_8), theirs.getBytes(StandardCharsets.UTF_8));
  }
}
