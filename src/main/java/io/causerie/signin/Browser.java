package io.causerie.signin;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a browser calls itself, in words short enough for a list. */
final class Browser {
  private record Name(String mark, String name) {}

  /** The first that fits: many claim to be others too. */
  private static final List<Name> PROGRAMS = List.of(
      new Name("Edg", "Edge"),
      new Name("OPR/", "Opera"),
      new Name("SamsungBrowser/", "Samsung Internet"),
      new Name("Firefox/", "Firefox"),
      new Name("FxiOS/", "Firefox"),
      new Name("CriOS/", "Chrome"),
      new Name("Chrome/", "Chrome"),
      new Name("Safari/", "Safari"));

  private static final List<Name> SYSTEMS = List.of(
      new Name("Android", "Android"),
      new Name("iPhone", "iPhone"),
      new Name("iPad", "iPad"),
      new Name("Windows", "Windows"),
      new Name("CrOS", "ChromeOS"),
      new Name("Mac OS X", "macOS"),
      new Name("Linux", "Linux"));

  private Browser() {}

  /** Like {@code Firefox on Linux}; null when it is none that we know. */
  static @Nullable String of(@Nullable String userAgent) {
    @Nullable String program = userAgent == null ? null : first(PROGRAMS, userAgent);
    @Nullable String system = userAgent == null ? null : first(SYSTEMS, userAgent);
    return program == null || system == null ? program : program + " on " + system;
  }

  private static @Nullable String first(List<Name> names, String userAgent) {
    for (Name known : names) {
      if (userAgent.contains(known.mark())) {
        return known.name();
      }
    }
    return null;
  }
}
