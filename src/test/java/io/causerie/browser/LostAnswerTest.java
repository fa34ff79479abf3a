package io.causerie.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;

@BrowserTest
final class LostAnswerTest {
  private static final String POSTS = "**/comments?body=nodes";

  @Test
  void aRetryAfterALostAnswerMakesOneComment(Reader reader, HostSite host) {
    reader.open(host.article("lost"));
    reader.loseAnswers(POSTS);
    reader.post("Ada", "Said once");
    reader.button("Try again").waitFor();
    assertThat(reader.field("Add a comment")).hasValue("Said once");

    reader.page().unroute(POSTS);
    reader.press("Try again");
    assertThat(reader.comment("Said once")).hasCount(1);
    reader.page().reload();
    assertThat(reader.comment("Said once")).hasCount(1);
    reader.excuse("net::ERR_FAILED");
  }

  @Test
  void aPostAfterAReloadIsStillTheSameComment(Reader reader, HostSite host) {
    reader.open(host.article("lost-page"));
    reader.loseAnswers(POSTS);
    reader.post("Ada", "Said once");
    reader.button("Try again").waitFor();

    reader.page().unroute(POSTS);
    reader.page().reload();
    assertThat(reader.field("Add a comment")).hasValue("Said once");
    reader.press("Post comment");
    assertThat(reader.field("Add a comment")).hasValue("");
    assertThat(reader.comment("Said once")).hasCount(1);
    reader.excuse("net::ERR_FAILED");
  }

  @Test
  void withoutANetworkTheTextIsKept(Reader reader, HostSite host) {
    reader.open(host.article("offline"));
    reader.write("Ada", "From a tunnel");
    reader.context().setOffline(true);
    reader.press("Post comment");
    assertThat(reader.page().locator(".notice:visible"))
        .hasText("You are offline. Your text is kept.");

    reader.context().setOffline(false);
    reader.press("Try again");
    assertThat(reader.comment("From a tunnel")).isVisible();
    reader.excuse("net::ERR_INTERNET_DISCONNECTED");
  }
}
