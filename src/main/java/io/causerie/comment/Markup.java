package io.causerie.comment;

import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.owasp.html.*;

final class Markup {
  static final int VERSION = 1;

  static final class TooLong extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
      .allowElements(
          "p",
          "br",
          "em",
          "strong",
          "del",
          "code",
          "pre",
          "blockquote",
          "ul",
          "ol",
          "li",
          "a",
          "hr")
      .allowAttributes("href")
      .onElements("a")
      .allowUrlProtocols("https", "http", "mailto")
      .requireRelsOnLinks("nofollow", "ugc", "noopener", "noreferrer")
      .toFactory();
  private static final Parser PARSER = Parser.builder()
      .extensions(java.util.List.of(
          org.commonmark.ext.autolink.AutolinkExtension.create(),
          org.commonmark.ext.gfm.strikethrough.StrikethroughExtension.create()))
      .maxOpenBlockParsers(20)
      .build();
  private static final HtmlRenderer R = HtmlRenderer.builder()
      .extensions(
          java.util.List.of(org.commonmark.ext.gfm.strikethrough.StrikethroughExtension.create()))
      .escapeHtml(true)
      .sanitizeUrls(true)
      .softbreak("<br>")
      .build();

  static String toHtml(String body) {
    return POLICY.sanitize(R.render(PARSER.parse(body)));
  }

  private Markup() {}
}
