package io.causerie.browser.moderation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.causerie.browser.BrowserTest;
import io.causerie.browser.HeldRequests;
import io.causerie.browser.Reader;
import io.causerie.testing.TestApp;
import org.junit.jupiter.api.Test;

/** Two of a team at the same queue. */
@BrowserTest
final class TwoModeratorsTest {
  @Test
  void whatOneDecidesGreysOutAtTheOtherAndMovesNothing(Reader reader, Reader other, TestApp app) {
    Newsroom room = Newsroom.open(app).premoderated();
    room.comments(3);
    Moderator ann = Moderator.owner(reader, room, "Ann Two");
    Moderator bo = Moderator.deciding(other, room, "Bo Two").open();
    ann.open();
    ann.press("j");
    bo.press("a");
    Locator gone = ann.card("Comment number 3,");
    assertThat(gone.locator(".overtaken")).containsText("Bo Two");
    assertThat(gone.locator(".overtaken")).containsText("Approved");
    assertThat(ann.within(gone, "Approve")).hasCount(0);
    assertThat(ann.cards()).hasCount(3);
    assertThat(ann.current()).containsText("Comment number 2,");
    assertThat(ann.current()).isFocused();
    assertThat(ann.count("Held")).hasText("2");

    bo.press("u");
    assertThat(ann.within(gone, "Approve")).isVisible();
    assertThat(gone.locator(".overtaken")).hasCount(0);
  }

  @Test
  void whoIsOvertakenIsToldByWhomAndNothingIsUndoneForThem(
      Reader reader, Reader other, TestApp app) {
    Newsroom room = Newsroom.open(app).premoderated();
    String id = room.comment("Chidi", "Both of them read this.");
    Moderator ann = Moderator.owner(reader, room, "Ann Slow");
    Moderator bo = Moderator.deciding(other, room, "Bo Quick").open();
    ann.open();
    HeldRequests decisions = reader.hold("**/moderation/decisions");
    ann.press("a");
    assertThat(ann.cards()).hasCount(0);
    bo.press("s");
    assertThat(ann.count("Spam")).hasText("1");
    decisions.letGo(1);
    assertThat(ann.toast()).containsText("\u2068Bo Quick\u2069 was faster: \u2068Spam\u2069");
    assertThat(ann.card("Both of them read this.").locator(".overtaken")).isVisible();
    assertThat(reader.button("Undo")).isDisabled();
    assertThat(room.status(id)).isEqualTo("spam");
  }

  @Test
  void reportsThatSomebodyDismissesGreyOutAtTheOthers(Reader reader, Reader other, TestApp app) {
    Newsroom room = Newsroom.open(app);
    room.report(room.comment("Ada", "A fair point."), "abuse", "I do not like it.");
    Moderator ann = Moderator.owner(reader, room, "Ann Unaware").open("&tab=flagged");
    Moderator bo = Moderator.deciding(other, room, "Bo Dismisses").open("&tab=flagged");
    assertThat(ann.card("A fair point.")).isVisible();
    bo.press("a");
    Locator gone = ann.card("A fair point.").locator(".overtaken");
    assertThat(gone).containsText("Bo Dismisses");
    assertThat(gone).containsText("Approved");
    assertThat(ann.count("Reported")).hasText("0");
  }

  @Test
  void whatComesWaitsAboveTheListUntilItIsWanted(Reader reader, TestApp app) {
    Newsroom room = Newsroom.open(app).premoderated();
    room.comments(2);
    Moderator ann = Moderator.owner(reader, room, "Ann Arrivals").open();
    ann.press("j");
    room.comment("Late One", "I come later.");
    room.comment("Late Two", "So do I.");
    assertThat(reader.button("2 new")).isVisible();
    assertThat(ann.count("Held")).hasText("4");
    assertThat(ann.cards()).hasCount(2);
    assertThat(ann.current()).containsText("Comment number 1,");
    assertThat(ann.current()).isFocused();
    reader.press("2 new");
    assertThat(ann.cards()).hasCount(4);
    assertThat(ann.cards().first()).containsText("So do I.");
    assertThat(ann.cards().first()).isFocused();
    assertThat(reader.button("2 new")).hasCount(0);
  }

  @Test
  void aCardThatSomebodyHasOpenShowsIt(Reader reader, Reader other, TestApp app) {
    Newsroom room = Newsroom.open(app).premoderated();
    room.comments(2);
    Moderator ann = Moderator.owner(reader, room, "Ann Sees");
    Moderator bo = Moderator.deciding(other, room, "Bo Looks");
    ann.open();
    bo.open().press("j");
    assertThat(ann.card("Comment number 1,")).containsText("\u2068Bo Looks\u2069 is looking");
    assertThat(bo.card("Comment number 1,")).not().containsText("is looking");

    ann.tab("Spam").click();
    assertThat(ann.cards()).hasCount(0);
    ann.tab("Held").click();
    assertThat(ann.card("Comment number 1,")).containsText("\u2068Bo Looks\u2069 is looking");
  }
}
