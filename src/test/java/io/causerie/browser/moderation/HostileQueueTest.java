package io.causerie.browser.moderation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.browser.BrowserTest;
import io.causerie.browser.Reader;
import io.causerie.testing.TestApp;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** What strangers write is shown to moderators, and does nothing to them. */
@BrowserTest
final class HostileQueueTest {
  private static final List<String> HOSTILE = List.of(
      "<img src=x onerror=window.ran=1>",
      "\"><script>window.ran=1</script>",
      "<svg/onload=window.ran=1>",
      "[x](javascript:window.ran=1) ![i](https://evil.example/i.png)",
      "<iframe srcdoc='<script>parent.ran=1</script>'></iframe>",
      "{{constructor.constructor('window.ran=1')()}} ${window.ran=1}",
      "<style>@import 'https://evil.example/s.css'</style>");

  @Test
  void nothingRunsAndNothingLeaves(Reader reader, TestApp app) {
    Newsroom room = Newsroom.open(app);
    String reported = room.comment("Bo", "An innocent comment.");
    for (String text : HOSTILE) {
      room.comment(text.substring(0, Math.min(40, text.length())), text);
      room.report(reported, "other", text);
    }
    Moderator ann = Moderator.owner(reader, room, "Ann Hostile");
    var requested = new CopyOnWriteArrayList<String>();
    ann.page().onRequest(request -> requested.add(request.url()));
    ann.open("&tab=all");
    assertThat(ann.cards()).hasCount(HOSTILE.size() + 1);
    ann.press("c", "j", "b", "Escape", "x", "a", "u");
    for (String text : HOSTILE) {
      ann.open("&tab=all&q=" + encoded(text) + "&thread=" + encoded("/" + text));
      assertThat(ann.page().locator(".chip").first()).containsText(text);
    }
    ann.open("&tab=" + encoded(HOSTILE.get(0)) + "&reason=" + encoded(HOSTILE.get(1)));
    assertThat(ann.page().evaluate("window.ran")).isNull();
    assertThat(requested).allMatch(url -> url.startsWith(app.origin() + "/"));
    reader.excuse("status of 400");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
