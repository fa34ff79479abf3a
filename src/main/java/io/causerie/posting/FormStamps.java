package io.causerie.posting;

import io.causerie.secret.Secrets;
import io.causerie.secret.SignedTime;
import io.vertx.core.Future;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Signed times that prove when the form of a site was opened. */
public final class FormStamps {
  private final SignedTime times;

  public FormStamps(Secrets secrets) {
    this.times = new SignedTime(secrets);
  }

  public Future<String> at(String siteId, Instant time) {
    return times.write("form\0" + siteId, time);
  }

  /** Null for a stamp that this site never gave out. */
  Future<@Nullable Instant> read(String siteId, @Nullable String stamp) {
    return times.read("form\0" + siteId, stamp);
  }
}
