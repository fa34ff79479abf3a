package io.causerie.signin.passkey;

import io.causerie.http.Problem;
import io.netty.util.NetUtil;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Whose passkeys a browser makes and uses on a page.
 *
 * @param id the name that the passkeys belong to: the host of the origin
 */
public record PasskeyOrigin(String origin, String id) {
  /** Fails with CONFLICT where browsers make no passkeys: an address is no name. */
  public static PasskeyOrigin of(String origin) {
    @Nullable String host = host(origin);
    if (host == null || NetUtil.isValidIpV4Address(host) || host.startsWith("[")) {
      throw Problem.conflict("a passkey belongs to a name, not to an address: open this page under"
          + " the name of the service, or as localhost on the machine itself");
    }
    return new PasskeyOrigin(origin, host);
  }

  private static @Nullable String host(String origin) {
    try {
      return URI.create(origin).getHost();
    } catch (IllegalArgumentException unreadable) {
      return null;
    }
  }
}
