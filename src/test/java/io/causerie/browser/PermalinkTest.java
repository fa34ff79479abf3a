package io.causerie.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import io.causerie.testing.TestApp;
import org.junit.jupiter.api.Test;

@BrowserTest
final class PermalinkTest {
  private static final int MORE_THAN_A_PAGE = 25;

  @Test
  void aLinkToACommentBehindTheFirstPageShowsIt(Reader reader, HostSite host, TestApp app) {
    Seeds seeds = new Seeds(app, "linked");
    String answer = seeds.reply(seeds.root("Ada", "The oldest"), "Bo", "Its answer");
    for (int i = 0; i < MORE_THAN_A_PAGE; i++) {
      seeds.root("Cy", "Something newer");
    }
    reader.open(host.article("linked") + "#causerie-" + answer);
    assertThat(reader.comment("Its answer")).isInViewport();
    assertThat(reader.comment("Its answer")).isFocused();
    assertThat(reader.comment("The oldest")).isVisible();
  }

  @Test
  void aLinkToNothingSaysSoAndShowsTheRest(Reader reader, HostSite host, TestApp app) {
    new Seeds(app, "dangling").root("Ada", "Still here");
    reader.open(host.article("dangling") + "#causerie-0000000000000");
    assertThat(reader.page().locator("p.notice:visible"))
        .hasText("The comment this link leads to is no longer here.");
    assertThat(reader.comment("Still here")).isVisible();
    reader.excuse("status of 404");
  }

  @Test
  void theTimeOfACommentLinksToIt(Reader reader, HostSite host, TestApp app) {
    String id = new Seeds(app, "times").root("Ada", "Link to me");
    String address = host.article("times");
    reader.open(address);
    assertThat(reader.comment("Link to me").locator("header a"))
        .hasAttribute("href", address + "#causerie-" + id);
  }
}
