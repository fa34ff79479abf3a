package io.causerie.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

@BrowserTest
final class PostingTest {
  @Test
  void aPostAndAReplyInPlaceAreThereAfterAReload(Reader reader, HostSite host) {
    reader.open(host.article("posting"));
    reader.post("Ada", "The first word");
    assertThat(reader.comment("The first word")).isVisible();

    reader.press(Reader.replyTo("Ada"));
    reader.field(Reader.replyTo("Ada")).fill("An answer");
    reader.press("Post reply");
    Locator answer = reader.page().locator("li li article");
    assertThat(answer).containsText("An answer");

    reader.page().reload();
    assertThat(answer).containsText("An answer");
    assertThat(reader.page().locator("h2")).hasText("2 comments");
  }

  @Test
  void thePreviewIsWhatIsStored(Reader reader, HostSite host) {
    reader.open(host.article("preview"));
    reader.write("Ada", "*slanted* and **heavy**\n\n> said\n\n`<b>` https://example.org/");
    reader.press("Preview");
    Locator preview = reader.page().locator(".preview .body");
    preview.waitFor();
    String promised = preview.innerHTML();

    reader.press("Post comment");
    Locator stored = reader.page().locator("article .body");
    stored.waitFor();
    assertThat(stored.innerHTML()).isEqualTo(promised);
  }

  @Test
  void anEmptyCommentIsNotSentAndTheTextIsAskedFor(Reader reader, HostSite host) {
    reader.open(host.article("nothing"));
    reader.field("Add a comment").focus();
    reader.press("Post comment");
    assertThat(reader.field("Add a comment")).isFocused();
    assertThat(reader.page().getByText("Write something first.")).isVisible();
  }

  @Test
  void whatLooksLikeMarkupIsNothingButText(Reader reader, HostSite host) {
    reader.open(host.article("markup"));
    reader.post("<u>Mallory</u>", "<img src=x onerror=console.error(1)> [a](javascript:alert(1))");
    assertThat(reader.comments().locator(".author")).hasText("<u>Mallory</u>");
    assertThat(reader.comments().locator(".body :is(img, a)")).hasCount(0);
  }
}
