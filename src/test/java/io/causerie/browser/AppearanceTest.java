package io.causerie.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.options.ColorScheme.DARK;
import static io.causerie.browser.Appearance.inspect;
import static io.causerie.browser.Appearance.inspectLayout;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.causerie.testing.TestApp;
import org.junit.jupiter.api.Test;

/** Every state of the widget can be used by everybody. */
@BrowserTest
final class AppearanceTest {
  private static final String READS = "**/api/**/comments?thread=*";

  @Test
  void anEmptyThread(Reader reader, HostSite host) {
    reader.open(page(host, "look-empty"));
    assertThat(reader.page().getByText("No comments yet.")).isVisible();
    inspect(reader, "empty");
  }

  @Test
  void aThreadThatIsStillLoading(Reader reader, HostSite host) {
    reader.route(READS, unanswered -> {});
    reader.open(page(host, "look-loading"));
    assertThat(reader.page().locator(".skeleton")).isVisible();
    inspect(reader, "loading");
  }

  @Test
  void aThreadThatCannotBeLoaded(Reader reader, HostSite host) {
    reader.route(READS, Route::abort);
    reader.open(page(host, "look-error"));
    assertThat(reader.button("Try again")).isVisible();
    inspect(reader, "error");
    reader.excuse("net::ERR_FAILED");
  }

  @Test
  void aClosedThread(Reader reader, HostSite host, TestApp app) {
    new Seeds(app, "look-closed").conversation();
    reader.route(READS, route -> {
      String answer = route.fetch().text().replace("\"closed\":false", "\"closed\":true");
      route.fulfill(new Route.FulfillOptions().setResponse(route.fetch()).setBody(answer));
    });
    reader.open(page(host, "look-closed"));
    assertThat(reader.page().getByText("This discussion is closed.")).isVisible();
    inspect(reader, "closed");
  }

  @Test
  void aThreadInEveryWidthAndLight(Reader reader, HostSite host, TestApp app) {
    openConversation(reader, host, app, "look-loaded");
    inspect(reader, "loaded");
    reader.page().setViewportSize(390, 844);
    inspectLayout(reader, "phone-390");
    reader.page().setViewportSize(320, 640);
    inspectLayout(reader, "phone-320");
    reader.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(DARK));
    inspectLayout(reader, "phone-dark");
    reader.page().setViewportSize(1280, 800);
    inspect(reader, "dark");
  }

  @Test
  void anOpenReply(Reader reader, HostSite host, TestApp app) {
    openConversation(reader, host, app, "look-reply");
    reader.press(Reader.replyTo("Ada"));
    assertThat(reader.field(Reader.replyTo("Ada"))).isFocused();
    inspect(reader, "reply");
    reader.page().setViewportSize(390, 844);
    inspectLayout(reader, "reply-phone");
  }

  @Test
  void aComposerWithTextItsPreviewAndItsProblems(Reader reader, HostSite host) {
    reader.open(page(host, "look-composer"));
    reader.field("Add a comment").focus();
    inspect(reader, "composer-open");
    reader.press("Post comment");
    assertThat(reader.page().getByText("Write something first.")).isVisible();
    inspect(reader, "composer-problems");
    reader.write("Ada", "Some **Markdown** with a [link](https://example.org/).\n\n> a quote");
    reader.press("Preview");
    assertThat(reader.page().locator(".preview")).isVisible();
    inspect(reader, "preview");
  }

  @Test
  void aPostThatFailed(Reader reader, HostSite host) {
    reader.open(page(host, "look-failed"));
    reader.context().setOffline(true);
    reader.post("Ada", "From a tunnel");
    reader.button("Try again").waitFor();
    inspect(reader, "post-failed");
    reader.excuse("net::ERR_INTERNET_DISCONNECTED");
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
