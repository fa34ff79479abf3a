package io.causerie.screening;

import io.causerie.cache.CacheMemory;
import io.causerie.comment.Screen;
import java.util.List;

/** The automatic checks of a new comment. Their order is the policy. */
public final class Policy {
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
}
