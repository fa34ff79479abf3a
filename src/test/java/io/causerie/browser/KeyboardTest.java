package io.causerie.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import io.causerie.testing.TestApp;
import org.junit.jupiter.api.Test;

@BrowserTest
final class KeyboardTest {
  @Test
  void aReplyIsWrittenAndSentWithoutAMouse(Reader reader, HostSite host, TestApp app) {
    new Seeds(app, "keys").root("Ada", "A question");
    reader.open(host.article("keys"));
    reader.button(Reader.replyTo("Ada")).press("Enter");
    assertThat(reader.field(Reader.replyTo("Ada"))).isFocused();
    reader.page().keyboard().type("An answer");
    reader.field("Name").last().fill("Bo");
    reader.page().keyboard().press("Control+Enter");
    assertThat(reader.comment("An answer").last()).isFocused();
  }

  @Test
  void escapeLeavesTheReplyAndGoesBackToItsButton(Reader reader, HostSite host, TestApp app) {
    new Seeds(app, "escape").root("Ada", "A question");
    reader.open(host.article("escape")).press(Reader.replyTo("Ada"));
    reader.field(Reader.replyTo("Ada")).press("Escape");
    assertThat(reader.field(Reader.replyTo("Ada"))).hasCount(0);
    assertThat(reader.button(Reader.replyTo("Ada"))).isFocused();
  }

  @Test
  void escapeInACompositionLeavesTheReplyOpen(Reader reader, HostSite host, TestApp app) {
    new Seeds(app, "ime").root("Ada", "A question");
    reader.open(host.article("ime")).press(Reader.replyTo("Ada"));
    reader.field(Reader.replyTo("Ada")).fill("An answer");
    reader.compose("ni");
    reader.page().keyboard().press("Escape");
    assertThat(reader.field(Reader.replyTo("Ada"))).isFocused();
    reader.compose("");
    reader.page().keyboard().press("Escape");
    assertThat(reader.field(Reader.replyTo("Ada"))).hasCount(0);
  }
}
