package io.causerie.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.testing.TestApp;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@BrowserTest
final class CountsTest {
  private static final int TEASERS = 5;

  @Test
  void theCountsOfAllTeasersComeInOneRequest(Reader reader, HostSite host, TestApp app) {
    new Seeds(app, "teaser-3").root("Ada", "The only one");
    String counts = IntStream.rangeClosed(1, TEASERS)
        .mapToObj(
            i -> "<p><causerie-count site={site} thread=teaser-" + i + "></causerie-count></p>")
        .collect(Collectors.joining());
    List<String> asked = new ArrayList<>();
    reader.page().onRequest(request -> {
      if (request.url().contains("/api/")) {
        asked.add(request.method() + " " + request.url());
      }
    });

    reader.open(host.publish("teasers", HostPage.with(counts)));
    assertThat(reader.page().locator("p"))
        .hasText(
            new String[] {"0 comments", "0 comments", "1 comment", "0 comments", "0 comments"});
    assertThat(asked).singleElement().asString().startsWith("GET ").contains("/counts?");
  }

  @Test
  void aPostIsCountedAtOnce(Reader reader, HostSite host) {
    String count = "<p><causerie-count site={site} thread=counted></causerie-count></p>";
    reader.open(host.publish("counted", HostPage.with(count + HostPage.thread("counted"))));
    reader.post("Ada", "One more");
    assertThat(reader.page().locator("causerie-count")).hasText("1 comment");
  }
}
