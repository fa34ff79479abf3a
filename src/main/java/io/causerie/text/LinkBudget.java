package io.causerie.text;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the links of one body may cost. A destination that is said once can be linked to many times: what
 * comes out is counted, not what was typed.
 */
final class LinkBudget {
  static final int MOST_LINKS = 300;

  private final Map<String, @Nullable String> known = new HashMap<>();
  private int links;
  private int characters;

  /** Counts one more link, or image. Fails with {@link Markup.TooMuch}. */
  void take(String destination) {
    links++;
    characters += destination.length();
    if (links > MOST_LINKS) {
      throw new Markup.TooMuch("has more than " + MOST_LINKS + " links; please leave some out");
    }
    if (characters > Markup.LONGEST_HTML) {
      throw new Markup.TooMuch("has links that are too long altogether; please leave some out");
    }
  }

  /** {@link Href#of}, asked once for each destination. */
  @Nullable
  String href(String destination) {
    if (!known.containsKey(destination)) {
      String href = Href.of(destination);
      known.put(destination, href);
      if (href != null) {
        known.put(href, href);
      }
    }
    return known.get(destination);
  }
}
