package io.causerie.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

@BrowserTest
final class PremoderationTest {
  @Test
  void aCommentThatWaitsForReviewIsShownToItsAuthorOnly(
      Reader author, Reader stranger, HostSite host, ServiceProcess service) throws Exception {
    service.addSite("careful", host.origin());
    new SiteClient(service, "careful")
        .moderate("PATCH", "settings", new JsonObject().put("premoderated", true));
    String address = host.publish(
        "careful", HostPage.with("<causerie-thread site=careful loading=eager thread=a>"));

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
