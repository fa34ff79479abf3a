package io.causerie.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import io.causerie.testing.TestApp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@BrowserTest
final class LocaleTest {
  @ParameterizedTest
  @CsvSource({
    "fr, ltr, Ajouter un commentaire, Aucun commentaire",
    "vi, ltr, Thêm bình luận, Chưa có bình luận nào",
    "ar, rtl, أضف تعليقًا, لا توجد تعليقات بعد",
    "zh-Hans, ltr, 写评论, 还没有评论",
    "fr-CA, ltr, Ajouter un commentaire, Aucun commentaire",
    "tlh, ltr, Add a comment, No comments yet"
  })
  void thePagesLanguageIsSpoken(
      String lang, String dir, String label, String empty, Reader reader, HostSite host) {
    String name = "in-" + lang;
    reader.open(host.publish(name, HostPage.withThread(name).lang(lang)));
    assertThat(reader.page().getByText(empty)).isVisible();
    assertThat(reader.field(label)).isVisible();
    assertThat(reader.thread().locator("section")).hasAttribute("dir", dir);
    reader.field(label).focus();
    Appearance.inspect(reader, name);
  }

  @Test
  void anArabicNameLeavesTheOrderOfAnEnglishSentence(Reader reader, HostSite host, TestApp app) {
    new Seeds(app, "mixed").root("سلمى", "شكرًا");
    reader.open(host.article("mixed"));
    reader.press(Reader.replyTo("سلمى"));
    assertThat(reader.field(Reader.replyTo("سلمى"))).isFocused();
    assertThat(reader.comment("شكرًا").locator(".body")).hasCSS("direction", "rtl");
  }
}
