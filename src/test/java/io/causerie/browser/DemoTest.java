package io.causerie.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.options.ColorScheme.DARK;
import static io.causerie.browser.Appearance.assertAccessible;
import static io.causerie.browser.Appearance.picture;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@BrowserTest
final class DemoTest {
  @Test
  void theFrontPageCountsTheTalk(Reader reader, ServiceProcess service) {
    reader.open(service.origin() + "/demo/");
    assertThat(reader.page().locator("causerie-count").first()).containsText("commentaires");
    assertThat(reader.page().locator("causerie-count").last()).containsText("条评论");
    picture(reader, "demo-front", true);
    assertAccessible(reader);
    reader.page().setViewportSize(390, 844);
    picture(reader, "demo-front-phone", true);
  }

  @ParameterizedTest
  @ValueSource(strings = {"modeles-ouverts", "night-trains", "ca-phe-cham", "aflaj", "ti-bi"})
  void everyArticleIsDiscussed(String article, Reader reader, ServiceProcess service) {
    reader.page().setViewportSize(1280, 900);
    reader.open(service.origin() + "/demo/" + article + ".html#discussion");
    assertThat(reader.comments().first()).isVisible();
    picture(reader, "demo-" + article + "-foot", false);
    picture(reader, "demo-" + article, true);
    assertAccessible(reader);
    reader.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(DARK));
    picture(reader, "demo-" + article + "-dark", false);
    reader.page().setViewportSize(390, 844);
    picture(reader, "demo-" + article + "-phone", false);
  }

  /** With {@code -Dcauserie.screenshots=docs}: takes the picture of the documentation anew. */
  @Test
  @EnabledIfSystemProperty(named = "causerie.screenshots", matches = "docs")
  void theDocumentationShowsADiscussion(Reader reader, ServiceProcess service) {
    reader.page().setViewportSize(1280, 1000);
    reader.open(service.origin() + "/demo/modeles-ouverts.html#discussion");
    assertThat(reader.comments().first()).isVisible();
    reader
        .page()
        .screenshot(new Page.ScreenshotOptions()
            .setPath(Path.of("docs/images/thread.png"))
            .setClip(240, 20, 800, 792));
  }
}
