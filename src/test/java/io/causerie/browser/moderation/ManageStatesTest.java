package io.causerie.browser.moderation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.options.ColorScheme.DARK;
import static com.microsoft.playwright.options.ForcedColors.ACTIVE;
import static io.causerie.browser.Appearance.inspect;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.causerie.browser.ComponentTest;
import io.causerie.browser.Pages;
import io.causerie.browser.Reader;
import io.causerie.browser.component.Api;
import io.causerie.browser.component.Team;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The views beside the queue, while they load, without anything to show, and the overview with its numbers. */
@ComponentTest
final class ManageStatesTest {
  private static final String DASHBOARD = "GET /moderation/dashboard";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "threads   | threads  | {\"threads\": [], \"next\": null}",
        "bans      | bans     | {\"bans\": [], \"next\": null}",
        "log       | log      | {\"entries\": [], \"next\": null}",
        "settings  | settings | {\"settings\": {}, \"defaults\": {}, \"described\": []}",
        "words     | settings | {\"settings\": {\"bannedWords\": []}, \"defaults\": {}, \"described\": []}"
      })
  void whileItLoadsAndWhenItFails(
      String view, String part, String empty, Reader reader, Api api, Pages pages) {
    String call = "GET /moderation/" + part;
    Team.signedIn(api)
        .answers("GET /moderation/team", new JsonObject("{\"members\": [], \"invitations\": []}"))
        .ponders(call);
    reader.open(pages.moderation("&view=" + view));
    assertThat(reader.page().locator(".sheet .skeleton").first()).isVisible();
    inspect(reader, "manage-loading-" + view);

    api.loses(call);
    reader.page().reload();
    assertThat(reader.button("Try again").first()).isVisible();
    inspect(reader, "manage-failed-" + view);

    api.answers(call, new JsonObject(empty));
    reader.button("Try again").first().click();
    // It is busy from the click on, until what came is shown or has failed.
    assertThat(reader.page().locator(".region[aria-busy]")).hasCount(0);
    assertThat(reader.button("Try again")).hasCount(0);
    inspect(reader, "manage-empty-" + view);
    reader.excuse("net::ERR_");
  }

  @Test
  void anOverviewIsAwaitedAndTriedAgain(Reader reader, Api api, Pages pages) {
    Team.signedIn(api).ponders(DASHBOARD);
    reader.open(pages.moderation("&view=dashboard"));
    assertThat(reader.page().locator("main .skeleton").last()).isVisible();
    inspect(reader, "manage-loading-dashboard");
    api.loses(DASHBOARD);
    reader.page().reload();
    assertThat(reader.button("Try again")).isVisible();
    inspect(reader, "manage-failed-dashboard");
    api.answers(DASHBOARD, quiet());
    reader.press("Try again");
    assertThat(reader.page().getByText("No comments in this period.")).isVisible();
    reader.excuse("net::ERR_");
  }

  @Test
  void aQuietSiteHasNoChart(Reader reader, Api api, Pages pages) {
    Team.signedIn(api).answers(DASHBOARD, quiet());
    reader.open(pages.moderation("&view=dashboard"));
    assertThat(reader.page().getByText("No comments in this period.")).isVisible();
    assertThat(reader.page().getByText("nothing waits")).isVisible();
    assertThat(reader.page().getByRole(AriaRole.IMG)).hasCount(0);
    inspect(reader, "dashboard-quiet");
  }

  @Test
  void theChartHasANameAndTheTableItsNumbers(Reader reader, Api api, Pages pages) {
    Team.signedIn(api).answers(DASHBOARD + "?days=30", busy(30));
    reader.open(pages.moderation("&view=dashboard"));
    Locator chart = reader
        .page()
        .getByRole(AriaRole.IMG, new Page.GetByRoleOptions().setName("Stacked bars: 3 comments"));
    assertThat(chart).isVisible();
    assertThat(reader.page().locator(".chart .column")).hasCount(3);
    unfold(reader);
    assertThat(reader.page().locator("tbody tr").first().locator("td"))
        .hasText(new String[] {"3", "1", "1", "0", "1", "0"});
    assertThat(reader.page().locator(".ranked")).containsText("The return of the night train");
    inspect(reader, "dashboard");
    reader.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(DARK));
    inspect(reader, "dashboard-dark");
    reader.page().emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ACTIVE));
    inspect(reader, "dashboard-forced-colors");

    api.answers(DASHBOARD + "?days=7", busy(7));
    reader.page().locator(".tabs").getByText("7 days").click();
    unfold(reader);
    assertThat(reader.page().locator("tbody tr")).hasCount(7);
  }

  private static void unfold(Reader reader) {
    reader
        .page()
        .locator("summary", new Page.LocatorOptions().setHasText("The same as a table"))
        .click();
  }

  private static JsonObject quiet() {
    JsonObject decisions =
        new JsonObject().put("count", 0).putNull("medianSeconds").putNull("p90Seconds");
    JsonArray days = new JsonArray();
    for (int day = 0; day < 30; day++) {
      days.add(day(day, 0));
    }
    return new JsonObject()
        .put("days", days)
        .put("threads", new JsonArray())
        .put("decisions", decisions)
        .put("held", new JsonObject().putNull("oldestSeconds"));
  }

  /** One of each that is approved, held and spam on the last day. */
  private static JsonObject busy(int length) {
    JsonArray days = new JsonArray();
    for (int day = 0; day < length; day++) {
      days.add(day(day, day == length - 1 ? 1 : 0));
    }
    JsonObject thread = new JsonObject()
        .put("key", "/2026/night-trains")
        .put("title", "The return of the night train")
        .put("url", "https://news.example/2026/night-trains")
        .put("comments", 3);
    return quiet().put("days", days).put("threads", JsonArray.of(thread));
  }

  private static JsonObject day(int day, int each) {
    return new JsonObject()
        .put("date", LocalDate.of(2026, 11, 1).plusDays(day).toString())
        .put("approved", each)
        .put("pending", each)
        .put("rejected", 0)
        .put("spam", each)
        .put("deleted", 0);
  }
}
