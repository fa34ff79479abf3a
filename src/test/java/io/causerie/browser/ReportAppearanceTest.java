package io.causerie.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.options.ColorScheme.DARK;
import static io.causerie.browser.Appearance.inspect;
import static io.causerie.browser.Appearance.inspectLayout;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.causerie.testing.TestApp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Everybody can report, whatever they read and on whatever they read it. */
@BrowserTest
final class ReportAppearanceTest {

  @Test
  void theFormInEveryWidthAndLight(Reader reader, HostSite host, TestApp app) {
    new Seeds(app, "look-report").conversation();
    reader.open(page(host, "look-report", "en"));
    reader.press(Reader.report("Ada"));
    assertThat(reader.choice("Spam or advertising")).isFocused();
    inspect(reader, "report");
    reader.page().setViewportSize(390, 844);
    inspectLayout(reader, "report-390");
    reader.page().setViewportSize(320, 640);
    inspectLayout(reader, "report-320");
    reader.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(DARK));
    inspectLayout(reader, "report-320-dark");
    reader.page().setViewportSize(1280, 800);
    inspect(reader, "report-dark");
  }

  @ParameterizedTest
  @CsvSource({
    "fr, Signaler, Envoyer le signalement, Choisissez un motif., Hors sujet, Signalé",
    "vi, Báo cáo, Gửi báo cáo, Vui lòng chọn một lý do., Lạc đề, Đã báo cáo",
    "ar, إبلاغ, أرسل البلاغ, يرجى اختيار سبب., خارج الموضوع, تم الإبلاغ",
    "zh-Hans, 举报, 提交举报, 请选择一个原因。, 与主题无关, 已举报"
  })
  void everyStateInEveryLanguage(
      String lang,
      String report,
      String send,
      String missing,
      String offTopic,
      String reported,
      Reader reader,
      HostSite host,
      TestApp app) {
    String thread = "report-" + lang;
    new Seeds(app, thread).root("Ada", "Something rude");
    reader.open(page(host, thread, lang));
    Locator widget = reader.thread();
    widget.getByText(report, new Locator.GetByTextOptions().setExact(true)).click();
    widget.getByText(send).click();
    assertThat(widget.locator(".error").getByText(missing)).isVisible();
    reader.page().setViewportSize(390, 844);
    inspectLayout(reader, thread);
    widget.getByText(offTopic).click();
    widget.getByText(send).click();
    assertThat(reader.button(reported)).isFocused();
    inspectLayout(reader, thread + "-sent");
  }

  private static String page(HostSite host, String thread, String lang) {
    return host.publish(thread, HostPage.withThread(thread).lang(lang).styled());
  }
}
