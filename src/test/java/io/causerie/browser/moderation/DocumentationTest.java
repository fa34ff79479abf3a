package io.causerie.browser.moderation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.options.ColorScheme.DARK;

import com.microsoft.playwright.Page;
import io.causerie.browser.BrowserTest;
import io.causerie.browser.Phone;
import io.causerie.browser.Reader;
import io.causerie.browser.ServiceProcess;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** With {@code -Dcauserie.screenshots=docs}: takes the pictures of the documentation anew. */
@BrowserTest
@EnabledIfSystemProperty(named = "causerie.screenshots", matches = "docs")
final class DocumentationTest {
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

  @Test
  void theQueue(Reader reader, ServiceProcess service) throws Exception {
    Moderator ann = open(reader, service, "gazette");
    reader.page().setViewportSize(1440, 900);
    ann.open();
    ann.press("c");
    assertThat(ann.page().locator(".context .near").first()).isVisible();
    picture(reader, "moderation-queue");
  }

  @Test
  void onAPhone(@Phone Reader reader, ServiceProcess service) throws Exception {
    Moderator ann = open(reader, service, "bulletin");
    ann.open();
    picture(reader, "moderation-phone");
  }

  @Test
  void inTheDarkAndFromRightToLeft(Reader reader, ServiceProcess service) throws Exception {
    reader
        .context()
        .addInitScript("Object.defineProperty(navigator, 'languages', { get: () => ['ar'] })");
    Moderator ann = open(reader, service, "sahifa");
    reader.page().setViewportSize(1280, 800);
    reader.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(DARK));
    ann.open();
    picture(reader, "moderation-rtl");
  }

  @Test
  void theOverview(Reader reader, ServiceProcess service) throws Exception {
    Newsroom room = Newsroom.busy(service, "courrier");
    service.sql(HISTORY.formatted(room.site(), RANDOM_BITS_OF_IDS));
    reader.page().setViewportSize(1280, 720);
    Sheet.open(Moderator.owner(reader, room, "Ann Overview"), "dashboard");
    picture(reader, "moderation-overview");
  }

  private static Moderator open(Reader reader, ServiceProcess service, String site)
      throws Exception {
    return Moderator.owner(reader, Newsroom.busy(service, site), "Ann of " + site);
  }

  private static void picture(Reader reader, String name) {
    reader
        .page()
        .screenshot(new Page.ScreenshotOptions().setPath(Path.of("docs/images", name + ".png")));
  }
}
