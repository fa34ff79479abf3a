package io.causerie.comment;

import org.owasp.html.HtmlStreamEventReceiver;
import org.owasp.html.HtmlStreamEventReceiverWrapper;

/**
 * Writes two braces as two texts. In one, the sanitiser would put a comment between them against
 * template engines, and a comment is not among the things we send.
 */
@SuppressWarnings("try") // the library declares that closing may throw anything
final class PlainBraces extends HtmlStreamEventReceiverWrapper {
  PlainBraces(HtmlStreamEventReceiver sink) {
    super(sink);
  }

  @Override
  public void text(String text) {
    int from = 0;
    for (int brace = text.indexOf("{{"); brace >= 0; brace = text.indexOf("{{", brace + 1)) {
      super.text(text.substring(from, brace + 1));
      from = brace + 1;
    }
    super.text(text.substring(from));
  }
}
