package io.causerie.browser.moderation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.options.ColorScheme.DARK;
import static com.microsoft.playwright.options.ForcedColors.ACTIVE;
import static io.causerie.browser.Appearance.inspect;
import static io.causerie.browser.Appearance.inspectLayout;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.causerie.browser.BrowserTest;
import io.causerie.browser.Reader;
import io.causerie.testing.TestApp;
import org.junit.jupiter.api.Test;

/** Every state of the queue can be used by everybody. */
@BrowserTest
final class QueueAppearanceTest {
  private static final String OVERFLOW =
      "document.documentElement.scrollWidth - document.documentElement.clientWidth";

  @Test
  void inEveryLightWidthAndSize(Reader reader, TestApp app) {
    Moderator ann = Moderator.owner(reader, Newsroom.busy(app), "Ann Looks").open();
    Page page = ann.page();
    page.setViewportSize(1360, 900);
    inspect(reader, "queue-light");
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(DARK));
    inspect(reader, "queue-dark");
    ann.open("&tab=all");
    inspect(reader, "queue-all-dark");
    page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ACTIVE));
    ann.press("x");
    inspect(reader, "queue-forced-colors");
    page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(null).setColorScheme(null));
    page.setViewportSize(390, 844);
    inspect(reader, "queue-390");
    assertFits(ann, "queue-390");
    page.setViewportSize(320, 640);
    inspectLayout(reader, "queue-320");
    assertFits(ann, "queue-320");
    page.setViewportSize(1280, 900);
    page.addStyleTag(new Page.AddStyleTagOptions().setUrl(large(reader)));
    inspect(reader, "queue-200-percent");
    assertFits(ann, "queue-200-percent");
  }

  @Test
  void withAnotherThingOpen(Reader reader, TestApp app) {
    Moderator ann = Moderator.owner(reader, Newsroom.busy(app), "Ann Opens").open();
    ann.page().setViewportSize(1440, 900);
    ann.press("c");
    assertThat(ann.page().locator(".context .near").first()).isVisible();
    inspect(reader, "queue-context");
    ann.press("Shift+J", "Shift+J");
    inspect(reader, "queue-selected");
    ann.press("Escape", "b");
    inspect(reader, "queue-ban");
    ann.press("Escape", "?");
    inspect(reader, "queue-help");
    ann.press("Escape");
    reader.button("Filters").click();
    inspect(reader, "queue-filters");
    ann.press("Escape", "j", "r");
    inspect(reader, "queue-undo");
  }

  /** Nothing is wider than the page. */
  private static void assertFits(Moderator moderator, String name) {
    assertThat(moderator.page().evaluate(OVERFLOW)).as(name).isEqualTo(0);
  }

  /** A style sheet of our own origin, as the page's policy wants it, with letters twice as large. */
  private static String large(Reader reader) {
    String url = "/moderation/large.css";
    reader.route(
        "**" + url,
        route -> route.fulfill(new Route.FulfillOptions()
            .setContentType("text/css")
            .setBody(":root { font-size: 1.875rem }")));
    return url;
  }
}
