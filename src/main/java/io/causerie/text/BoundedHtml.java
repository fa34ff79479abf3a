package io.causerie.text;

import io.causerie.core.Workers.Deadline;

/** Takes HTML while it is rendered, and stops the rendering when it is too much or too late. */
final class BoundedHtml implements Appendable {
  private final StringBuilder html = new StringBuilder();
  private final int most;
  private final Deadline deadline;

  /** @param most in characters */
  BoundedHtml(int most, Deadline deadline) {
    this.most = most;
    this.deadline = deadline;
  }

  @Override
  public BoundedHtml append(CharSequence text) {
    return append(text, 0, text.length());
  }

  @Override
  public BoundedHtml append(CharSequence text, int start, int end) {
    take(end - start);
    html.append(text, start, end);
    return this;
  }

  @Override
  public BoundedHtml append(char c) {
    take(1);
    html.append(c);
    return this;
  }

  @Override
  public String toString() {
    return html.toString();
  }

  private void take(int more) {
    deadline.check();
    if (more > most - html.length()) {
      throw Markup.TooMuch.html();
    }
  }
}
