package io.causerie.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.causerie.browser.Appearance.inspect;
import static io.causerie.browser.Appearance.inspectLayout;

import io.causerie.testing.TestApp;
import org.junit.jupiter.api.Test;

/** A conversation that the service made can be used by everybody; {@link ThreadStatesTest} tries each state. */
@BrowserTest
final class AppearanceTest {
  @Test
  void anOpenReply(Reader reader, HostSite host, TestApp app) {
    openConversation(reader, host, app, "look-reply");
    reader.press(Reader.replyTo("Ada"));
    assertThat(reader.field(Reader.replyTo("Ada"))).isFocused();
    inspect(reader, "reply");
    reader.page().setViewportSize(390, 844);
    inspectLayout(reader, "reply-phone");
  }

  private static void openConversation(Reader reader, HostSite host, TestApp app, String thread) {
    new Seeds(app, thread).conversation();
    reader.open(page(host, thread));
    assertThat(reader.comments()).hasCount(Seeds.CONVERSATION);
  }

  private static String page(HostSite host, String thread) {
    return host.publish(thread, HostPage.withThread(thread).styled());
  }
}
