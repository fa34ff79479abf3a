package io.causerie.browser.moderation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.causerie.browser.Appearance.inspect;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.causerie.browser.BrowserTest;
import io.causerie.browser.Reader;
import io.causerie.testing.TestApp;
import org.junit.jupiter.api.Test;

/** Bans are made, followed and lifted on their page. */
@BrowserTest
final class BansPageTest {
  /** A removal lasts ten seconds at least. */
  private static final LocatorAssertions.IsVisibleOptions LONG =
      new LocatorAssertions.IsVisibleOptions().setTimeout(40_000);

  @Test
  void anAuthorIsFoundBannedAndGivenBack(Reader reader, TestApp app) {
    Newsroom room = Newsroom.open(app);
    String comment = room.comment("Troll <img src=x>", "Something nobody wants to read.");
    Sheet sheet = Sheet.open(Moderator.owner(reader, room, "Ann Bans"), "bans");
    assertThat(sheet.heading("Nobody is banned.")).isVisible();

    sheet.unfold("New ban").field("Author").fill("nobody wants");
    reader.page().keyboard().press("Enter");
    sheet.press("Choose \u2068Troll <img src=x>\u2069");
    sheet.field("Reason").fill("<script>document.title='x'</script>");
    sheet.field("Remove what they have written").check();
    sheet.press("Ban");

    Locator ban = sheet.page().locator(".rows > .ban");
    assertThat(ban).containsText("Troll <img src=x>");
    assertThat(ban).containsText("<script>document.title='x'</script>");
    assertThat(ban.getByText("1 comment removed")).isVisible(LONG);
    assertThat(room.status(comment)).isEqualTo("rejected");
    inspect(reader, "bans");
    lift(sheet).click();
    sheet.press("Lift, and give back what it removed");
    assertThat(reader.page().locator("main").getByText("The ban is lifted.")).isVisible();
    assertThat(sheet.rows().first().locator(".badge").first()).hasText("Lifted");
    assertThat(reader.page().locator(".progress:visible")).hasCount(0, gone());
    assertThat(room.status(comment)).isEqualTo("approved");
  }

  @Test
  void whatCannotBeBannedIsToldAtItsField(Reader reader, TestApp app) {
    Newsroom room = Newsroom.open(app);
    Sheet sheet = Sheet.open(Moderator.owner(reader, room, "Ann Errs"), "bans").unfold("New ban");

    sheet.press("Ban");
    assertThat(sheet.field("Author")).isFocused();
    assertThat(sheet.error("Author")).hasText("Fill this in.");
    assertThat(sheet.error("Reason")).hasText("Fill this in.");
    sheet.field("An address or a block of addresses").check();
    sheet.field("Address").fill("127.0.0.1/8");
    sheet.field("Reason").fill("Myself");
    sheet.choose("Until", "date").field("End").fill("2020-01-01T10:00");
    sheet.field("Remove what they have written").check();
    sheet.press("Ban");

    assertThat(sheet.error("End")).hasText("This must be in the future.");
    assertThat(sheet.error("Remove what they have written")).containsText("a /24");
    inspect(reader, "bans-wrong");
    sheet.choose("Until", "day").field("Remove what they have written").uncheck();
    sheet.press("Ban");
    assertThat(sheet.error("Address")).hasText("This covers the address you come from yourself.");
    sheet.refused();
  }

  @Test
  void theSameIsNotBannedTwiceAndTheListHasThoseThatAreOver(Reader reader, TestApp app) {
    Newsroom room = Newsroom.open(app);
    Sheet sheet = Sheet.open(Moderator.owner(reader, room, "Ann Repeats"), "bans");
    sheet.unfold("New ban").field("An address or a block of addresses").check();
    banBlock(sheet);
    assertThat(sheet.rows()).hasCount(1);

    banBlock(sheet);
    assertThat(sheet.notice()).containsText("Lift that one first");
    sheet.refused();

    lift(sheet).click();
    sheet
        .page()
        .locator(".rows")
        .getByText("Lift", new Locator.GetByTextOptions().setExact(true))
        .last()
        .click();
    assertThat(reader.page().locator("main").getByText("The ban is lifted.")).isVisible();
    reader.page().locator(".tabs").getByText("All").click();
    assertThat(sheet.loaded().rows()).hasCount(1);
    assertThat(sheet.rows().first()).containsText("Lifted");
  }

  private static void banBlock(Sheet sheet) {
    sheet.field("Address").fill("203.0.113.7/24");
    sheet.field("Reason").fill("A data centre");
    sheet.press("Ban");
  }

  private static Locator lift(Sheet sheet) {
    return sheet.rows().first().locator(".buttons button").first();
  }

  private static LocatorAssertions.HasCountOptions gone() {
    return new LocatorAssertions.HasCountOptions().setTimeout(40_000);
  }
}
