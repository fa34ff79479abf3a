package io.causerie.site;

import io.causerie.text.AsciiHost;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The name of a thread: the many addresses of one page become one key. */
public final class ThreadKey {
  private static final int LONGEST = 512;
  // What an index entry of PostgreSQL holds with room to spare: escapes make a URL longer.
  private static final int LARGEST_BYTES = 2_048;

  private static final Pattern WEB_ADDRESS =
      Pattern.compile("(?is)(https?)://([^/?#]*)([^?#]*)(?:\\?([^#]*))?(?:#.*)?");
  private static final Pattern HOST_AND_PORT =
      Pattern.compile("(\\[[^]]*]|[^:]*)(?::0*(\\d{0,5}))?");
  private static final Pattern IP_LITERAL = Pattern.compile("\\[[0-9a-f:.]{2,45}]");
  private static final Set<String> DEFAULT_PORTS = Set.of("", "443");
  private static final Set<String> TRACKING = Set.of(
      "fbclid", "gclid", "dclid", "msclkid", "yclid", "igshid", "mc_cid", "mc_eid", "_ga", "_gl");
  private static final Set<String> INDEX_PAGES = Set.of("", "index.html", "index.htm", "index.php");

  private ThreadKey() {}

  /**
   * The key in its one form. What is no absolute web address that we can read is an opaque name and
   * keeps its case and its slashes. Normalising twice changes nothing.
   */
  public static String normalise(String key, Collection<String> ownTrackingParameters) {
    String typed = Normalizer.normalize(key, Normalizer.Form.NFC);
    Matcher address = WEB_ADDRESS.matcher(typed);
    if (typed.codePoints().anyMatch(ThreadKey::isUnprintable) || !address.matches()) {
      return typed;
    }
    String authority = authority(address.group(1), address.group(2));
    if (authority == null) {
      return typed;
    }
    String path = path(PercentEscapes.canonical(address.group(3)));
    String query = address.group(4) == null ? "" : query(address.group(4), ownTrackingParameters);
    return "https://" + authority + path + (query.isEmpty() ? "" : "?" + query);
  }

  /** Null when the key, as it was asked and normalised, can name a thread; else what is wrong. */
  public static @Nullable String problem(String asked, String normalised) {
    if (asked.isEmpty()) {
      return "is required";
    }
    if (asked.codePointCount(0, asked.length()) > LONGEST
        || normalised.getBytes(StandardCharsets.UTF_8).length > LARGEST_BYTES) {
      return "is longer than " + LONGEST + " characters";
    }
    return asked.codePoints().anyMatch(ThreadKey::isUnprintable) ? "has a control character" : null;
  }

  private static @Nullable String authority(String scheme, String typed) {
    Matcher parts = HOST_AND_PORT.matcher(typed.substring(typed.lastIndexOf('@') + 1));
    if (!parts.matches()) {
      return null;
    }
    String host = host(parts.group(1));
    String port = parts.group(2) == null ? "" : parts.group(2);
    if (host == null || (!port.isEmpty() && Integer.parseInt(port) > 65_535)) {
      return null;
    }
    boolean isDefault =
        DEFAULT_PORTS.contains(port) || (port.equals("80") && scheme.equalsIgnoreCase("http"));
    return isDefault ? host : host + ":" + port;
  }

  private static @Nullable String host(String typed) {
    if (typed.startsWith("[")) {
      String literal = typed.toLowerCase(Locale.ROOT);
      return IP_LITERAL.matcher(literal).matches() ? literal : null;
    }
    return AsciiHost.of(typed);
  }

  /** Without dot segments, and without the empty and index segments at its end. */
  private static String path(String canonical) {
    var segments = new ArrayList<String>();
    for (String segment : canonical.substring(Math.min(1, canonical.length())).split("/", -1)) {
      if (segment.equals("..")) {
        if (!segments.isEmpty()) {
          segments.remove(segments.size() - 1);
        }
      } else if (!segment.equals(".")) {
        segments.add(segment);
      }
    }
    while (!segments.isEmpty() && INDEX_PAGES.contains(segments.get(segments.size() - 1))) {
      segments.remove(segments.size() - 1);
    }
    return segments.isEmpty() ? "" : "/" + String.join("/", segments);
  }

  private static String query(String typed, Collection<String> ownTrackingParameters) {
    return Arrays.stream(PercentEscapes.canonical(typed).split("&"))
        .filter(parameter -> !parameter.isEmpty())
        .filter(parameter -> !isTracking(name(parameter), ownTrackingParameters))
        .sorted(Comparator.comparing(ThreadKey::name)) // stable: repeated ones keep their order
        .collect(Collectors.joining("&"));
  }

  private static String name(String parameter) {
    int equals = parameter.indexOf('=');
    return equals < 0 ? parameter : parameter.substring(0, equals);
  }

  private static boolean isTracking(String name, Collection<String> ownTrackingParameters) {
    String lowerCase = name.toLowerCase(Locale.ROOT);
    return lowerCase.startsWith("utm_")
        || TRACKING.contains(lowerCase)
        || ownTrackingParameters.stream().anyMatch(own -> own.strip().equalsIgnoreCase(name));
  }

  private static boolean isUnprintable(int c) {
    return Character.getType(c) == Character.CONTROL || Character.getType(c) == Character.SURROGATE;
  }
}
