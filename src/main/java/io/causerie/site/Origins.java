package io.causerie.site;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The origins of a site: exact ones such as {@code https://blog.example}, or {@code localhost}, which
 * stands for any port of the machine itself and is meant for trying things out.
 */
public final class Origins {
  /** Any port of this machine, over http or https. */
  public static final String LOCALHOST = "localhost";

  private static final Pattern ON_THIS_MACHINE =
      Pattern.compile("https?://(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d{1,5})?");

  private Origins() {}

  static boolean allow(List<String> origins, String origin) {
    return origins.contains(origin)
        || (origins.contains(LOCALHOST) && ON_THIS_MACHINE.matcher(origin).matches());
  }

  /** Null for what is no address of a page. */
  static @Nullable String of(String address) {
    try {
      URI uri = URI.create(address.split("[?#]", 2)[0]);
      return uri.getScheme() == null || uri.getRawAuthority() == null
          ? null
          : (uri.getScheme() + "://" + uri.getRawAuthority()).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException unparsable) {
      return null;
    }
  }

  /** What is wrong with an origin for a site; null when nothing is. */
  public static @Nullable String problem(String origin) {
    if (origin.equals(LOCALHOST)) {
      return null;
    }
    try {
      URI uri = URI.create(origin);
      boolean exact = uri.getScheme() != null
          && uri.getScheme().matches("https?")
          && uri.getHost() != null
          && origin.equals(uri.getScheme() + "://" + uri.getRawAuthority())
          && origin.equals(origin.toLowerCase(Locale.ROOT));
      return exact
          ? null
          : "must look like https://blog.example, without a path or a trailing slash";
    } catch (IllegalArgumentException unparsable) {
      return "is not a URL";
    }
  }
}
