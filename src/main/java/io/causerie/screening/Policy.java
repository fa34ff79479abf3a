package io.causerie.screening;

import io.causerie.cache.CacheMemory;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The automatic checks of a new comment. Their order is the policy. */
public final class Policy {
  /** To explain what is stored they need to remember nothing. */
  private static final Map<String, Screen> NAME_TO_SCREEN =
      screens(CacheMemory.ofCommand()).stream()
          .collect(Collectors.toUnmodifiableMap(Screen::name, Function.identity()));

  private Policy() {}

  /** The screens in their order; what they remember counts into that memory. */
  public static List<Screen> screens(CacheMemory memory) {
    WordLists words = new WordLists(memory);
    return List.of(
        new Ban(),
        new TeamName(memory),
        new SlowMode(),
        new Honeypot(),
        new FormTime(),
        Words.banned(words),
        new Premoderation(),
        new FirstComments(),
        new FirstLinks(),
        new ManyLinks(),
        Words.suspect(words),
        new Repeats(),
        new TooFast());
  }

  /** What the screen of that name says of a detail; a name that no screen has any more says itself. */
  static String explanation(String name, String detail) {
    Screen screen = NAME_TO_SCREEN.get(name);
    return screen == null ? Screen.explanation(name, detail) : screen.explanation(detail);
  }
}
