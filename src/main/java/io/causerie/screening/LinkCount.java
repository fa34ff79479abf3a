package io.causerie.screening;

/** How many links a rendered comment has. */
final class LinkCount {
  private static final String LINK = "<a ";

  private LinkCount() {}

  /** What was typed as text has no {@code <} left. */
  static int of(String bodyHtml) {
    int links = 0;
    int at = bodyHtml.indexOf(LINK);
    while (at >= 0) {
      links++;
      at = bodyHtml.indexOf(LINK, at + LINK.length());
    }
    return links;
  }
}
