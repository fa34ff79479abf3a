package io.causerie.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MarkupNodesTest {
  private static final Pattern DECIMAL = Pattern.compile("&#(\\d+);");
  private static final Pattern HEXADECIMAL = Pattern.compile("&#x([0-9a-f]+);");

  @Test
  void textElementsLinksAndEmptyElementsHaveTheirShapes() {
    assertThat(Nodes.of(Markup.toHtml("a *b*\n[c](https://d.example/)")).json())
        .isEqualTo(new JsonArray(
            "[[\"p\",[\"a \",[\"em\",[\"b\"]],[\"br\"],[\"a\",\"https://d.example/\",[\"c\"]]]]]"));
  }

  @Test
  void entitiesAreDecodedAndATextIsOneString() {
    assertThat(Nodes.of(Markup.toHtml("1 < 2 & \"3\" = 'π' \uD83D\uDE00")).json())
        .isEqualTo(new JsonArray()
            .add(new JsonArray()
                .add("p")
                .add(new JsonArray().add("1 < 2 & \"3\" = 'π' \uD83D\uDE00"))));
  }

  @Test
  void lineEndsThatOnlyLayOutTheHtmlAreNoNodes() {
    assertThat(Nodes.of(Markup.toHtml("a\n\nb\n\n- c\n\n- d")).json().encode())
        .doesNotContain("\\n");
    assertThat(Nodes.of(Markup.toHtml("```\n\n```")).json().encode()).contains("\\n");
  }

  @Test
  void theNodesOfEveryBodySayTheSameAsItsHtml() {
    List<String> bodies = Corpus.links();
    bodies.forEach(body -> {
      String html = Markup.toHtml(body);
      assertThat(withoutLayout(Nodes.of(html).html())).isEqualTo(withoutLayout(decoded(html)));
    });
  }

  /** The HTML with no entity but the two that cannot be done without. */
  private static String decoded(String html) {
    String bare =
        html.replaceAll(" rel=\"[^\"]*\"", "").replace("&gt;", ">").replace("&quot;", "\"");
    String decimal = DECIMAL.matcher(bare).replaceAll(found -> point(found.group(1), 10));
    return HEXADECIMAL.matcher(decimal).replaceAll(found -> point(found.group(1), 16));
  }

  private static String point(String digits, int radix) {
    return java.util.regex.Matcher.quoteReplacement(
        Character.toString(Integer.parseInt(digits, radix)));
  }

  private static String withoutLayout(String html) {
    return html.replace("&amp;", "&").replace("\n", "");
  }
}
