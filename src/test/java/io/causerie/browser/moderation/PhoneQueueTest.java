package io.causerie.browser.moderation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.causerie.browser.Appearance.inspect;
import static io.causerie.browser.Appearance.picture;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.causerie.browser.BrowserTest;
import io.causerie.browser.Phone;
import io.causerie.browser.Reader;
import io.causerie.testing.Eventually;
import io.causerie.testing.TestApp;
import org.junit.jupiter.api.Test;

/** The queue in the train. */
@BrowserTest
final class PhoneQueueTest {
  private static final int LARGE = 44;

  @Test
  void decisionsAreMadeByTouch(@Phone Reader reader, TestApp app) {
    Newsroom room = Newsroom.open(app).premoderated();
    room.comments(6);
    Moderator ann = Moderator.owner(reader, room, "Ann Phone").open();
    Locator thumbs = ann.page().locator(".thumbs");
    assertThat(thumbs).containsText("Guest 6");
    ann.within(thumbs, "Approve").tap();
    assertThat(thumbs).containsText("Guest 5");
    ann.within(thumbs, "Reject").tap();
    assertThat(thumbs).containsText("Guest 4");
    assertThat(ann.current()).isInViewport();
    ann.within(thumbs, "More").tap();
    picture(reader, "queue-phone-more", false);
    ann.within(ann.dialog(), "Spam").tap();
    assertThat(thumbs).containsText("Guest 3");
    ann.toast().getByText("Undo:").tap();
    assertThat(thumbs).containsText("Guest 4");
    Eventually.is("one approved, one rejected, none spam", () -> {
      var totals = room.totals();
      return totals.getInteger("approved") == 1
          && totals.getInteger("rejected") == 1
          && totals.getInteger("spam") == 0;
    });
  }

  @Test
  void theBarIsAboutTheCardThatIsReadAndItsButtonsAreLarge(@Phone Reader reader, TestApp app) {
    Newsroom room = Newsroom.open(app).premoderated();
    room.comments(12);
    Moderator ann = Moderator.owner(reader, room, "Ann Scroll").open();
    Locator thumbs = ann.page().locator(".thumbs");
    ann.page().mouse().wheel(0, 900);
    assertThat(thumbs).not().containsText("Guest 12");
    assertThat(ann.current()).isInViewport();
    for (Locator button : thumbs.locator("button").all()) {
      assertThat(button.boundingBox().height).isGreaterThanOrEqualTo(LARGE);
    }
    picture(reader, "queue-phone", false);
  }

  @Test
  void severalArePickedByTouchAndDecidedAtOnce(@Phone Reader reader, TestApp app) {
    Newsroom room = Newsroom.open(app).premoderated();
    room.comments(4);
    Moderator ann = Moderator.owner(reader, room, "Ann Thumbs").open();
    ann.card("number 4,").locator(".pick").tap();
    ann.card("number 2,").locator(".pick").tap();
    Locator bulk = ann.page().locator(".bulk");
    assertThat(bulk).containsText("2 selected");
    inspect(reader, "queue-phone-bulk");
    ann.within(bulk, "Delete").tap();
    assertThat(ann.cards()).hasCount(2);
    Eventually.is("two are deleted", () -> room.totals().getInteger("deleted") == 2);
  }
}
