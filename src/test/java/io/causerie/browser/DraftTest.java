package io.causerie.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import io.causerie.testing.TestApp;
import org.junit.jupiter.api.Test;

@BrowserTest
final class DraftTest {
  @Test
  void aDraftOutlivesAReloadAndIsGoneAfterItsPost(Reader reader, HostSite host) {
    reader.open(host.article("draft")).write("Ada", "Half a thought");
    reader.page().reload();
    assertThat(reader.field("Add a comment")).hasValue("Half a thought");

    reader.post("Ada", "A whole thought");
    assertThat(reader.comment("A whole thought")).isVisible();
    reader.page().reload();
    assertThat(reader.comment("A whole thought")).isVisible();
    assertThat(reader.field("Add a comment")).hasValue("");
  }

  @Test
  void aReplyKeepsADraftOfItsOwn(Reader reader, HostSite host, TestApp app) {
    new Seeds(app, "drafts").root("Ada", "A question");
    reader.open(host.article("drafts")).write("Bo", "To everybody");
    reader.press(Reader.replyTo("Ada"));
    reader.field(Reader.replyTo("Ada")).fill("To Ada");
    reader.page().reload();
    assertThat(reader.field("Add a comment")).hasValue("To everybody");
    reader.press(Reader.replyTo("Ada"));
    assertThat(reader.field(Reader.replyTo("Ada"))).hasValue("To Ada");
  }
}
