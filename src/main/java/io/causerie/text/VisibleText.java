package io.causerie.text;

import java.util.List;
import java.util.Set;
import org.owasp.html.HtmlSanitizer;

/** What a reader sees of rendered HTML: {@code ca**si**no} is one word. */
public final class VisibleText implements HtmlSanitizer.Policy {
  private static final Set<String> INSIDE_WORDS = Set.of("a", "code", "del", "em", "strong");

  private final StringBuilder text = new StringBuilder();

  private VisibleText() {}

  public static String of(String html) {
    VisibleText visible = new VisibleText();
    HtmlSanitizer.sanitize(html, visible);
    return visible.text.toString();
  }

  @Override
  public void openDocument() {}

  @Override
  public void closeDocument() {}

  @Override
  public void openTag(String element, List<String> attributes) {
    part(element);
  }

  @Override
  public void closeTag(String element) {
    part(element);
  }

  @Override
  public void text(String piece) {
    text.append(piece);
  }

  private void part(String element) {
    if (!INSIDE_WORDS.contains(element)) {
      text.append('\n');
    }
  }
}
