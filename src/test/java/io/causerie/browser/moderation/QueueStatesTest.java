package io.causerie.browser.moderation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.options.ColorScheme.DARK;
import static com.microsoft.playwright.options.ForcedColors.ACTIVE;
import static io.causerie.browser.Appearance.inspect;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.causerie.browser.ComponentTest;
import io.causerie.browser.Pages;
import io.causerie.browser.Reader;
import io.causerie.browser.component.Api;
import io.causerie.browser.component.Team;
import io.causerie.http.Problem;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

/** Every state of the queue can be used by everybody. */
@ComponentTest
final class QueueStatesTest {
  private static final String LISTS = "GET /moderation/comments";
  private static final String OVERFLOW =
      "document.documentElement.scrollWidth - document.documentElement.clientWidth";

  @Test
  void aListThatIsStillLoading(Reader reader, Api api, Pages pages) {
    Team.signedIn(api).ponders(LISTS);
    reader.open(pages.moderation(""));
    assertThat(reader.page().locator(".shelf .skeleton")).isVisible();
    inspect(reader, "queue-loading");
  }

  @Test
  void anEmptyList(Reader reader, Api api, Pages pages) {
    Team.signedIn(api).answers(LISTS, Team.queue());
    reader.open(pages.moderation(""));
    assertThat(reader.page().getByText("All done")).isVisible();
    inspect(reader, "queue-empty");
  }

  @Test
  void aSearchThatFindsNothing(Reader reader, Api api, Pages pages) {
    Team.signedIn(api).answers(LISTS + "?q=nothing", Team.queue());
    reader.open(pages.moderation("&q=nothing"));
    assertThat(reader.page().getByText("Nothing found")).isVisible();
    inspect(reader, "queue-nothing-found");
  }

  @Test
  void aListThatCannotBeLoadedIsTriedAgain(Reader reader, Api api, Pages pages) {
    Team.signedIn(api).loses(LISTS);
    reader.open(pages.moderation(""));
    assertThat(reader.page().getByText("This could not be loaded.").first()).isVisible();
    inspect(reader, "queue-error");

    api.answers(LISTS, busy());
    reader.press("Try again");
    assertThat(reader.page().locator("article.comment")).hasCount(2);
    reader.excuse("net::ERR_");
  }

  @Test
  void aListThatOneMayNotSee(Reader reader, Api api, Pages pages) {
    Team.signedIn(api).refuses(LISTS, Problem.forbidden("not yours"));
    reader.open(pages.moderation(""));
    assertThat(reader.page().getByText("This is not yours to see")).isVisible();
    assertThat(reader.button("Try again")).hasCount(0);
    inspect(reader, "queue-no-permission");
    reader.excuse("status of 403");
  }

  @Test
  void inEveryLightWidthAndSize(Reader reader, Api api, Pages pages) {
    Page page = reader.page();
    open(reader, api, pages);
    page.setViewportSize(1360, 900);
    inspect(reader, "queue-light");
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(DARK));
    inspect(reader, "queue-dark");
    page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ACTIVE));
    page.keyboard().press("x");
    inspect(reader, "queue-forced-colors");
    page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(null).setColorScheme(null));
    page.setViewportSize(390, 844);
    fits(reader, "queue-390");
    page.setViewportSize(320, 640);
    fits(reader, "queue-320");
  }

  @Test
  void fromRightToLeft(Reader reader, Api api, Pages pages) {
    pages.preferring(reader, "ar");
    open(reader, api, pages);
    assertThat(reader.page().locator("html")).hasAttribute("dir", "rtl");
    assertThat(reader.page().locator(".tabs").getByText("المحتجزة")).isVisible();
    inspect(reader, "queue-rtl");
    reader.page().setViewportSize(390, 844);
    fits(reader, "queue-rtl-390");
  }

  private static void open(Reader reader, Api api, Pages pages) {
    Team.totals(Team.signedIn(api), 2).answers(LISTS, busy());
    reader.open(pages.moderation(""));
    assertThat(reader.page().locator("article.comment")).hasCount(2);
  }

  private static JsonObject busy() {
    return Team.queue(
        Team.item(
            "0000000000001",
            "Jean-Baptiste de la Tour d’Auvergne-Lauraguais",
            "See https://example.org/a/very/long/address/that/does/not/break/by/itself/at/all"),
        Team.item("0000000000002", "سلمى", "هذا نقاش مهم، شكرًا لكم."));
  }

  /** Nothing is wider than the page, and everybody can use it. */
  private static void fits(Reader reader, String name) {
    inspect(reader, name);
    assertThat(reader.page().evaluate(OVERFLOW)).as(name).isEqualTo(0);
  }
}
