package io.causerie.text;

import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Host names as they stand in a URL: lower-case ASCII, other scripts as punycode. */
public final class AsciiHost {
  private static final int LONGEST = 253;
  private static final Pattern NAME = Pattern.compile("[a-z0-9_-][a-z0-9._-]*");
  // The JDK knows IDNA 2003, where these became other letters: the name would be another host.
  private static final Pattern CHANGED_SINCE_IDNA_2003 = Pattern.compile("[ßẞς\u200C\u200D]");

  private AsciiHost() {}

  /** Null when it is not a host name. */
  public static @Nullable String of(String host) {
    if (host.length() > LONGEST || CHANGED_SINCE_IDNA_2003.matcher(host).find()) {
      return null;
    }
    try {
      String ascii = IDN.toASCII(host, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
      return ascii.length() <= LONGEST && NAME.matcher(ascii).matches() ? ascii : null;
    } catch (IllegalArgumentException notAName) {
      return null;
    }
  }
}
