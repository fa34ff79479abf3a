package io.causerie.site;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The key that names a thread. The addresses of one page become one key; any other key is taken as it
 * is, after NFC.
 */
public final class ThreadKey {
  private static final int LONGEST = 512;

  /** With escapes a key may grow; an index entry has no room for more. */
  private static final int LONGEST_ESCAPED = 2_400;

  private static final Set<String> TRACKING = Set.of(
      "fbclid", "gclid", "dclid", "msclkid", "yclid", "igshid", "mc_cid", "mc_eid", "_ga", "_gl");

  private static final Pattern URL = Pattern.compile(
      "(?i)https?://(?:[^/?#]*@)?([^/?#@:]+)(?::(\\d{0,5}))?(/[^?#]*)?(?:\\?([^#]*))?(?:#.*)?",
      Pattern.DOTALL);
  private static final Pattern INDEX = Pattern.compile("(/+|/index\\.(html|htm|php))$");

  private ThreadKey() {}

  /** Normalising twice changes nothing. */
  public static String normalise(String asked, Collection<String> ownTrackingParameters) {
    String key = Normalizer.normalize(asked, Normalizer.Form.NFC);
    Matcher url = URL.matcher(key);
    String host = url.matches() ? host(url.group(1)) : null;
    return host == null
        ? key
        : "https://" + host + port(url.group(2)) + path(url.group(3))
            + query(url.group(4), ownTrackingParameters);
  }

  /** What is wrong with a key as it was asked; null when nothing is. */
  public static @Nullable String problem(String asked, String normalised) {
    if (asked.isEmpty()) {
      return "is required";
    }
    if (asked.codePointCount(0, asked.length()) > LONGEST
        || normalised.length() > LONGEST_ESCAPED) {
      return "is longer than " + LONGEST + " characters";
    }
    return asked.chars().anyMatch(Character::isISOControl) ? "has a control character" : null;
  }

  private static @Nullable String host(String host) {
    try {
      String ascii = IDN.toASCII(host).toLowerCase(Locale.ROOT);
      return ascii.matches("[a-z0-9._-]+") ? ascii : null;
    } catch (IllegalArgumentException noHost) {
      return null;
    }
  }

  /** Either default port means the same, because http is taken as https. */
  private static String port(@Nullable String port) {
    return port == null || port.isEmpty() || port.matches("0*(80|443)") ? "" : ":" + port;
  }

  private static String path(@Nullable String path) {
    String canonical = withoutDots(Escapes.canonical(path == null ? "" : path));
    String shorter = INDEX.matcher(canonical).replaceFirst("");
    while (!shorter.equals(canonical)) {
      canonical = shorter;
      shorter = INDEX.matcher(canonical).replaceFirst("");
    }
    return canonical;
  }

  /** RFC 3986 §5.2.4. */
  private static String withoutDots(String path) {
    var segments = new java.util.ArrayDeque<String>();
    for (String segment : path.split("/", -1)) {
      if (segment.equals("..")) {
        segments.pollLast();
      } else if (!segment.equals(".")) {
        segments.addLast(segment);
      }
    }
    String joined = String.join("/", segments);
    return joined.isEmpty() || joined.startsWith("/") ? joined : "/" + joined;
  }

  private static String query(@Nullable String query, Collection<String> ownTracking) {
    if (query == null) {
      return "";
    }
    String kept = Stream.of(query.split("&"))
        .map(Escapes::canonical)
        .filter(parameter -> !parameter.isEmpty() && !isTracking(parameter, ownTracking))
        .sorted()
        .collect(Collectors.joining("&"));
    return kept.isEmpty() ? "" : "?" + kept;
  }

  private static boolean isTracking(String parameter, Collection<String> ownTracking) {
    String name = parameter.split("=", 2)[0];
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.startsWith("utm_") || TRACKING.contains(lower) || ownTracking.contains(name);
  }
}
