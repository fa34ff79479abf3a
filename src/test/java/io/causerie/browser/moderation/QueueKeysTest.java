package io.causerie.browser.moderation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.causerie.browser.BrowserTest;
import io.causerie.browser.HostSite;
import io.causerie.browser.Reader;
import io.causerie.testing.Eventually;
import io.causerie.testing.TestApp;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

/** What keys do at the queue, and which are left alone. */
@BrowserTest
final class QueueKeysTest {
  @Test
  void keysAreListedAndCanBeTurnedOff(Reader reader, TestApp app) {
    Newsroom room = Newsroom.open(app).premoderated();
    room.comments(2);
    Moderator ann = Moderator.owner(reader, room, "Ann Keys Off").open();
    ann.press("?");
    assertThat(ann.dialog()).containsText("Undo the last decision");
    ann.page().getByLabel("Decide by keys").uncheck();
    ann.press("Escape", "a", "d", "x");
    assertThat(ann.cards()).hasCount(2);
    assertThat(ann.page().locator(".bulk")).hasCount(0);
    ann.page().reload();
    assertThat(ann.cards()).hasCount(2);
    ann.press("a");
    ann.within(ann.current(), "Approve").click();
    assertThat(ann.cards()).hasCount(1);
    Eventually.is("one is approved, by its button", () -> {
      var totals = room.totals();
      return totals.getInteger("approved") == 1 && totals.getInteger("pending") == 1;
    });
  }

  @Test
  void whatIsTypedAndWhatIsTheBrowsersDecidesNothing(Reader reader, TestApp app) {
    Newsroom room = Newsroom.open(app).premoderated();
    room.comments(2);
    Moderator ann = Moderator.owner(reader, room, "Ann Typing").open();
    ann.press("Control+d", "Alt+a", "Control+r");
    ann.open();
    ann.press("/");
    ann.page().keyboard().type("a red sad");
    assertThat(ann.page().getByRole(AriaRole.SEARCHBOX)).hasValue("a red sad");
    assertThat(ann.cards()).hasCount(2);
    assertThat(room.totals().getInteger("pending")).isEqualTo(2);
  }

  @Test
  void escapeInACompositionLeavesTheFiltersOpen(Reader reader, TestApp app) {
    Moderator ann = Moderator.owner(reader, Newsroom.open(app), "Ann Composes").open();
    reader.button("Filters").click();
    assertThat(ann.page().locator("#filter-thread")).isFocused();
    reader.compose("ni");
    ann.press("Escape");
    assertThat(ann.page().locator("#filter-thread")).isFocused();
    reader.compose("");
    ann.press("Escape");
    assertThat(ann.page().locator("#filter-thread")).isHidden();
  }

  @Test
  void theArticleIsOneKeyAway(Reader reader, HostSite host, TestApp app) {
    Newsroom room = Newsroom.open(app).premoderated();
    String address = host.article("looked-at");
    String first = room.post(comment(address, "The first one waits."));
    String second = room.post(comment(address, "The second one waits."));
    Moderator ann = Moderator.owner(reader, room, "Ann Looks There").open();

    Page article = ann.page().waitForPopup(() -> ann.press("o"));
    assertThat(article).hasURL(address + "#causerie-" + second);
    assertThat(article.locator("causerie-thread")).containsText("The second one waits.");
    assertThat(ann.toast()).hasCount(0);

    Page other = ann.page().waitForPopup(() -> ann.press("j", "o"));
    assertThat(other).hasURL(address + "#causerie-" + first);
    assertThat(other.locator("causerie-thread")).containsText("The first one waits.");
    assertThat((boolean) other.evaluate("opener === null")).isTrue();
    assertThat(ann.toast()).hasCount(0);
  }

  private static JsonObject comment(String address, String body) {
    return TestApp.comment("looked-at", body).put("url", address);
  }
}
