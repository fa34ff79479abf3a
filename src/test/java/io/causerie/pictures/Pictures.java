package io.causerie.pictures;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.options.ColorScheme.DARK;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import io.causerie.browser.Browsers;
import io.causerie.browser.Demo;
import io.causerie.browser.Reader;
import io.causerie.browser.moderation.Moderator;
import io.causerie.browser.moderation.Newsroom;
import io.causerie.browser.moderation.Sheet;
import io.causerie.testing.TestApp;
import java.io.IOException;
import java.nio.file.Path;

/** Takes the pictures in {@code docs/images}. */
final class Pictures {
  private static final Path FOLDER = Path.of("docs/images");
  private static final int RANDOM_BITS_OF_IDS = 22;

  /** Comments of the last weeks, as many more as there are on some days than on others. */
  private static final String HISTORY =
      """
      insert into comments (id, site_id, thread_id, root_id, path, author_id, author_name,
        author_kind, body, body_html, markup_version, status, created_at)
      select id - ago, site_id, thread_id, id - ago, array[id - ago], author_id, author_name,
        author_kind, body, body_html, markup_version,
        (case n %% 9 when 0 then 'spam' when 4 then 'rejected' else 'approved' end)::comment_status,
        created_at - n * interval '45 minutes'
      from (select min(id) id from comments where site_id = '%1$s') one join comments using (id),
        generate_series(1, 900) n,
        lateral (select (n * 45 + 900 * sin(n / 14.0) + 901)::bigint * 60000 << %2$d | n) shift (ago)
      """;

  private final Browser browser;

  private Pictures(Browser browser) {
    this.browser = browser;
  }

  public static void main(String[] arguments) throws IOException {
    try (Playwright playwright = Browsers.playwright();
        Browser browser = Browsers.launch(playwright, Browsers.find().orElseThrow())) {
      Pictures pictures = new Pictures(browser);
      pictures.thread();
      pictures.queue();
      pictures.queueOnAPhone();
      pictures.queueInTheDarkFromRightToLeft();
      pictures.overview();
    }
    // What the tests share in a process has no end of its own.
    System.exit(0);
  }

  private void thread() throws IOException {
    try (Demo demo = Demo.start();
        Reader reader = Reader.atDesk(browser)) {
      reader.page().setViewportSize(1280, 1000);
      reader.open(demo.page("modeles-ouverts.html#discussion"));
      assertThat(reader.comments().first()).isVisible();
      take(reader, "thread", new Page.ScreenshotOptions().setClip(240, 20, 800, 792));
    }
  }

  private void queue() {
    try (TestApp app = TestApp.start();
        Reader reader = Reader.atDesk(browser)) {
      reader.page().setViewportSize(1440, 900);
      Moderator ann = Moderator.owner(reader, Newsroom.busy(app), "Ann").open();
      ann.press("c");
      assertThat(ann.page().locator(".context .near").first()).isVisible();
      take(reader, "moderation-queue");
    }
  }

  private void queueOnAPhone() {
    try (TestApp app = TestApp.start();
        Reader reader = Reader.onPhone(browser)) {
      Moderator.owner(reader, Newsroom.busy(app), "Ann").open();
      take(reader, "moderation-phone");
    }
  }

  private void queueInTheDarkFromRightToLeft() {
    try (TestApp app = TestApp.start();
        Reader reader = Reader.atDesk(browser)) {
      reader.speak("ar");
      reader.page().setViewportSize(1280, 800);
      reader.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(DARK));
      Moderator.owner(reader, Newsroom.busy(app), "سعاد").open();
      take(reader, "moderation-rtl");
    }
  }

  private void overview() {
    try (TestApp app = TestApp.start();
        Reader reader = Reader.atDesk(browser)) {
      Newsroom room = Newsroom.busy(app);
      app.database().execute(HISTORY.formatted(app.site(), RANDOM_BITS_OF_IDS));
      reader.page().setViewportSize(1280, 720);
      Sheet.open(Moderator.owner(reader, room, "Ann"), "dashboard");
      take(reader, "moderation-overview");
    }
  }

  private static void take(Reader reader, String name) {
    take(reader, name, new Page.ScreenshotOptions());
  }

  private static void take(Reader reader, String name, Page.ScreenshotOptions options) {
    reader.page().screenshot(options.setPath(FOLDER.resolve(name + ".png")));
  }
}
