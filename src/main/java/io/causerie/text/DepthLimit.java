package io.causerie.text;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.owasp.html.HtmlStreamEventReceiver;
import org.owasp.html.HtmlStreamEventReceiverWrapper;

/** Leaves out tags that would nest too deep; what is inside them stays. */
@SuppressWarnings("try") // the library declares that closing may throw anything
final class DepthLimit extends HtmlStreamEventReceiverWrapper {
  static final int DEEPEST = 20;
  private static final Set<String> EMPTY_ELEMENTS = Set.of("br", "hr");

  private final Deque<Boolean> written = new ArrayDeque<>();
  private int depth;

  DepthLimit(HtmlStreamEventReceiver sink) {
    super(sink);
  }

  @Override
  public void openTag(String element, List<String> attributes) {
    if (EMPTY_ELEMENTS.contains(element)) {
      super.openTag(element, attributes);
      return;
    }
    boolean fits = depth < DEEPEST;
    written.push(fits);
    if (fits) {
      depth++;
      super.openTag(element, attributes);
    }
  }

  @Override
  public void closeTag(String element) {
    if (EMPTY_ELEMENTS.contains(element)) {
      super.closeTag(element);
    } else if (written.pop()) {
      depth--;
      super.closeTag(element);
    }
  }
}
