package io.causerie.browser.moderation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.causerie.browser.Appearance.inspect;

import com.microsoft.playwright.Route;
import io.causerie.browser.BrowserTest;
import io.causerie.browser.Reader;
import io.causerie.testing.Eventually;
import io.causerie.testing.TestApp;
import org.junit.jupiter.api.Test;

/** The app, the network or the session goes away under an open page. */
@BrowserTest
final class QueueOutageTest {
  @Test
  void theServiceIsStoppedAndStartedUnderThePage(Reader reader, TestApp app) throws Exception {
    Newsroom room = Newsroom.open(app).premoderated();
    room.comments(3);
    Moderator ann = Moderator.owner(reader, room, "Ann Restart").open();
    app.stop();
    try {
      ann.press("a");
      assertThat(ann.toast()).containsText("could not be saved; the comment is back.");
      assertThat(ann.toast()).containsText("The service cannot be reached.");
      assertThat(ann.cards()).hasCount(3);
      assertThat(ann.page().locator(".lost")).isVisible();
      inspect(reader, "queue-unreachable");
    } finally {
      app.startAgain();
    }
    assertThat(ann.page().locator(".lost")).isHidden();
    room.comment("After It", "Written after the restart.");
    assertThat(reader.button("1 new")).isVisible();
    ann.press("k", "a");
    Eventually.is("it is approved", () -> room.totals().getInteger("approved") == 1);
    reader.excuse("net::ERR_");
  }

  @Test
  void offlineIsSaidAndWhatIsOnThePageStays(Reader reader, TestApp app) throws Exception {
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
  void aListThatCannotBeLoadedCanBeTriedAgain(Reader reader, TestApp app) throws Exception {
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
  void whoIsSignedOutInTheMiddleSignsInOverThePageAndLosesNothing(Reader reader, TestApp app)
      throws Exception {
    Newsroom room = Newsroom.open(app).premoderated();
    room.comments(3);
    Moderator ann = Moderator.owner(reader, room, "Ann Session").open();
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
  void aSiteOfOthersIsNotShown(Reader reader, TestApp app) throws Exception {
    Newsroom room = Newsroom.open(app);
    Moderator ann = Moderator.owner(reader, room, "Ann Elsewhere");
    reader.open(app.origin() + "/moderation/?site={site}");
    assertThat(ann.page().getByText("This is not yours to see")).isVisible();
    inspect(reader, "queue-no-permission");
  }
}
