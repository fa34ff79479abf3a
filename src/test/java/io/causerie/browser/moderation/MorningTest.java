package io.causerie.browser.moderation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.browser.BrowserTest;
import io.causerie.browser.Reader;
import io.causerie.testing.Eventually;
import io.causerie.testing.TestApp;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two hundred comments wait, and there is no mouse. */
@BrowserTest
final class MorningTest {
  /** More are not decided without a look at what is left. */
  private static final int AT_ONCE = 25;

  @Test
  void twoHundredCommentsAreDoneByKeysAlone(Reader reader, TestApp app) {
    Newsroom room = Newsroom.open(app).premoderated();
    List<String> ids = room.comments(200);
    Moderator ann = Moderator.owner(reader, room, "Ann Morning").open();
    assertThat(ann.count("Held")).hasText("200");
    assertThat(ann.current()).containsText("Comment number 200,");
    assertThat(ann.current()).isFocused();

    int left = decide(ann, "a", 60, 200);
    left = decide(ann, "r", 40, left);
    left = decide(ann, "s", 20, left);
    decide(ann, "d", 5, left);
    assertThat(ann.current()).containsText("Comment number 75,");

    bulkOfTwentyFive(ann);
    undoAcrossLists(ann, room);

    ann.press("1");
    assertThat(ann.current()).containsText("Comment number 51,");
    ann.press("j", 2);
    assertThat(ann.current()).containsText("Comment number 49,");
    ann.press("k", 2);
    decide(ann, "a", 51, 51);
    assertThat(ann.page().getByText("All done")).isVisible();
    isCounted(room, ids);
  }

  /** By twenties, and each when the cards for it are there; the answer is how many are left. */
  private static int decide(Moderator ann, String key, int times, int held) {
    for (int done = 0; done < times; done += 20) {
      int now = Math.min(20, times - done);
      ann.press(key, now);
      int left = held - done - now;
      assertThat(ann.count("Held")).hasText(String.valueOf(left));
      ann.page().waitForCondition(() -> ann.cards().count() >= Math.min(left, AT_ONCE));
    }
    return held - times;
  }

  private static void bulkOfTwentyFive(Moderator ann) {
    ann.press("Shift+J", 24);
    assertThat(ann.page().locator(".bulk")).containsText("25 selected");
    ann.press("s");
    assertThat(ann.toast()).containsText("25 comments");
    assertThat(ann.count("Held")).hasText("50");
    assertThat(ann.current()).containsText("Comment number 50,");
    assertThat(ann.current()).isFocused();
  }

  /** The bulk of spam stays, the one after it comes back while another list is shown. */
  private static void undoAcrossLists(Moderator ann, Newsroom room) {
    ann.press("r").press("3");
    assertThat(ann.tab("Approved")).hasAttribute("aria-current", "page");
    assertThat(ann.current()).containsText("Comment number 200,");
    ann.press("u");
    assertThat(ann.toast()).containsText("Held · Guest 50");
    assertThat(ann.count("Held")).hasText("50");
    ann.press("u");
    assertThat(ann.count("Held")).hasText("75");
    awaitHeld(room, 75);
    ann.press("1");
    assertThat(ann.current()).containsText("Comment number 75,");
    ann.press("x").press("Shift+J", 23).press("s");
    assertThat(ann.count("Held")).hasText("51");
    ann.press("4").press("j");
    assertThat(ann.tab("Spam")).hasAttribute("aria-current", "page");
    awaitHeld(room, 51);
  }

  /** The page counts at once; another list is what the server has. */
  private static void awaitHeld(Newsroom room, int held) {
    Eventually.is(held + " are held", () -> room.totals().getInteger("pending") == held);
  }

  /** What the page says is what the server has, in the counters, at the comments and in the log. */
  private static void isCounted(Newsroom room, List<String> ids) {
    JsonObject expected = new JsonObject()
        .put("pending", 0)
        .put("approved", 111)
        .put("rejected", 40)
        .put("spam", 44)
        .put("deleted", 5)
        .put("flagged", 0)
        .put("all", 200);
    Eventually.is("the counters settle", () -> room.totals().equals(expected));
    assertThat(room.status(ids.get(199))).isEqualTo("approved");
    assertThat(room.status(ids.get(0))).isEqualTo("approved");
    assertThat(room.logged("approve")).isEqualTo(111);
    assertThat(room.logged("reject")).isEqualTo(41);
    assertThat(room.logged("spam")).isEqualTo(20 + 25 + 24);
    assertThat(room.logged("delete")).isEqualTo(5);
    assertThat(room.logged("hold")).isEqualTo(26);
  }
}
