package io.causerie.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.causerie.browser.Appearance.inspect;

import com.microsoft.playwright.Locator;
import io.causerie.testing.Desk;
import io.causerie.testing.TestApp;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

/** A comment that the server does not take: why is said where it belongs, and the text is kept. */
@BrowserTest
final class RefusalTest {
  @Test
  void whoIsBannedReadsWhyAndUntilWhen(Reader reader, HostSite host, TestApp app) {
    reader.open(host.article("banned"));
    ban(reader, app, "banned", ban().put("until", "2099-05-06T12:00:00Z"));
    reader.post("Mallory", "And another thing");
    assertThat(notice(reader)).containsText("You cannot take part here.");
    assertThat(notice(reader)).containsText("2099");
    assertThat(notice(reader)).containsText("insults");
    assertThat(reader.field("Add a comment")).hasValue("And another thing");
    inspect(reader, "post-banned");
    reader.excuse("status of 403");
  }

  @Test
  void whoIsBannedInTheShadowSeesNoDifference(
      Reader author, Reader stranger, HostSite host, TestApp app) {
    String address = host.article("shadow");
    author.open(address);
    ban(author, app, "shadow", ban().put("shadow", true));
    author.post("Mallory", "In the dark");
    assertNormal(author);
    author.page().reload();
    assertNormal(author);

    author
        .comment("In the dark")
        .getByText("Reply", new Locator.GetByTextOptions().setExact(true))
        .click();
    author.field(Reader.replyTo("Mallory")).fill("Deeper");
    author.press("Post reply");
    assertThat(author.page().locator("li li article")).containsText("Deeper");
    assertThat(author.page().locator("h2")).hasText("3 comments");
    author.page().reload();
    assertThat(author.page().locator("li li article")).containsText("Deeper");
    assertThat(author.page().locator("h2")).hasText("3 comments");

    stranger.open(address);
    assertThat(stranger.comments()).hasCount(1);
  }

  /** The reader posts once, and is banned for it. */
  private static void ban(Reader reader, TestApp app, String thread, JsonObject ban) {
    reader.post("Mallory", "Rude");
    assertThat(reader.comment("Rude")).isVisible();
    Desk owner = new Desk(app);
    owner.banAuthorOf(owner.commentOf(thread).getString("id"), ban);
  }

  private static JsonObject ban() {
    return new JsonObject().put("reason", "insults");
  }

  private static void assertNormal(Reader author) {
    assertThat(author.comment("In the dark")).containsText("Reply");
    assertThat(author.comment("In the dark").locator(".badge")).hasCount(0);
    assertThat(author.comments().first()).containsText("In the dark");
    assertThat(author.page().locator("h2")).hasText("2 comments");
  }

  private static Locator notice(Reader reader) {
    return reader.page().locator(".composer .notice:visible");
  }
}
