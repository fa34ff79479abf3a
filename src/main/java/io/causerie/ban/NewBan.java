package io.causerie.ban;

import io.causerie.http.Cidr;
import io.causerie.http.JsonFields;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a moderator asks for.
 *
 * @param shadow whether the banned shall not notice
 * @param until null for good
 * @param remove whether what they have written goes too
 */
record NewBan(Aim aim, boolean shadow, @Nullable Instant until, String reason, boolean remove) {
  private static final int LONGEST_REASON = 500;

  /** Fails with INVALID and all errors. */
  static NewBan from(JsonFields body, Instant now) {
    Aim aim = Aim.from(body);
    boolean remove = Boolean.TRUE.equals(body.bool("remove"));
    Cidr block = aim.block();
    if (remove && block != null && Scope.of(block) == null) {
      body.error(
          "remove",
          "needs a single IPv4 address or a /24, or a /64 or /48 of IPv6: of comments no more is known");
    }
    var ban = new NewBan(
        aim, Boolean.TRUE.equals(body.bool("shadow")), until(body, now), reason(body), remove);
    body.check();
    return ban;
  }

  private static @Nullable Instant until(JsonFields body, Instant now) {
    Instant until = body.time("until");
    if (until != null && !until.isAfter(now)) {
      body.error("until", "must be in the future");
    }
    if (until != null && until.isAfter(now.plus(36_500, ChronoUnit.DAYS))) {
      body.error("until", "must be within a hundred years; leave it out for a ban for good");
    }
    return until == null ? null : until.truncatedTo(ChronoUnit.MILLIS);
  }

  private static String reason(JsonFields body) {
    String reason = body.required("reason").strip();
    if (reason.isEmpty()) {
      body.error("reason", "is required");
    }
    if (reason.codePointCount(0, reason.length()) > LONGEST_REASON) {
      body.error("reason", "must be at most " + LONGEST_REASON + " characters");
    }
    return reason;
  }
}
