package io.causerie.signin;

import io.causerie.core.Id;
import io.causerie.http.OwnCookie;
import io.causerie.secret.Secrets;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Knows a browser again that has signed in to an account before, by a signed cookie that proves that
 * and nothing more.
 */
public final class KnownBrowsers {
  private static final Duration LIFE = Duration.ofDays(400);
  private static final Pattern VALUE = Pattern.compile("([0-9A-Z]{13})\\.([A-Za-z0-9_-]{43})");
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final Secrets secrets;
  private final OwnCookie cookie;
  private final InstantSource clock;

  public KnownBrowsers(Secrets secrets, OwnCookie cookie, InstantSource clock) {
    this.secrets = secrets;
    this.cookie = cookie;
    this.clock = clock;
  }

  /** What the browser goes by; empty for one that never signed in to the account of that name. */
  Future<Optional<String>> known(HttpServerRequest request, String accountName) {
    @Nullable String value = cookie.read(request);
    Matcher parts = VALUE.matcher(value == null ? "" : value);
    if (!parts.matches() || isOld(parts.group(1))) {
      return Future.succeededFuture(Optional.empty());
    }
    String id = parts.group(1);
    return sign(id, accountName)
        .map(right -> isEqual(right, parts.group(2)) ? Optional.of(id) : Optional.empty());
  }

  /** Knows the browser from now on. */
  Future<Void> remember(RoutingContext ctx, String accountName) {
    String id = Id.format(Id.at(clock.instant()));
    return sign(id, accountName)
        .onSuccess(signature -> cookie.set(ctx, id + "." + signature, LIFE))
        .mapEmpty();
  }

  private boolean isOld(String id) {
    return Id.parse(id) < Id.firstAt(clock.instant().minus(LIFE));
  }

  private Future<String> sign(String id, String accountName) {
    return secrets
        .mac("device", Buffer.buffer(id + accountName))
        .map(mac -> BASE64.encodeToString(mac.getBytes()));
  }

  private static boolean isEqual(String a, String b) {
    return MessageDigest.isEqual(
        a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
  }
}
