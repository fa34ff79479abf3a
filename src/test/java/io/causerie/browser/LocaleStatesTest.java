package io.causerie.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.causerie.browser.Appearance.inspect;

import io.causerie.browser.component.Api;
import io.causerie.browser.component.Discussion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ComponentTest
final class LocaleStatesTest {
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
      String lang, String dir, String label, String empty, Reader reader, Api api, Pages pages) {
    api.answers("GET /comments", new Discussion().page()).ponders("GET /form");
    reader.open(pages.article(lang));
    assertThat(reader.page().getByText(empty)).isVisible();
    assertThat(reader.thread().locator("section")).hasAttribute("dir", dir);
    reader.field(label).focus();
    inspect(reader, "in-" + lang);
  }

  @Test
  void anArabicNameLeavesTheOrderOfAnEnglishSentence(Reader reader, Api api, Pages pages) {
    Discussion discussion = new Discussion();
    discussion.root("سلمى", "شكرًا");
    api.answers("GET /comments", discussion.page()).ponders("GET /form");
    reader.open(pages.article());
    reader.press(Reader.replyTo("سلمى"));
    assertThat(reader.field(Reader.replyTo("سلمى"))).isFocused();
    assertThat(reader.comment("شكرًا").locator(".body")).hasCSS("direction", "rtl");
  }
}
