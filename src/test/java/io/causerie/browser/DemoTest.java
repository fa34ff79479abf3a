package io.causerie.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.causerie.browser.Appearance.inspect;
import static io.causerie.browser.Appearance.inspectLayout;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@BrowserTest
final class DemoTest {
  private static Demo demo;

  @BeforeAll
  static void start() throws IOException {
    demo = Demo.start();
  }

  @AfterAll
  static void stop() throws IOException {
    demo.close();
  }

  @Test
  void theFrontPageCountsTheTalk(Reader reader) {
    reader.open(demo.page(""));
    assertThat(reader.page().locator("causerie-count").first()).containsText("commentaires");
    assertThat(reader.page().locator("causerie-count").last()).containsText("条评论");
    inspect(reader, "demo-front");
  }

  @Test
  void anArticleAndItsCommentsCanBeUsedByEverybody(Reader reader) {
    reader.open(demo.page("night-trains.html#discussion"));
    assertThat(reader.comments().first()).isVisible();
    inspect(reader, "demo-article");
  }

  /** Colours are the same in every script. */
  @ParameterizedTest
  @ValueSource(strings = {"modeles-ouverts", "night-trains", "ca-phe-cham", "aflaj", "ti-bi"})
  void everyArticleIsDiscussed(String article, Reader reader) {
    reader.open(demo.page(article + ".html#discussion"));
    assertThat(reader.comments().first()).isVisible();
    inspectLayout(reader, "demo-" + article);
  }
}
