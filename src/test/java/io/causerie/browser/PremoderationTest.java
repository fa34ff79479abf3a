package io.causerie.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import io.causerie.testing.Desk;
import io.causerie.testing.TestApp;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

@BrowserTest
final class PremoderationTest {
  @Test
  void aCommentThatWaitsForReviewIsShownToItsAuthorOnly(
      Reader author, Reader stranger, HostSite host, TestApp app) {
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

  @Test
  void aCommentThatWaitsStaysInAnotherOrder(Reader author, HostSite host, TestApp app) {
    Seeds seeds = new Seeds(app, "orders");
    seeds.root("Bo", "An old question");
    seeds.root("Cy", "A new one");
    new Desk(app).set("premoderated", true);
    author.open(host.article("orders")).post("Ada", "May I?");
    assertThat(author.comment("May I?")).containsText("Waiting for review");

    author.page().locator("select").selectOption("oldest");

    assertThat(author.comments().first()).containsText("An old question");
    assertThat(author.comments().last()).containsText("May I?");
    author.page().reload();
    assertThat(author.comment("May I?")).containsText("Waiting for review");
    author.page().locator("select").selectOption("best");
    assertThat(author.thread().locator("section")).not().hasAttribute("aria-busy", "true");
    assertThat(author.comments()).hasCount(3);
    assertThat(author.page().locator("h2")).hasText("2 comments");
  }
}
