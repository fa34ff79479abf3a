package io.causerie.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.options.ColorScheme.DARK;
import static io.causerie.browser.Appearance.assertAccessible;
import static io.causerie.browser.Appearance.picture;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@BrowserTest
final class DemoTest {
  @Test
  void theFrontPageCountsTheTalk(Reader reader, ServiceProcess service) {
    reader.open(service.origin() + "/demo/");
    assertThat(reader.page().locator("causerie-count").first()).containsText("commentaires");
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
}
