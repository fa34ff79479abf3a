package io.causerie.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.options.ColorScheme.DARK;
import static io.causerie.browser.Appearance.assertAccessible;
import static io.causerie.browser.Appearance.picture;

import com.microsoft.playwright.Page;
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
    picture(reader, "demo-front", true);
    assertAccessible(reader);
    reader.page().setViewportSize(390, 844);
    picture(reader, "demo-front-phone", true);
  }

  @ParameterizedTest
  @ValueSource(strings = {"modeles-ouverts", "night-trains", "ca-phe-cham", "aflaj", "ti-bi"})
  void everyArticleIsDiscussed(String article, Reader reader) {
    reader.page().setViewportSize(1280, 900);
    reader.open(demo.page(article + ".html#discussion"));
    assertThat(reader.comments().first()).isVisible();
    picture(reader, "demo-" + article + "-foot", false);
    picture(reader, "demo-" + article, true);
    assertAccessible(reader);
    reader.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(DARK));
    picture(reader, "demo-" + article + "-dark", false);
    reader.page().setViewportSize(390, 844);
    picture(reader, "demo-" + article + "-phone", false);
  }
}
