package io.causerie.http;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A cookie for our own pages alone: no script reads it and no other site has it sent. Where the origin
 * is encrypted its name begins with {@code __Host-}, so that no other host can plant it either.
 */
public final class OwnCookie {
  private final String name;
  private final OwnOrigin own;

  public OwnCookie(String name, OwnOrigin own) {
    this.name = name;
    this.own = own;
  }

  /** Null when the browser sends none. */
  public @Nullable String read(HttpServerRequest request) {
    @Nullable Cookie cookie = request.getCookie(name(request));
    return cookie == null ? null : cookie.getValue();
  }

  public void set(RoutingContext ctx, String value, Duration age) {
    HttpServerRequest request = ctx.request();
    ctx.response()
        .headers()
        .add(
            HttpHeaders.SET_COOKIE,
            name(request) + "=" + value + "; Path=/; HttpOnly; SameSite=Strict; Max-Age="
                + age.toSeconds() + (own.isEncrypted(request) ? "; Secure" : ""));
  }

  public void clear(RoutingContext ctx) {
    set(ctx, "", Duration.ZERO);
  }

  private String name(HttpServerRequest request) {
    return own.isEncrypted(request) ? "__Host-" + name : name;
  }
}
