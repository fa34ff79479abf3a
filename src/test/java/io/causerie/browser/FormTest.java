package io.causerie.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import io.causerie.testing.Desk;
import io.causerie.testing.TestApp;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the form brings along to tell people from programs. */
@BrowserTest
final class FormTest {
  private static final String STAMPS = "**/sites/*/form";

  @Test
  void theStampIsAskedForOnceWhenSomebodyStartsToWriteAndSent(Reader reader, HostSite host) {
    List<Request> asked = new ArrayList<>();
    reader.page().onRequest(request -> {
      if (request.url().endsWith("/form")) {
        asked.add(request);
      }
    });
    reader.open(host.article("stamped"));
    assertThat(reader.page().getByText("No comments yet.")).isVisible();
    assertThat(asked).isEmpty();

    reader.page().waitForResponse(STAMPS, () -> reader.field("Add a comment").focus());
    Request post = reader
        .page()
        .waitForRequest("**/comments?body=nodes", () -> reader.post("Ada", "Written by hand"));
    assertThat(asked).hasSize(1);
    JsonObject form = new JsonObject(post.postData()).getJsonObject("form");
    assertThat(form.getString("stamp")).isNotEmpty();
    assertThat(form.getString("website")).isEmpty();
    assertThat(reader.comment("Written by hand")).containsText("Reply");
  }

  @Test
  void aPostNeedsNoStamp(Reader reader, HostSite host) {
    reader.route(STAMPS, Route::abort);
    reader.open(host.article("stampless")).post("Ada", "All the same");
    assertThat(reader.comment("All the same")).containsText("Reply");
    reader.excuse("net::ERR_FAILED");
  }

  @Test
  void nobodySeesTheTrapOrComesToIt(Reader reader, HostSite host) {
    reader.open(host.article("trap"));
    reader.field("Add a comment").focus();
    Locator trap = reader.page().locator("input[name=website]");
    assertThat(trap).hasCount(1);
    assertThat(reader.field("Leave this empty")).hasCount(0);
    assertThat(trap.locator("..").boundingBox().height).isLessThanOrEqualTo(1);
    assertThat(trap.locator("..")).hasCSS("clip-path", "inset(50%)");
    Keyboard keys = reader.page().keyboard();
    for (String next : List.of("Name", "E-mail (optional, never shown)")) {
      keys.press("Tab");
      assertThat(reader.field(next)).isFocused();
    }
    keys.press("Tab");
    assertThat(reader.button("Post comment")).isFocused();
    Appearance.assertAccessible(reader);
  }

  @Test
  void whatFillsInEveryFieldIsNotPublished(
      Reader program, Reader stranger, HostSite host, TestApp app) {
    String address = host.article("trapped");
    program.open(address).write("Ada", "Cheap watches");
    program.page().locator("input[name=website]").evaluate("field => field.value = 'https://x.y'");
    program.press("Post comment");
    assertThat(program.comment("Cheap watches")).containsText("Waiting for review");
    stranger.open(address);
    assertThat(stranger.page().getByText("No comments yet.")).isVisible();
    assertThat(new Desk(app).commentOf("trapped").getString("status")).isEqualTo("spam");
  }
}
