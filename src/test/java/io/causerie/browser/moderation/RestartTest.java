package io.causerie.browser.moderation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.causerie.browser.Appearance.inspect;

import com.microsoft.playwright.Clock;
import com.microsoft.playwright.Page;
import io.causerie.browser.BrowserTest;
import io.causerie.browser.Reader;
import io.causerie.testing.Eventually;
import io.causerie.testing.ServiceTest;
import io.causerie.testing.TestApp;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** The service goes away under an open page, and comes back. */
@BrowserTest
@ServiceTest(alone = true)
final class RestartTest {
  /** A service that is ending refuses new streams with 503 before its port is closed. */
  private static final String[] OUTAGE = {"net::ERR_", "status of 503"};

  /** Between two questions for the totals while there is no stream. */
  private static final int POLL_MILLIS = 15_000;

  /** After as many in vain, the stream is tried again 22 seconds later at the earliest. */
  private static final int ATTEMPTS = 6;

  private static final int STEP_MILLIS = 5_000;

  @Test
  void aDecisionComesBackAndIsMadeAfterTheRestart(Reader reader, TestApp app) {
    Newsroom room = Newsroom.open(app).premoderated();
    room.comments(3);
    Moderator ann = Moderator.owner(reader, room, "Ann Restart").open();
    app.stop();
    ann.press("a");
    assertThat(ann.toast()).containsText("could not be saved; the comment is back.");
    assertThat(ann.toast()).containsText("The service cannot be reached.");
    assertThat(ann.cards()).hasCount(3);
    assertThat(ann.page().locator(".lost")).isVisible();
    inspect(reader, "queue-unreachable");
    app.startAgain();
    ann.press("a");
    Eventually.is("it is approved", () -> room.totals().getInteger("approved") == 1);
    reader.excuse(OUTAGE);
  }

  @Test
  void theFirstAnswerAfterALongOutageBringsTheStreamBack(Reader reader, TestApp app) {
    Clock clock = reader.page().clock();
    clock.install();
    List<String> failed = new CopyOnWriteArrayList<>();
    reader.page().onRequestFailed(request -> failed.add(request.url().replaceFirst(".*/", "")));
    Newsroom room = Newsroom.open(app).premoderated();
    room.comments(1);
    Moderator ann = Moderator.owner(reader, room, "Ann Waits").open();
    app.stop();
    assertThat(ann.page().locator(".lost")).isVisible();
    clock.pauseAt(now(reader.page()) + 1_000);
    reader.page().waitForCondition(() -> {
      clock.runFor(STEP_MILLIS);
      return Collections.frequency(failed, "live") >= ATTEMPTS;
    });
    reader.page().waitForCondition(() -> failed.lastIndexOf("totals") > failed.lastIndexOf("live"));

    app.startAgain();
    clock.runFor(POLL_MILLIS);

    assertThat(ann.page().locator(".lost")).isHidden();
    clock.resume();
    room.comment("After It", "Written after the restart.");
    assertThat(reader.button("1 new")).isVisible();
    reader.excuse(OUTAGE);
  }

  private static long now(Page page) {
    return ((Number) page.evaluate("Date.now()")).longValue();
  }
}
