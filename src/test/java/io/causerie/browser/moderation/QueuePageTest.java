package io.causerie.browser.moderation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import io.causerie.browser.BrowserTest;
import io.causerie.browser.HeldRequests;
import io.causerie.browser.Reader;
import io.causerie.testing.Eventually;
import io.causerie.testing.TestApp;
import io.vertx.core.json.JsonArray;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the queue shows, and what becomes of it when somebody decides. */
@BrowserTest
final class QueuePageTest {
  private static final String DECISIONS = "**/moderation/decisions";

  @Test
  void theNextCardHasTheFocusBeforeTheServerHasAnswered(Reader reader, TestApp app) {
    Newsroom room = Newsroom.open(app).premoderated();
    room.comments(3);
    Moderator ann = Moderator.owner(reader, room, "Ann At Once").open();
    HeldRequests decisions = reader.hold(DECISIONS);
    ann.press("a", "r");
    assertThat(ann.cards()).hasCount(1);
    assertThat(ann.current()).isFocused();
    assertThat(ann.current()).containsText("Comment number 1,");
    assertThat(ann.count("Held")).hasText("1");
    assertThat(room.totals().getInteger("pending")).isEqualTo(3);
    decisions.letGo(2);
    Eventually.is("both are decided", () -> room.totals().getInteger("pending") == 1);
    assertThat(room.totals().getInteger("approved")).isEqualTo(1);
  }

  @Test
  void aDecisionThatFailsBringsTheCardBackInItsPlaceAndSaysSo(Reader reader, TestApp app) {
    Newsroom room = Newsroom.open(app).premoderated();
    room.comments(3);
    Moderator ann = Moderator.owner(reader, room, "Ann Failure").open();
    reader.route(DECISIONS, Route::abort);
    ann.press("j", "d");
    assertThat(ann.toast()).containsText("could not be saved; the comment is back.");
    assertThat(ann.told()).containsText("could not be saved");
    assertThat(ann.cards()).hasCount(3);
    assertThat(ann.cards().nth(1)).containsText("Comment number 2,");
    assertThat(ann.current()).containsText("Comment number 1,");
    assertThat(ann.count("Held")).hasText("3");
    assertThat(reader.button("Undo")).isDisabled();

    ann.page().unroute(DECISIONS);
    ann.within(ann.toast(), "Try again").click();
    assertThat(ann.cards()).hasCount(2);
    Eventually.is("it is deleted", () -> room.totals().getInteger("deleted") == 1);
    reader.excuse("net::ERR_FAILED");
  }

  @Test
  void undoSaysWhatItRestoresAndRestoresIt(Reader reader, TestApp app) {
    Newsroom room = Newsroom.open(app).premoderated();
    String id = room.comment("Bo Undone", "Bring me back.");
    room.comment("Chidi", "Something else.");
    Moderator ann = Moderator.owner(reader, room, "Ann Undo").open();
    ann.press("j", "s");
    assertThat(ann.card("Bring me back.")).hasCount(0);
    assertThat(ann.toast()).containsText("Undo: \u2068Bo Undone\u2069 back to \u2068Held\u2069");
    assertThat(reader.button("Undo"))
        .hasAttribute("title", "Undo: \u2068Bo Undone\u2069 back to \u2068Held\u2069");
    ann.toast().getByText("Undo:").click();
    assertThat(ann.card("Bring me back.")).isFocused();
    assertThat(ann.count("Held")).hasText("2");
    Eventually.is("it is held again", () -> room.status(id).equals("pending"));
    ann.press("u");
    assertThat(ann.told()).hasText("There is nothing to undo.");
  }

  @Test
  void aCardTellsWhyTheCommentIsHereAndWhoWroteIt(Reader reader, TestApp app) {
    Newsroom room = Newsroom.open(app).set("suspectWords", JsonArray.of("casino*"));
    String root = room.comment("Ada", "What do you *all* think?");
    room.reply(root, "Bo", "Visit the casinos: https://casino.example/win");
    Moderator ann = Moderator.owner(reader, room, "Ann Card").open();
    Locator card = ann.card("Visit the casinos");
    assertThat(card.locator(".why")).containsText("It has a link, and too few comments");
    assertThat(card.locator(".why")).containsText("casino*");
    assertThat(card).containsText("New here");
    assertThat(card.getByRole(
            AriaRole.LINK, new Locator.GetByRoleOptions().setName("The return of the night train")))
        .hasAttribute("href", TestApp.ORIGIN + Newsroom.THREAD);
    card.getByText("In answer to").click();
    assertThat(card.getByText("all", new Locator.GetByTextOptions().setExact(true)))
        .isVisible();
    ann.within(card, "Timeline").click();
    assertThat(card.locator(".timeline")).containsText("Written by \u2068Bo\u2069");
    ann.within(card, "As typed").click();
    assertThat(card.locator(".source")).hasText("Visit the casinos: https://casino.example/win");
  }

  @Test
  void reportsAreReadWithTheirNotesAndAnswered(Reader reader, TestApp app) {
    Newsroom room = Newsroom.open(app);
    String id = room.comment("Bo", "You are all wrong.");
    room.report(id, "abuse", "He calls us names.");
    Moderator ann = Moderator.owner(reader, room, "Ann Reports").open("&tab=flagged");
    Locator card = ann.card("You are all wrong.");
    assertThat(card.locator(".flags")).containsText("Abuse");
    assertThat(card.locator(".flags")).containsText("He calls us names.");
    assertThat(ann.count("Reported")).hasText("1");
    ann.within(card, "Keep").click();
    assertThat(ann.page().getByText("No open reports")).isVisible();
    Eventually.is("the report is answered", () -> room.totals().getInteger("flagged") == 0);
    assertThat(room.status(id)).isEqualTo("approved");
  }

  @Test
  void theContextIsOneKeyAway(Reader reader, TestApp app) {
    Newsroom room = Newsroom.open(app);
    String root = room.comment("Ada", "The beginning of it.");
    room.comment("Chidi", "Something beside it.");
    room.set("premoderated", true);
    room.reply(root, "Bo", "An answer to the beginning.");
    Moderator ann = Moderator.owner(reader, room, "Ann Context").open();
    ann.press("c");
    Locator context = ann.page().locator(".context");
    assertThat(context).containsText("The beginning of it.");
    assertThat(context).containsText("Something beside it.");
    assertThat(ann.within(ann.current(), "Context")).hasAttribute("aria-expanded", "true");
    ann.press("c");
    assertThat(context).hasCount(0);
  }

  @Test
  void aBanTakesAReasonAndMarksTheAuthorsCards(Reader reader, TestApp app) {
    Newsroom room = Newsroom.open(app).premoderated();
    room.comment("Bo Banned", "Buy this.");
    Moderator ann = Moderator.owner(reader, room, "Ann Ban").open();
    ann.press("b");
    assertThat(ann.dialog()).containsText("Ban \u2068Bo Banned\u2069");
    ann.within(ann.dialog(), "Ban").click();
    assertThat(reader.field("Reason")).hasAttribute("aria-invalid", "true");
    assertThat(reader.field("Reason")).isFocused();
    reader.field("Reason").fill("Sells things");
    ann.within(ann.dialog(), "Ban").click();
    assertThat(ann.toast()).containsText("is banned");
    assertThat(ann.card("Buy this.").locator(".badge.bad")).hasText("Banned");
    assertThat(ann.current()).isFocused();
  }

  @Test
  void aFilteredListIsAnAddressAndEachFilterCanBeTakenAway(Reader reader, TestApp app) {
    Newsroom room = Newsroom.open(app);
    room.comment("Ada", "About trains, with https://rail.example/timetable in it.");
    room.comment("Bo", "About trains, and no more.");
    room.comment("Chidi", "About soup: https://soup.example/");
    Moderator ann = Moderator.owner(reader, room, "Ann Filters").open("&tab=all");
    assertThat(ann.cards()).hasCount(3);
    ann.press("/");
    ann.page().keyboard().type("trains");
    ann.press("Enter");
    assertThat(ann.cards()).hasCount(2);
    reader.button("Filters").click();
    ann.page().getByLabel("Has a link").check();
    reader.button("Apply").click();
    assertThat(ann.cards()).hasCount(1);
    assertThat(ann.page()).hasURL(Pattern.compile("tab=all.*q=trains.*hasLink=true"));

    ann.page().reload();
    assertThat(ann.cards()).hasCount(1);
    ann.page().getByText("Search: trains").click();
    assertThat(ann.cards()).hasCount(2);
    assertThat(ann.card("About soup")).isVisible();
    ann.page().goBack();
    assertThat(ann.cards()).hasCount(1);
  }
}
