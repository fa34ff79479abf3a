package io.causerie.text;

import io.causerie.core.Workers.Deadline;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * Turns what an author typed into the only HTML that is stored and served: Markdown without raw HTML,
 * headings, images and tables, whose source stays readable as text. The sanitiser is the last step;
 * of its output only two things are undone that no markup is made of: references to characters beyond
 * U+FFFF, and comments between braces.
 */
public final class Markup {
  /** Kept with each comment, so that older ones can be rendered again when the rules change. */
  public static final int VERSION = 1;

  /** In bytes of UTF-8; see {@link #mostHtml}. */
  static final int LONGEST_HTML = 64 * 1024;

  private static final int DEEPEST_BLOCK = 20;
  private static final List<Extension> EXTENSIONS =
      List.of(AutolinkExtension.create(), StrikethroughExtension.create());

  private static final Parser PARSER = Parser.builder()
      .extensions(EXTENSIONS)
      .enabledBlockTypes(
          Set.of(BlockQuote.class, FencedCodeBlock.class, ListBlock.class, ThematicBreak.class))
      .maxOpenBlockParsers(DEEPEST_BLOCK)
      .build();

  private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
      .extensions(EXTENSIONS)
      .escapeHtml(true)
      .sanitizeUrls(true)
      .percentEncodeUrls(true)
      // Readers expect the line breaks that they typed.
      .softbreak("<br>\n")
      .build();

  private static final String[] ELEMENTS = {
    "p", "br", "em", "strong", "del", "code", "pre", "blockquote", "ul", "ol", "li", "a", "hr"
  };

  /**
   * What the sanitiser puts between two braces against template engines of the page: the one thing it
   * writes that is not on our list. Nothing that was typed looks like it, because it is escaped.
   */
  private static final String TEMPLATE_GUARD = "<!-- -->";

  private static final Pattern SUPPLEMENTARY =
      Pattern.compile("&#x([1-9a-f][0-9a-f]{4}|10[0-9a-f]{4});");

  /** A body that renders to more than is kept. */
  public static final class TooMuch extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String advice;

    TooMuch(String advice) {
      super(advice, null, false, false);
      this.advice = advice;
    }

    static TooMuch html() {
      return new TooMuch(
          "becomes more HTML than a comment may have; please shorten it, or leave out some of its markup and special"
              + " characters");
    }

    /** For the author, after the name of the field. */
    public String advice() {
      return advice;
    }
  }

  private Markup() {}

  /**
   * How many bytes of UTF-8 a body may become. Where a site allows bodies that are longer than most
   * HTML, plain prose of that length still fits: a quarter is for its tags.
   */
  static int mostHtml(String body) {
    return Math.max(LONGEST_HTML, body.getBytes(StandardCharsets.UTF_8).length / 4 * 5);
  }

  /** Fails with {@link TooMuch}. May take milliseconds: not for an event loop. */
  public static String toHtml(String body) {
    return toHtml(body, Deadline.open());
  }

  /** The same, and stops when the deadline is over. */
  public static String toHtml(String body, Deadline deadline) {
    LinkBudget budget = new LinkBudget();
    Node document = PARSER.parse(body);
    deadline.check();
    document.accept(new Links(budget));
    int most = mostHtml(body);
    // The sanitiser leaves out some of it, and what it makes of each character is bounded.
    BoundedHtml rendered = new BoundedHtml(2 * most, deadline);
    RENDERER.render(document, rendered);
    String html = sanitise(rendered.toString().strip(), budget);
    deadline.check();
    if (html.getBytes(StandardCharsets.UTF_8).length > most) {
      throw TooMuch.html();
    }
    return html;
  }

  static String sanitise(String html) {
    return sanitise(html, new LinkBudget());
  }

  /** The sanitiser writes emoji and the like as references of nine characters; they stay as typed. */
  private static String sanitise(String html, LinkBudget budget) {
    return SUPPLEMENTARY
        .matcher(policy(budget).sanitize(html).replace(TEMPLATE_GUARD, ""))
        .replaceAll(reference -> Character.toString(Integer.parseInt(reference.group(1), 16)));
  }

  private static PolicyFactory policy(LinkBudget budget) {
    return new HtmlPolicyBuilder()
        .allowElements(ELEMENTS)
        .allowUrlProtocols("https", "http", "mailto")
        .allowAttributes("href")
        .matching((element, attribute, value) -> budget.href(value))
        .onElements("a")
        .requireRelsOnLinks("nofollow", "ugc", "noopener", "noreferrer")
        .withPostprocessor(DepthLimit::new)
        .toFactory();
  }
}
