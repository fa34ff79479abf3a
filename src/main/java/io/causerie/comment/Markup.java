package io.causerie.comment;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.owasp.html.AttributePolicy;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * Turns what an author typed into the only HTML that is stored and served: Markdown without raw HTML,
 * headings, images and tables, whose source stays readable as text. The sanitiser is the last step;
 * of its output only two things are undone that no markup is made of: references to characters beyond
 * U+FFFF, and comments between braces.
 */
final class Markup {
  /** Kept with each comment, so that older ones can be rendered again when the rules change. */
  static final int VERSION = 1;

  /** In characters: room for the longest body that a site may allow, and its markup. */
  static final int LONGEST_HTML = 512 * 1024;

  private static final int DEEPEST_BLOCK = 20;
  private static final List<Extension> EXTENSIONS =
      List.of(AutolinkExtension.create(), StrikethroughExtension.create());

  private static final Parser PARSER = Parser.builder()
      .extensions(EXTENSIONS)
      .enabledBlockTypes(
          Set.of(BlockQuote.class, FencedCodeBlock.class, ListBlock.class, ThematicBreak.class))
      .maxOpenBlockParsers(DEEPEST_BLOCK)
      .postProcessor(new Links())
      .build();

  private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
      .extensions(EXTENSIONS)
      .escapeHtml(true)
      .sanitizeUrls(true)
      .percentEncodeUrls(true)
      // Readers expect the line breaks that they typed.
      .softbreak("<br>\n")
      .build();

  /**
   * What the sanitiser puts between two braces against template engines of the page: the one thing it
   * writes that is not on our list. Nothing that was typed looks like it, because it is escaped.
   */
  private static final String TEMPLATE_GUARD = "<!-- -->";

  private static final Pattern SUPPLEMENTARY =
      Pattern.compile("&#x([1-9a-f][0-9a-f]{4}|10[0-9a-f]{4});");

  private static final AttributePolicy HREF = (element, attribute, value) -> Href.of(value);

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
      .allowUrlProtocols("https", "http", "mailto")
      .allowAttributes("href")
      .matching(HREF)
      .onElements("a")
      .requireRelsOnLinks("nofollow", "ugc", "noopener", "noreferrer")
      .withPostprocessor(DepthLimit::new)
      .toFactory();

  /** A body that renders to more than {@link #LONGEST_HTML} characters. */
  static final class TooLong extends RuntimeException {
    TooLong() {
      super("the rendered body is too long", null, false, false);
    }
  }

  private Markup() {}

  /** Fails with {@link TooLong}. May take milliseconds: not for an event loop. */
  static String toHtml(String body) {
    String html = sanitise(RENDERER.render(PARSER.parse(body)).strip());
    if (html.length() > LONGEST_HTML) {
      throw new TooLong();
    }
    return html;
  }

  /** The sanitiser writes emoji and the like as references of nine characters; they stay as typed. */
  static String sanitise(String html) {
    return SUPPLEMENTARY
        .matcher(POLICY.sanitize(html).replace(TEMPLATE_GUARD, ""))
        .replaceAll(reference -> Character.toString(Integer.parseInt(reference.group(1), 16)));
  }
}
