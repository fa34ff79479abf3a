package io.causerie.browser.moderation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.causerie.browser.Appearance.inspect;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import io.causerie.browser.BrowserTest;
import io.causerie.browser.Reader;
import io.causerie.testing.Eventually;
import io.causerie.testing.TestApp;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The network or the session goes away under an open page. */
@BrowserTest
final class QueueOutageTest {
  private static final String IDS = "[...document.querySelectorAll('[id]')].map(({ id }) => id)";

  @Test
  void offlineIsSaidAndWhatIsOnThePageStays(Reader reader, TestApp app) {
    Newsroom room = Newsroom.open(app).premoderated();
    room.comments(2);
    Moderator ann = Moderator.owner(reader, room, "Ann Offline").open();
    reader.context().setOffline(true);
    assertThat(ann.page().locator(".offline-bar")).isVisible();
    ann.press("r");
    assertThat(ann.toast()).containsText("You are offline.");
    assertThat(ann.cards()).hasCount(2);
    inspect(reader, "queue-offline");
    reader.context().setOffline(false);
    assertThat(ann.page().locator(".offline-bar")).isHidden();
    ann.within(ann.toast(), "Try again").click();
    assertThat(ann.cards()).hasCount(1);
    Eventually.is("it is rejected", () -> room.totals().getInteger("rejected") == 1);
    reader.excuse("net::ERR_INTERNET_DISCONNECTED");
  }

  @Test
  void aListThatCannotBeLoadedCanBeTriedAgain(Reader reader, TestApp app) {
    Newsroom room = Newsroom.open(app).premoderated();
    room.comments(1);
    Moderator ann = Moderator.owner(reader, room, "Ann List");
    reader.route("**/moderation/comments?*", Route::abort);
    ann.open();
    assertThat(ann.page().getByText("This could not be loaded.").first()).isVisible();
    inspect(reader, "queue-error");
    ann.page().unroute("**/moderation/comments?*");
    reader.press("Try again");
    assertThat(ann.cards()).hasCount(1);
    reader.excuse("net::ERR_FAILED");
  }

  @Test
  void whoIsSignedOutInTheMiddleSignsInOverThePageAndLosesNothing(Reader reader, TestApp app) {
    Newsroom room = Newsroom.open(app).premoderated();
    room.comments(3);
    Moderator ann = Moderator.owner(reader, room, "Ann Session").open();
    app.team().givePassword("Ann Session", Member.PASSWORD);
    ann.press("a");
    Eventually.is("it is approved", () -> room.totals().getInteger("approved") == 1);
    reader.context().clearCookies();
    ann.press("r");
    assertThat(ann.dialog()).isVisible();
    assertThat(ann.cards()).hasCount(1);
    inspect(reader, "queue-signed-out");
    ann.page().locator("dialog input[type=password]").fill(Member.PASSWORD);
    ann.press("Enter");
    assertThat(ann.dialog()).hasCount(0);
    Eventually.is(
        "the same request was made again", () -> room.totals().getInteger("rejected") == 1);
    ann.press("u", "u");
    Eventually.is("and can be undone", () -> room.totals().getInteger("pending") == 3);
    reader.excuse("status of 401");
  }

  @Test
  void theDialogOverADialogHasANameAndIdsOfItsOwn(Reader reader, TestApp app) {
    Newsroom room = Newsroom.open(app).premoderated();
    room.comment("Bo Banned", "Buy this.");
    Moderator ann = Moderator.owner(reader, room, "Ann Bans").open();
    ann.press("b");
    reader.field("Reason").fill("Sells things");
    reader.context().clearCookies();
    ann.within(ann.dialog(), "Ban").click();

    assertThat(ann.dialog("You are signed out")).isVisible();
    assertThat(ann.dialog("Ban \u2068Bo Banned\u2069")).hasCount(1);
    assertThat((List<?>) ann.page().evaluate(IDS)).doesNotHaveDuplicates();
    inspect(reader, "queue-two-dialogs");
    reader.excuse("status of 401");
  }

  @Test
  void aSiteOfOthersIsNotShown(Reader reader, TestApp app) {
    Moderator ann = Moderator.owner(reader, Newsroom.open(app), "Ann Elsewhere");
    String others = app.site() + "-of-others";
    app.addSite(others, "https://others.example", "{}");
    reader.open(app.origin() + "/moderation/?site=" + others);
    assertThat(ann.page().getByText("This is not yours to see")).isVisible();
    inspect(reader, "queue-no-permission");
  }
}
