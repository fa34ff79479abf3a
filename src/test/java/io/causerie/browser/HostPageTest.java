package io.causerie.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.causerie.testing.TestApp;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

@BrowserTest
final class HostPageTest {
  /** After it a thread that is near has been seen, and what it asked for has been told of. */
  private static final String TWO_FRAMES_AND_A_REQUEST =
      """
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() =>
        fetch(location.href).then(() => done()))))
      """;

  @Test
  void twoThreadsOnAPageDoNotTouchEachOther(Reader reader, HostSite host) {
    String both = HostPage.thread("left") + HostPage.thread("right");
    reader.open(host.publish("two", HostPage.with(both)));
    Locator left = reader.page().locator("causerie-thread").first();
    Locator right = reader.page().locator("causerie-thread").last();
    right.locator("textarea").fill("On the right");
    left.locator("textarea").fill("On the left");
    left.locator("input").first().fill("Ada");
    left.getByText("Post comment").click();

    assertThat(left.locator("article")).containsText("On the left");
    assertThat(right.locator("article")).hasCount(0);
    assertThat(right.locator("textarea")).hasValue("On the right");
  }

  @Test
  void aHostileStyleSheetLeavesItUsable(Reader reader, HostSite host) {
    reader.open(
        host.publish(
            "hostile",
            HostPage.withThread("hostile")
                .style(
                    """
        html { font-size: 62.5% } * { all: unset !important }
        button, input, textarea, article, p { display: none !important }""")));
    reader.post("Ada", "Still here");
    assertThat(reader.comment("Still here")).isInViewport();
    assertThat(reader.button(Reader.replyTo("Ada"))).isVisible();
  }

  @Test
  void theStrictestPolicyOfAHostIsKept(Reader reader, HostSite host, TestApp app) {
    new Seeds(app, "strict").root("Ada", "Within the **rules**");
    String policy =
        """
        default-src 'none'; script-src %1$s; connect-src %1$s; style-src 'none'; \
        require-trusted-types-for 'script'; trusted-types 'none'"""
            .formatted(app.origin());
    reader.open(host.publish("strict", HostPage.withThread("strict").policy(policy)));
    assertThat(reader.comment("Within the rules")).isVisible();
    reader.post("Bo", "An answer");
    assertThat(reader.comment("An answer")).isVisible();
    reader.press(Reader.report("Ada"));
    assertThat(reader.choice("Spam or advertising")).isFocused();
    reader.field("Add a comment").fill("Shown **before** it is sent");
    reader.press("Preview");
    assertThat(reader.page().locator(".preview strong")).hasText("before");
  }

  @Test
  void aThreadBelowTheFoldIsAskedForWhenItComesNear(Reader reader, HostSite host) {
    List<String> asked = new CopyOnWriteArrayList<>();
    reader.page().onRequest(request -> {
      if (request.url().contains("/api/")) {
        asked.add(request.url());
      }
    });
    String far = "<div style='height: 4000px'></div><causerie-thread site={site} thread=far>";
    reader.open(host.publish("far", HostPage.with(far)));
    assertThat(reader.page().locator(".skeleton")).isVisible();
    reader.page().evaluate(TWO_FRAMES_AND_A_REQUEST);
    assertThat(asked).isEmpty();
    reader.thread().scrollIntoViewIfNeeded();
    assertThat(reader.page().getByText("No comments yet.")).isVisible();
  }
}
