package io.causerie.browser.moderation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.causerie.browser.Appearance.inspect;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import io.causerie.browser.BrowserTest;
import io.causerie.browser.Reader;
import io.causerie.testing.TestApp;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The log is read in words, filtered, and taken home as a file. */
@BrowserTest
final class LogPageTest {
  private static final String HOSTILE = "\"><img src=x onerror=\"document.title='x'\">";

  @Test
  void actsAreToldInWordsWithBeforeAndAfter(Reader reader, TestApp app) {
    Moderator ann = Moderator.owner(reader, busy(app), "Ann Reads");
    Invitation.of(app, app.origin(), "moderator").accept(app, "Bo Joins");
    Sheet sheet = Sheet.open(ann, "log");

    Locator acts = sheet.rows();
    assertThat(acts.first()).containsText("added a member to the team");
    assertThat(acts.first()).containsText("Bo Joins");
    assertThat(acts.nth(1)).containsText("invited somebody to the team");
    assertThat(acts.nth(2)).containsText("gave out a token");
    assertThat(acts.nth(4)).containsText("closed a thread");
    assertThat(acts.nth(4)).containsText(HOSTILE);
    assertThat(acts.nth(5)).containsText("rejected a comment");
    assertThat(acts.nth(5)).containsText("approved → rejected");
    assertThat(acts.nth(6)).containsText("changed the settings");
    assertThat(acts.nth(6)).containsText("Banned words");
    assertThat(acts.nth(6)).containsText("added: \u2068casino*, poker\u2069");
    inspect(reader, "log");
  }

  @Test
  void filtersAreKeptInTheAddressAndNarrowTheList(Reader reader, TestApp app) {
    Sheet sheet = Sheet.open(Moderator.owner(reader, busy(app), "Ann Sifts"), "log");

    sheet.unfold("Filters").choose("Act", "reject");
    sheet.press("Filter").loaded();
    assertThat(sheet.rows()).hasCount(1);
    assertThat(reader.page().url()).contains("action=reject");
    reader.page().reload();
    assertThat(sheet.loaded().rows()).hasCount(1);
    sheet.rows().first().getByText("All about this thread").click();
    assertThat(sheet.loaded().rows()).hasCount(2);
    sheet.field("Id of a comment").fill("nonsense");
    sheet.press("Filter");
    assertThat(sheet.error("Id of a comment")).hasText("This is not an id.");
    sheet.refused();
    reader.page().getByText("Clear").click();
    sheet.loaded().unfold("Filters").choose("By whom", "system:flags");
    sheet.press("Filter").loaded();

    assertThat(sheet.heading("No entry fits these filters.")).isVisible();
  }

  @Test
  void theFileHasWhatTheFiltersLeave(Reader reader, TestApp app) throws IOException {
    Moderator ann = Moderator.owner(reader, busy(app), "Ann Exports");
    Sheet sheet = Sheet.open(ann, "log&action=reject");

    String lines = file(sheet, "JSON Lines");
    assertThat(lines.lines()).hasSize(1);
    assertThat(new JsonObject(lines).getString("action")).isEqualTo("reject");
    assertThat(file(sheet, "CSV").lines()).hasSize(2);
  }

  private static String file(Sheet sheet, String format) throws IOException {
    Download download = sheet
        .page()
        .waitForDownload(() -> sheet.page().locator(".links").getByText(format).click());
    Path file = download.path();
    return Files.readString(file);
  }

  private static Newsroom busy(TestApp app) {
    Newsroom room = Newsroom.open(app);
    String id = room.comment("Bo", "Gone soon.");
    room.set("bannedWords", new JsonArray().add("casino*").add("poker"));
    room.decide(id, "rejected");
    JsonObject closing =
        new JsonObject().put("thread", Newsroom.THREAD).put("closed", true).put("reason", HOSTILE);
    room.desk().patch("/threads", closing);
    return room;
  }
}
