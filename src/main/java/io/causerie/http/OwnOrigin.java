package io.causerie.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The origin under which browsers reach this service: the one of the settings, or what the request
 * says, taken to be encrypted unless it is for this machine.
 */
public final class OwnOrigin {
  private static final Pattern ON_THIS_MACHINE =
      Pattern.compile("(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d{1,5})?");

  private final @Nullable String configured;

  /** @param configured as {@link #parse} answers; null to ask each request */
  public OwnOrigin(@Nullable String configured) {
    this.configured = configured;
  }

  /**
   * Reads an origin as a person writes it.
   *
   * @throws IllegalArgumentException when it is none, or has more to it than an origin
   */
  public static String parse(String text) {
    String origin =
        (text.endsWith("/") ? text.substring(0, text.length() - 1) : text).toLowerCase(Locale.ROOT);
    URI uri = uri(origin);
    if (uri == null
        || uri.getHost() == null
        || uri.getUserInfo() != null
        || !origin.equals(uri.getScheme() + "://" + uri.getRawAuthority())
        || !uri.getScheme().matches("https?")) {
      throw new IllegalArgumentException(
          "must look like https://talk.blog.example, without a path");
    }
    return origin(uri.getScheme(), uri.getRawAuthority());
  }

  private static @Nullable URI uri(String text) {
    try {
      return URI.create(text);
    } catch (IllegalArgumentException unreadable) {
      return null;
    }
  }

  /** Whether nothing on the way can read the connection: HTTPS, or this machine itself. */
  public static boolean isSafe(String origin) {
    return origin.startsWith("https:")
        || ON_THIS_MACHINE.matcher(origin.substring("http://".length())).matches();
  }

  /** As a browser names it that sent this request. */
  public String of(HttpServerRequest request) {
    if (configured != null) {
      return configured;
    }
    @Nullable String host = request.getHeader(HttpHeaders.HOST);
    String authority = host == null ? "" : host.toLowerCase(Locale.ROOT);
    return origin(ON_THIS_MACHINE.matcher(authority).matches() ? "http" : "https", authority);
  }

  boolean isEncrypted(HttpServerRequest request) {
    return of(request).startsWith("https:");
  }

  /** Without the port that goes without saying. */
  private static String origin(String scheme, String authority) {
    String usual = scheme.equals("https") ? ":443" : ":80";
    return scheme + "://"
        + (authority.endsWith(usual)
            ? authority.substring(0, authority.length() - usual.length())
            : authority);
  }
}
