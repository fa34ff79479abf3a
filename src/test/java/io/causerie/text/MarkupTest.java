package io.causerie.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkupTest {
  private static final String REL = "rel=\"nofollow ugc noopener noreferrer\"";

  @Test
  void plainTextIsAParagraph() {
    assertThat(html("Hello & good-bye")).isEqualTo("<p>Hello &amp; good-bye</p>");
  }

  @Test
  void aLineBreakStaysOneAndABlankLinePartsParagraphs() {
    assertThat(html("one\ntwo\n\nthree")).isEqualTo("<p>one<br />two</p><p>three</p>");
  }

  @Test
  void emphasisStrikethroughCodeQuotesListsAndRulesAreMarkup() {
    assertThat(html("*a* **b** ~~c~~ `d`"))
        .isEqualTo("<p><em>a</em> <strong>b</strong> <del>c</del> <code>d</code></p>");
    assertThat(html("> a")).isEqualTo("<blockquote><p>a</p></blockquote>");
    assertThat(html("- a\n- b")).isEqualTo("<ul><li>a</li><li>b</li></ul>");
    assertThat(html("7. a")).isEqualTo("<ol><li>a</li></ol>");
    assertThat(html("a\n\n---\n\nb")).isEqualTo("<p>a</p><hr /><p>b</p>");
  }

  @Test
  void codeInAFenceIsKeptToTheLastSpace() {
    assertThat(Markup.toHtml("```java\n\n  a <b>\n\n\n```"))
        .isEqualTo("<pre><code>\n  a &lt;b&gt;\n\n\n</code></pre>");
  }

  @Test
  void rawHtmlAndTablesShowAsTyped() {
    assertThat(text("<b onclick=x>hi</b>")).isEqualTo("<b onclick=x>hi</b>");
    assertThat(text("<div>\n*hi*\n</div>")).contains("<div>", "</div>").doesNotContain("*");
    assertThat(text("| a |\n|---|")).isEqualTo("| a ||---|");
  }

  @Test
  void aHeadingAndAnImageLoseNothingThatWasTyped() {
    assertThat(text("# Title")).contains("Title");
    assertThat(html("![a cat](https://a.example/cat.png)"))
        .isEqualTo("<p><a href=\"https://a.example/cat.png\" " + REL + ">a cat</a></p>");
    assertThat(text("![](https://a.example/cat.png)")).contains("https://a.example/cat.png");
    assertThat(html("[![a cat](https://a.example/cat.png)](https://b.example/)"))
        .isEqualTo("<p><a href=\"https://b.example/\" " + REL + ">a cat</a></p>");
  }

  @Test
  void addressesBecomeLinksByThemselves() {
    assertThat(html("see https://a.example/x?b=1."))
        .isEqualTo("<p>see <a href=\"https://a.example/x?b&#61;1\" "
            + REL
            + ">https://a.example/x?b&#61;1</a>.</p>");
  }

  @Test
  void aHostInAnotherScriptIsLinkedByItsAsciiName() {
    assertThat(html("[x](https://bücher.example/ü)"))
        .contains("href=\"https://xn--bcher-kva.example/%C3%BC\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "//evil.example",
        "/logout",
        "https://u:p@a.example",
        "data:,x",
        "https:///x",
        "https://a\uFF0Fb.example",
        "mailto:?bcc=x",
        "https://faß.example/"
      })
  void aRefusedLinkIsItsText(String url) {
    assertThat(html("[x](<" + url + ">)")).isEqualTo("<p>x</p>");
  }

  @Test
  void theLongestDefaultBodyFitsWhateverItsCharacters() {
    for (String c : new String[] {"a", "&", "\"", "ក", "\uD83D\uDE00", "a\n"}) {
      String body = c.repeat(10_000 / c.codePointCount(0, c.length()));
      assertThat(text(body.strip())).hasSizeGreaterThanOrEqualTo(4_999);
    }
  }

  @Test
  void aBodyThatSwellsPastTheLimitIsRefused() {
    assertThatThrownBy(() -> Markup.toHtml("&".repeat(20_000))).isInstanceOf(Markup.TooMuch.class);
  }

  /** Without the line ends that only lay out the HTML. */
  private static String html(String body) {
    return Markup.toHtml(body).replace("\n", "");
  }

  private static String text(String body) {
    return Nodes.of(Markup.toHtml(body)).text().replace("\n", "");
  }
}
