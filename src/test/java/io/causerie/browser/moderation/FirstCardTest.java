package io.causerie.browser.moderation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.browser.BrowserTest;
import io.causerie.browser.Reader;
import io.causerie.testing.TestApp;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** What it takes until a moderator sees the first card, told by each build. */
@BrowserTest
final class FirstCardTest {
  /** The page, its style, its module; the session, a list, the totals and the stream. */
  private static final int MOST_REQUESTS = 8;

  private static final int MOST_BYTES = 64 * 1024;

  /** As the browser has counted since the page was asked for: compressed, with headers. */
  private static final String COST =
      """
      () => {
        const all = [...performance.getEntriesByType("navigation"),
          ...performance.getEntriesByType("resource")];
        return JSON.stringify({
          bytes: all.reduce((sum, entry) => sum + entry.transferSize, 0),
          millis: Math.round(performance.now()),
        });
      }
      """;

  @Test
  void itTakesFewRequestsAndLittleOfTheNetwork(Reader reader, TestApp app) {
    Newsroom room = Newsroom.open(app).premoderated();
    room.comments(20);
    Moderator ann = Moderator.owner(reader, room, "Ann First");

    List<String> asked = new CopyOnWriteArrayList<>();
    reader.page().onRequest(request -> asked.add(request.url()));
    reader.page().navigate(ann.address(""));
    assertThat(ann.current()).isVisible();
    assertThat(ann.count("Held")).hasText("20");
    reader
        .page()
        .waitForCondition(() -> asked.stream().anyMatch(url -> url.endsWith("/live"))
            && asked.stream().anyMatch(url -> url.endsWith("/totals")));
    JsonObject cost = new JsonObject((String) reader.page().evaluate(COST));

    System.out.printf(
        "the moderators' page: first card after %d requests, %d bytes and %d ms%n",
        asked.size(), cost.getInteger("bytes"), cost.getInteger("millis"));
    assertThat(asked).hasSizeLessThanOrEqualTo(MOST_REQUESTS);
    assertThat(cost.getInteger("bytes")).isLessThanOrEqualTo(MOST_BYTES);
  }
}
