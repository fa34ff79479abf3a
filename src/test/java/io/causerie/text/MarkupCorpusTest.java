package io.causerie.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.StringWriter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What holds for the HTML of every body, however hostile. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MarkupCorpusTest {
  private static final Set<String> ELEMENTS = Set.of(
      "p", "br", "em", "strong", "del", "code", "pre", "blockquote", "ul", "ol", "li", "a", "hr");

  private static final List<String> CORPUS = Corpus.all();
  private static final Map<String, String> BODY_TO_HTML = render();
  private static final Collection<String> RENDERED = BODY_TO_HTML.values();

  @Test
  void mostBodiesGiveHtmlAndOnlyTheMostSwollenAreRefused() {
    assertThat(CORPUS).hasSizeGreaterThan(1_000);
    assertThat(RENDERED).hasSizeGreaterThan(CORPUS.size() * 9 / 10);
  }

  @Test
  void thereIsNoTagAndNoAttributeOutsideTheList() {
    RENDERED.forEach(html -> {
      Tags tags = Tags.of(html);
      assertThat(ELEMENTS).containsAll(tags.elements);
      assertThat(Set.of("href", "rel")).containsAll(tags.attributes);
    });
  }

  @Test
  void everyLinkIsAnAbsoluteWebOrMailAddressAndTellsRobotsNotToFollow() {
    RENDERED.forEach(html -> {
      Tags tags = Tags.of(html);
      assertThat(tags.hrefs)
          .allMatch(href -> href.matches("https?://[a-zA-Z0-9.:_-]+([/?#&].*)?|mailto:.+"));
      assertThat(tags.rels)
          .hasSameSizeAs(tags.hrefs)
          .allMatch("nofollow ugc noopener noreferrer"::equals);
    });
  }

  @Test
  void sanitisingAgainChangesNothing() {
    RENDERED.forEach(html -> assertThat(Markup.sanitise(html)).isEqualTo(html));
  }

  @Test
  void nothingIsDeepOrLong() {
    BODY_TO_HTML.forEach((body, html) -> {
      assertThat(Tags.of(html).depth).isLessThanOrEqualTo(20);
      assertThat(html.getBytes(UTF_8)).hasSizeLessThanOrEqualTo(Markup.mostHtml(body));
    });
  }

  @Test
  void everyHtmlCanBeWrittenAsNodes() {
    RENDERED.forEach(html -> assertThatCode(
            () -> MarkupNodes.write(html, new JsonFactory().createGenerator(new StringWriter())))
        .doesNotThrowAnyException());
  }

  @Test
  void bodiesAndNamesOfAnyKindAreNormalisedOnce() {
    CORPUS.forEach(typed -> {
      String body = BodyText.normalise(typed);
      assertThat(BodyText.normalise(body)).isEqualTo(body);
      String name = AuthorName.normalise(typed);
      assertThat(AuthorName.normalise(name)).isEqualTo(name);
      assertThatCode(() -> AuthorName.problem(name)).doesNotThrowAnyException();
    });
  }

  /** Without those that are refused. */
  private static Map<String, String> render() {
    Map<String, String> bodyToHtml = new LinkedHashMap<>();
    CORPUS.forEach(body -> html(body).ifPresent(html -> bodyToHtml.put(body, html)));
    return bodyToHtml;
  }

  private static Optional<String> html(String body) {
    try {
      return Optional.of(Markup.toHtml(body));
    } catch (Markup.TooMuch refused) {
      return Optional.empty();
    }
  }
}
