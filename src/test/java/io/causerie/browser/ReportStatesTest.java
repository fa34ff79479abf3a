package io.causerie.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.options.ColorScheme.DARK;
import static io.causerie.browser.Appearance.inspect;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.causerie.browser.component.Api;
import io.causerie.browser.component.Discussion;
import io.causerie.http.Problem;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Everybody can report, whatever they read and on whatever they read it, and is told what became of it. */
@ComponentTest
final class ReportStatesTest {
  private static final String FLAGS = "POST /comments/{id}/flags";
  private static final String NOTE = "Note (optional, for the moderators only)";

  @Test
  void theFormInEveryWidthAndLight(Reader reader, Api api, Pages pages) {
    openForm(reader, api, pages);
    inspect(reader, "report");
    reader.page().setViewportSize(390, 844);
    inspect(reader, "report-390");
    reader.page().setViewportSize(320, 640);
    inspect(reader, "report-320");
    reader.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(DARK));
    inspect(reader, "report-320-dark");
    reader.page().setViewportSize(1280, 800);
    inspect(reader, "report-dark");
  }

  @Test
  void whatIsSentIsTheReasonAndTheNote(Reader reader, Api api, Pages pages) {
    openForm(reader, api, pages);
    api.accepts(FLAGS);
    send(reader);
    assertThat(reader.button("Reported")).isFocused();
    assertThat(reader.button("Reported")).isDisabled();
    assertThat(reader.told()).hasText("Thank you. A moderator will look at it.");
    assertThat(api.sent(FLAGS))
        .containsExactly(new JsonObject().put("reason", "other").put("note", "A note"));
    inspect(reader, "report-sent");
  }

  static Stream<Arguments> everyProblemThatLeavesTheForm() {
    return Stream.of(
        Arguments.of(403, Problem.forbidden("banned: insults"), "You cannot take part here."),
        Arguments.of(429, Problem.tooManyRequests(Duration.ofSeconds(600)), "Too fast."),
        Arguments.of(503, Problem.unavailable(Duration.ofSeconds(2)), "Your text is kept."));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("everyProblemThatLeavesTheForm")
  void aRefusalKeepsTheText(
      int status, Problem problem, String words, Reader reader, Api api, Pages pages) {
    openForm(reader, api, pages);
    api.refuses(FLAGS, problem);
    send(reader);
    assertThat(reader.page().locator("form.report .notice")).containsText(words);
    assertThat(reader.field(NOTE)).hasValue("A note");
    inspect(reader, "report-" + status);
    reader.excuse("status of " + status);
  }

  static Stream<Arguments> everyProblemThatEndsTheForm() {
    return Stream.of(
        Arguments.of(404, Problem.notFound("comment"), "This comment is no longer here."),
        Arguments.of(
            409, Problem.conflict("this comment is your own"), "This comment is your own."));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("everyProblemThatEndsTheForm")
  void whatCannotBeReportedSaysSo(
      int status, Problem problem, String words, Reader reader, Api api, Pages pages) {
    openForm(reader, api, pages);
    api.refuses(FLAGS, problem);
    send(reader);
    assertThat(reader.told()).hasText(words);
    assertThat(reader.button(Reader.report("Ada"))).isFocused();
    inspect(reader, "report-" + status);
    reader.excuse("status of " + status);
  }

  @Test
  void withoutANetworkTheFormIsKeptAndSentLater(Reader reader, Api api, Pages pages) {
    openForm(reader, api, pages);
    reader.context().setOffline(true);
    send(reader);
    assertThat(reader.page().locator("form.report .notice"))
        .hasText("You are offline. Your text is kept.");
    inspect(reader, "report-offline");
    reader.context().setOffline(false);
    api.accepts(FLAGS);
    reader.press("Try again");
    assertThat(reader.button("Reported")).isFocused();
    reader.excuse("net::ERR_INTERNET_DISCONNECTED");
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
      @Phone Reader reader,
      Api api,
      Pages pages) {
    openWithOne(reader, api, pages.article(lang));
    api.accepts(FLAGS);
    Locator widget = reader.thread();
    widget.getByText(report, new Locator.GetByTextOptions().setExact(true)).click();
    widget.getByText(send).click();
    assertThat(widget.locator(".error").getByText(missing)).isVisible();
    inspect(reader, "report-" + lang);
    widget.getByText(offTopic).click();
    widget.getByText(send).click();
    assertThat(reader.button(reported)).isFocused();
    inspect(reader, "report-" + lang + "-sent");
  }

  private static void send(Reader reader) {
    reader.choice("Something else").check();
    reader.field(NOTE).fill("A note");
    reader.press("Send report");
  }

  private static void openForm(Reader reader, Api api, Pages pages) {
    openWithOne(reader, api, pages.article());
    reader.press(Reader.report("Ada"));
    assertThat(reader.choice("Spam or advertising")).isFocused();
  }

  private static void openWithOne(Reader reader, Api api, String address) {
    Discussion discussion = new Discussion();
    discussion.root("Ada", "Something rude");
    api.answers("GET /comments", discussion.page());
    reader.open(address);
  }
}
