package io.causerie.text;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.internal.util.Escaping;
import org.jspecify.annotations.Nullable;

/** The addresses a link may lead to: absolute, http, https or mailto, and nothing that hides its host. */
final class Href {
  private static final int LONGEST = 2_048;
  private static final Pattern WEB =
      Pattern.compile("(?i)(https?)://([^/?#]+)(.*)", Pattern.DOTALL);
  private static final Pattern MAIL = Pattern.compile("(?i)mailto:[^\\s?&@/\\\\]+@[^\\s?&@/\\\\]+");
  private static final Pattern HOST_AND_PORT = Pattern.compile("([^:@]+)(:\\d{1,5})?");

  private Href() {}

  /** The address as it goes out, with an international host in its ASCII form; null when refused. */
  static @Nullable String of(String typed) {
    String address = typed.strip();
    if (address.length() > LONGEST) {
      return null;
    }
    Matcher web = WEB.matcher(address);
    if (web.matches()) {
      String authority = ascii(web.group(2));
      return authority == null
          ? null
          : parsable(web.group(1).toLowerCase(Locale.ROOT) + "://" + authority + web.group(3));
    }
    return MAIL.matcher(address).matches() ? parsable(address) : null;
  }

  /** Null for a host that is empty, has a user before it, or is not one. */
  private static @Nullable String ascii(String authority) {
    Matcher parts = HOST_AND_PORT.matcher(authority);
    String host = parts.matches() ? AsciiHost.of(parts.group(1)) : null;
    return host == null ? null : host + (parts.group(2) == null ? "" : parts.group(2));
  }

  private static @Nullable String parsable(String address) {
    try {
      String href = URI.create(Escaping.percentEncodeUrl(address)).toString();
      return href.length() <= LONGEST ? href : null;
    } catch (IllegalArgumentException unparsable) {
      return null;
    }
  }
}
