package io.causerie.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.options.ColorScheme.DARK;
import static io.causerie.browser.Appearance.inspect;
import static io.causerie.browser.Appearance.inspectLayout;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import io.causerie.testing.Desk;
import io.causerie.testing.TestApp;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who comes from the moderators' page to a comment in its article. */
@BrowserTest
final class LookTest {
  private static final String BECAUSE = " You see it because you came from the moderators’ page.";

  @Test
  void aHeldReplyStandsBelowWhatItAnswersAndTheStampIsNowhere(
      Reader reader, HostSite host, TestApp app) {
    Seeds seeds = new Seeds(app, "look-held");
    String root = seeds.root("Ada", "The question");
    String held = seeds.reply(root, "Bo", "The held answer");
    new Desk(app).decide(held, "pending");
    String address = page(host, "look-held", "en");
    String look = look(app, held);
    List<Request> looks = new ArrayList<>();
    reader.page().onRequest(request -> {
      if (request.url().contains("/look?")) {
        looks.add(request);
      }
    });

    reader.open(address + look);

    Locator found = reader.comment("The held answer");
    assertThat(found).isFocused();
    assertThat(found).containsText("Waiting for review." + BECAUSE);
    assertThat(found.getByRole(AriaRole.BUTTON)).hasCount(0);
    assertThat(reader.page().locator("li", inside("The question")).locator("li"))
        .hasCount(1);
    assertThat(reader.told()).hasText("Waiting for review." + BECAUSE);
    assertThat(reader.page()).hasURL(address + "#causerie-" + held);
    String stamp = look.split("look=", 2)[1];
    assertThat(looks).extracting(Request::method).containsExactly("GET");
    assertThat(looks.get(0).headerValue("authorization")).isEqualTo("Bearer " + stamp);
    assertThat(
            reader.page().evaluate("JSON.stringify([localStorage, sessionStorage, history.state])"))
        .asString()
        .doesNotContain(stamp);
    inspect(reader, "look-light");
    reader.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(DARK));
    inspect(reader, "look-dark");
    reader.page().setViewportSize(320, 640);
    inspectLayout(reader, "look-320-dark");
  }

  @ParameterizedTest
  @CsvSource({"rejected, Rejected.", "spam, Marked as spam.", "deleted, Deleted."})
  void whatHasBeenDecidedIsThereToo(
      String status, String line, Reader reader, HostSite host, TestApp app) {
    String thread = "look-" + status;
    String id = new Seeds(app, thread).root("Ada", "Gone by now");
    new Desk(app).decide(id, status);

    reader.open(page(host, thread, "en") + look(app, id));

    assertThat(reader.comment("Gone by now")).containsText(line + BECAUSE);
    assertThat(reader.page().getByText("No comments yet.")).not().isVisible();
  }

  @Test
  void whatAPlaceholderStandsForIsShownInIt(Reader reader, HostSite host, TestApp app) {
    Seeds seeds = new Seeds(app, "look-placeholder");
    String root = seeds.root("Ada", "The removed question");
    seeds.reply(root, "Bo", "The answer");
    new Desk(app).decide(root, "rejected");

    reader.open(page(host, "look-placeholder", "en") + look(app, root));

    assertThat(reader.comment("The removed question")).containsText("Rejected." + BECAUSE);
    assertThat(reader.comment("The removed question")).containsText("Ada");
    assertThat(reader.comments()).hasCount(2);
  }

  @Test
  void whatIsPublicIsShownAsEverybodySeesIt(Reader reader, HostSite host, TestApp app) {
    String id = new Seeds(app, "look-public").root("Ada", "Approved by now");

    reader.open(page(host, "look-public", "en") + look(app, id));

    assertThat(reader.comment("Approved by now")).isFocused();
    assertThat(reader.comment("Approved by now")).not().containsText("moderators’ page");
    assertThat(reader.button(Reader.replyTo("Ada"))).isVisible();
  }

  @Test
  void anOldStampSaysSo(Reader reader, HostSite host, TestApp app) {
    Seeds seeds = new Seeds(app, "look-old");
    seeds.root("Cy", "Still here");
    String id = seeds.root("Ada", "Held");
    new Desk(app).decide(id, "pending");
    String address = page(host, "look-old", "en");

    reader.open(address + "#causerie-" + id + "&look=old");

    assertThat(reader.page().locator("p.notice:visible")).containsText("is not valid any more");
    assertThat(reader.comment("Still here")).isVisible();
    assertThat(reader.comment("Held")).hasCount(0);
    assertThat(reader.page()).hasURL(address + "#causerie-" + id);
    inspect(reader, "look-old");
    reader.excuse("status of 401");
  }

  @ParameterizedTest
  @CsvSource({
    "fr, En attente de validation. Vous le voyez parce que",
    "vi, Đang chờ duyệt. Bạn thấy bình luận này vì",
    "ar, في انتظار المراجعة. تراه لأنك قادم",
    "zh-Hans, 等待审核。你是从管理页面过来的"
  })
  void inEveryLanguage(String lang, String line, Reader reader, HostSite host, TestApp app) {
    String thread = "look-" + lang;
    Seeds seeds = new Seeds(app, thread);
    String root = seeds.root("سلمى", "هذا نقاش مهم، شكرًا لكم.");
    String held = seeds.reply(root, "Bo", "Held");
    new Desk(app).decide(held, "pending");

    reader.open(page(host, thread, lang) + look(app, held));

    assertThat(reader.comment("Held")).containsText(line);
    inspect(reader, thread);
  }

  /** The fragment that a moderator is sent to an article with. */
  private static String look(TestApp app, String id) {
    return "#" + new Desk(app).look(id).split("#", 2)[1];
  }

  private static Page.LocatorOptions inside(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }

  private static String page(HostSite host, String thread, String lang) {
    return host.publish(thread, HostPage.withThread(thread).lang(lang).styled());
  }
}
