package io.causerie.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.causerie.core.Workers.Deadline;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How much comes out is bounded, whatever goes in. */
final class AmplificationTest {
  private static final int LONGEST = 65_536;
  private static final int SEED = 4;

  /** What a body repeats as often as it may. */
  static Stream<String> pieces() {
    return Stream.of(
        "&",
        "<",
        "\"",
        "=",
        "`",
        "{",
        "+@",
        "*a*",
        "**a**",
        "~~a~~",
        "*",
        "_*",
        "a\n",
        "a  \n",
        "\\\n",
        "a\n\n",
        "- a\n",
        "-\n",
        "1. a\n",
        "> ",
        ">\n\n",
        "- > ",
        "***\n",
        "```\n",
        "[",
        "[]",
        "![",
        "[a](b)",
        "![](",
        "[![a](http://a.example)](http://b.example)",
        "[a](http://x.example/\")",
        "[\u00fc](http://\u00fc.example/\u00fc) ",
        "http://a.example ",
        "a@b.example ",
        "https://a.example/?a=1&b=2 ",
        "| a |\n|---|\n",
        "| &amp; | &lt; | &quot; |\n",
        "&NotEqualTilde;",
        "&#x1F600;",
        "\uD83D\uDE00",
        "\uFDFA",
        "\u17D2\u1780",
        "<b>",
        "<!-- -->",
        "{{",
        "*a **a ~~a `a ");
  }

  @ParameterizedTest
  @MethodSource("pieces")
  void whatIsRepeatedBecomesNoMoreThanTheBudget(String piece) {
    for (int length : new int[] {100, 10_000, LONGEST}) {
      assertBounded(piece.repeat(length / piece.length()));
    }
  }

  @Test
  void whatIsSaidOnceAndLinkedToOftenBecomesNoMoreThanTheBudget() {
    for (int length : new int[] {10, 200, 2_000, 20_000}) {
      String destination = "http://x.example/" + "a".repeat(length);
      for (String link : new String[] {"[a]", "[a][]", "![a]", "[*b*][a]", "[a]\n"}) {
        String definition = "[a]: " + destination + " \"" + "t".repeat(length) + "\"\n\n";
        assertBounded(definition + link.repeat((LONGEST - definition.length()) / link.length()));
      }
    }
  }

  @Test
  void nestedListsAndQuotesBecomeNoMoreThanTheBudget() {
    for (String marker : new String[] {"- ", "> ", "1. ", "> - "}) {
      StringBuilder body = new StringBuilder();
      for (int depth = 1; body.length() + depth * 8 < LONGEST; depth++) {
        body.append("  ".repeat(depth)).append(marker.repeat(depth % 30)).append("&\n");
      }
      assertBounded(body.toString());
    }
  }

  @Test
  void anyMixtureBecomesNoMoreThanTheBudget() {
    Random random = new Random(SEED);
    String[] pieces = pieces().toArray(String[]::new);
    for (int i = 0; i < 50; i++) {
      StringBuilder body = new StringBuilder("[b]: http://b.example/" + "b".repeat(500) + "\n\n");
      while (body.length() < LONGEST) {
        body.append(pieces[random.nextInt(pieces.length)].repeat(1 + random.nextInt(3)));
      }
      assertBounded(body.substring(0, LONGEST));
    }
  }

  @Test
  void threeHundredLinksAreTakenAndOneMoreIsNot() {
    String links = "<http://a.example> ".repeat(LinkBudget.MOST_LINKS);

    assertThat(Markup.toHtml(links)).contains("<a ");
    assertThatExceptionOfType(Markup.TooMuch.class)
        .isThrownBy(() -> Markup.toHtml(links + "<http://a.example>"))
        .withMessageContaining("300 links");
  }

  /** What is rendered is not looked at afterwards: the writing stops. */
  @Test
  void renderingStopsAtTheBudget() {
    BoundedHtml html = new BoundedHtml(10, Deadline.open());
    html.append("12345").append('6').append("__7890__", 2, 6);

    assertThatThrownBy(() -> html.append('x')).isInstanceOf(Markup.TooMuch.class);
    assertThat(html).hasToString("1234567890");
  }

  @Test
  void renderingStopsWhenNobodyWaitsForItAnyMore() {
    Deadline deadline = Deadline.open();
    BoundedHtml html = new BoundedHtml(10, deadline);
    html.append("1");
    deadline.end();

    assertThatThrownBy(() -> html.append('2')).isInstanceOf(CancellationException.class);
    assertThatThrownBy(() -> Markup.toHtml("a", deadline))
        .isInstanceOf(CancellationException.class);
  }

  private static void assertBounded(String body) {
    assertThat(body.length()).isLessThanOrEqualTo(LONGEST);
    try {
      assertThat(Markup.toHtml(body).getBytes(UTF_8))
          .hasSizeLessThanOrEqualTo(Math.max(64 * 1024, body.getBytes(UTF_8).length * 5 / 4));
    } catch (Markup.TooMuch refused) {
      assertThat(refused.advice()).contains("please");
    }
  }
}
