package io.causerie.browser.moderation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.options.ForcedColors.ACTIVE;
import static io.causerie.browser.Appearance.inspect;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.causerie.browser.BrowserTest;
import io.causerie.browser.Reader;
import io.causerie.testing.TestApp;
import org.junit.jupiter.api.Test;

/** The overview has its numbers as a picture and as a table. */
@BrowserTest
final class DashboardPageTest {

  @Test
  void theChartHasANameAndTheTableItsNumbers(Reader reader, TestApp app) {
    Newsroom room = Newsroom.open(app);
    String held = room.premoderated().comment("Ann", "Waits, then is read.");
    room.decide(held, "approved");
    room.comment("Bo", "Still waits.");
    room.decide(room.comment("Cy", "Buy it."), "spam");
    Sheet sheet = Sheet.open(Moderator.owner(reader, room, "Ann Counts"), "dashboard");

    Locator chart = sheet
        .page()
        .getByRole(AriaRole.IMG, new Page.GetByRoleOptions().setName("Stacked bars: 3 comments"));
    assertThat(chart).isVisible();
    assertThat(sheet.page().locator(".chart .column")).hasCount(3);
    sheet.unfold("The same as a table");
    Locator today = sheet.page().locator("tbody tr").first();
    assertThat(today.locator("td")).hasText(new String[] {"3", "1", "1", "0", "1", "0"});
    assertThat(sheet.page().locator(".ranked")).containsText("The return of the night train");
    inspect(reader, "dashboard");
    sheet.page().emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ACTIVE));
    inspect(reader, "dashboard-forced-colors");
    sheet.page().locator(".tabs").getByText("7 days").click();
    sheet.loaded().unfold("The same as a table");
    assertThat(sheet.page().locator("tbody tr")).hasCount(7);
  }

  @Test
  void aQuietSiteHasNoChart(Reader reader, TestApp app) {
    Newsroom room = Newsroom.open(app);
    Sheet sheet = Sheet.open(Moderator.owner(reader, room, "Ann Waits"), "dashboard");

    assertThat(sheet.page().getByText("No comments in this period.")).isVisible();
    assertThat(sheet.page().getByText("nothing waits")).isVisible();
    inspect(reader, "dashboard-quiet");
  }
}
