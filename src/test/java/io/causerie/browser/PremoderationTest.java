package io.causerie.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import io.causerie.testing.TestApp;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

@BrowserTest
final class PremoderationTest {
  @Test
  void aCommentThatWaitsForReviewIsShownToItsAuthorOnly(
      Reader author, Reader stranger, HostSite host, TestApp app) throws Exception {
    app.set(new JsonObject().put("premoderated", true));
    String address = host.article("careful");

    author.open(address).post("Ada", "May I?");
    assertThat(author.comment("May I?")).containsText("Waiting for review");
    author.page().reload();
    assertThat(author.comment("May I?")).containsText("Waiting for review");
    Appearance.inspect(author, "pending");

    stranger.open(address);
    assertThat(stranger.page().getByText("No comments yet.")).isVisible();
    assertThat(stranger.comments()).hasCount(0);
  }
}
