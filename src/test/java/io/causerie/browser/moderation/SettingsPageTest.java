package io.causerie.browser.moderation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.causerie.browser.Appearance.inspect;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.causerie.browser.BrowserTest;
import io.causerie.browser.Reader;
import io.causerie.testing.TestApp;
import io.vertx.core.json.JsonObject;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Settings are explained, tried on last week, saved together and put back. */
@BrowserTest
final class SettingsPageTest {
  private static final String LINKS = "Links that are too many";

  @Test
  void settingsAreTriedOnLastWeekSavedAndPutBack(Reader reader, TestApp app) {
    Newsroom room = Newsroom.open(app).set("approvalsBeforeLinks", 0);
    room.comment("Ann", "One: https://a.example two: https://b.example");
    room.comment("Bo", "None.");
    Sheet sheet = Sheet.open(Moderator.owner(reader, room, "Ann Sets"), "settings");
    assertThat(sheet.page().getByText("No changes")).isVisible();

    sheet.field(LINKS).fill("2");
    sheet.field("Only from our form").check();
    assertThat(sheet.page().getByText("2 changes")).isVisible();
    sheet.press("What would have happened last week?");
    assertThat(sheet.page().locator(".preview summary")).containsText("Many links");
    assertThat(sheet.heading("Last week, with these settings")).isFocused();
    assertThat(sheet.page().locator(".preview tr", hasText("waits"))).containsText("+1");
    inspect(reader, "settings-preview");
    sheet.press("Save");

    assertThat(sheet.notice()).hasText("Saved.");
    assertThat(settings(room).getInteger("holdFromLinks")).isEqualTo(2);
    assertThat(settings(room).getBoolean("formRequired")).isTrue();
    sheet.press("Put back to the default: \u2068" + LINKS + "\u2069");
    assertThat(sheet.field(LINKS)).hasValue("0");
    sheet.press("Save");
    assertThat(sheet.page().getByText("No changes")).isVisible();
    assertThat(settings(room).getInteger("holdFromLinks")).isZero();
  }

  @Test
  void aWrongValueIsToldAtItsSettingAndNothingIsSent(Reader reader, TestApp app) {
    Newsroom room = Newsroom.open(app);
    Sheet sheet = Sheet.open(Moderator.owner(reader, room, "Ann Types"), "settings");

    sheet.field("Seconds between two comments").fill("3601");
    sheet.field(LINKS).fill("4");
    sheet.press("Save");

    assertThat(sheet.field("Seconds between two comments")).isFocused();
    assertThat(sheet.error("Seconds between two comments"))
        .hasText("This must be a whole number from \u20680\u2069 to \u20683,600\u2069.");
    assertThat(settings(room).getInteger("holdFromLinks")).isZero();
    sheet.press("Discard");
    assertThat(sheet.page().getByText("No changes")).isVisible();
  }

  @Test
  void whatIsNotSavedIsNotLostUnasked(Reader reader, TestApp app) {
    Newsroom room = Newsroom.open(app);
    Sheet sheet = Sheet.open(Moderator.owner(reader, room, "Ann Leaves"), "settings");

    sheet.field(LINKS).fill("4");
    sheet.go("Log").press("Cancel");
    assertThat(sheet.field(LINKS)).hasValue("4");
    assertThat(reader.page()).hasURL(Pattern.compile("view=settings"));
    sheet.go("Log").press("Leave");

    assertThat(sheet.heading("Log")).isFocused();
    assertThat(reader.page()).hasURL(Pattern.compile("view=log"));
    assertThat(settings(room).getInteger("holdFromLinks")).isZero();
  }

  private static Page.LocatorOptions hasText(String words) {
    return new Page.LocatorOptions().setHasText(words);
  }

  private static JsonObject settings(Newsroom room) {
    return room.desk().ask("/settings").getJsonObject("settings");
  }
}
