package io.causerie.browser.moderation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.options.ColorScheme.DARK;
import static com.microsoft.playwright.options.ForcedColors.ACTIVE;
import static io.causerie.browser.Appearance.inspect;
import static io.causerie.browser.Appearance.inspectLayout;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.causerie.browser.BrowserTest;
import io.causerie.browser.Reader;
import io.causerie.testing.TestApp;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every view beside the queue can be used by everybody. */
@BrowserTest
final class ManageAppearanceTest {
  private static final List<String> VIEWS =
      List.of("threads", "bans", "settings", "words", "log", "dashboard");
  private static final String OVERFLOW =
      "document.documentElement.scrollWidth - document.documentElement.clientWidth";

  @Test
  void inTheDarkAndInForcedColors(Reader reader, TestApp app) {
    Moderator ann = Moderator.owner(reader, busy(app), "Ann Dark");
    ann.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(DARK));
    for (String view : VIEWS) {
      Sheet.open(ann, view);
      inspect(reader, "manage-dark-" + view);
    }
    ann.page().emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ACTIVE));
    inspect(reader, "manage-forced-colors");
  }

  @Test
  void onAPhoneAndFromRightToLeft(Reader reader, TestApp app) {
    reader.speak("ar");
    Moderator ann = Moderator.owner(reader, busy(app), "سعاد");
    for (String view : VIEWS) {
      ann.page().setViewportSize(1280, 900);
      Sheet.open(ann, view);
      inspect(reader, "manage-rtl-" + view);
      ann.page().setViewportSize(320, 640);
      inspectLayout(reader, "manage-320-" + view);
      assertThat(ann.page().evaluate(OVERFLOW)).as(view).isEqualTo(0);
    }
  }

  private static Newsroom busy(TestApp app) {
    Newsroom room = Newsroom.busy(app);
    room.desk()
        .post(
            "/bans",
            new JsonObject().put("address", "203.0.113.0/24").put("reason", "A data centre"));
    room.desk()
        .patch(
            "/threads",
            new JsonObject()
                .put("thread", Newsroom.THREAD)
                .put("closed", true)
                .put("slowModeSeconds", 90));
    return room;
  }
}
