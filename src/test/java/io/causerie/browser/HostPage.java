package io.causerie.browser;

/**
 * A page of the host site.
 *
 * @param policy its Content-Security-Policy; empty for none
 */
public record HostPage(String lang, String style, String inside, String policy) {
  /** As blogs look, in light and in the dark. */
  private static final String BLOG =
      """
      body { margin: 0; font: 1.0625rem/1.6 Georgia, serif; color: #1a1a1a; background: #fffdf9 }
      main { max-width: 44rem; margin: auto; padding: 1rem }
      @media (prefers-color-scheme: dark) { body { color: #e6e2da; background: #16181b } }""";

  /** An English page with nothing but this inside its {@code main}. */
  public static HostPage with(String inside) {
    return new HostPage("en", "", inside, "");
  }

  static HostPage withThread(String key) {
    return with(thread(key));
  }

  static String thread(String key) {
    return "<causerie-thread site={site} loading=eager thread=\"" + key + "\"></causerie-thread>";
  }

  HostPage lang(String otherLang) {
    return new HostPage(otherLang, style, inside, policy);
  }

  HostPage styled() {
    return style(BLOG);
  }

  HostPage style(String otherStyle) {
    return new HostPage(lang, otherStyle, inside, policy);
  }

  HostPage policy(String otherPolicy) {
    return new HostPage(lang, style, inside, otherPolicy);
  }

  /** The document, with the widget of this origin, and this site for each {@code {site}}. */
  String html(String widgetOrigin, String site) {
    return """
        <!doctype html><html lang="%s" dir="%s"><head><meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Host</title>%s<script type="module" src="%s/widget.js"></script></head>
        <body><main><h1>Host</h1>%s</main></body></html>"""
        .formatted(
            lang,
            lang.equals("ar") ? "rtl" : "ltr",
            sheet(),
            widgetOrigin,
            inside.replace("{site}", site));
  }

  private String sheet() {
    return style.isEmpty() ? "" : "<style>" + style + "</style>";
  }
}
