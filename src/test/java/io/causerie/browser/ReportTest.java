package io.causerie.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.causerie.browser.Appearance.inspect;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Route;
import io.causerie.testing.Desk;
import io.causerie.testing.TestApp;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

/** A reader tells the moderators of a comment. */
@BrowserTest
final class ReportTest {
  private static final String MODULE = "**/widget-more.js*";
  private static final String THANKS = "Thank you. A moderator will look at it.";

  @Test
  void itTakesNoMouse(Reader reader, HostSite host, TestApp app) {
    openWithOne(reader, host, app, "report-keys");
    reader.button(Reader.report("Ada")).press("Enter");
    assertThat(reader.choice("Spam or advertising")).isFocused();
    Keyboard keys = reader.page().keyboard();
    keys.press("ArrowDown");
    keys.press("Tab");
    keys.type("Look at the second word");
    keys.press("Tab");
    keys.press("Enter");

    assertThat(reader.button("Reported")).isFocused();
    assertThat(reader.button("Reported")).isDisabled();
    assertThat(reader.told()).hasText(THANKS);
    inspect(reader, "report-sent");
    JsonObject flag =
        new Desk(app).commentOf("report-keys").getJsonArray("flags").getJsonObject(0);
    assertThat(flag.getString("reason")).isEqualTo("abuse");
    assertThat(flag.getString("note")).isEqualTo("Look at the second word");
  }

  @Test
  void escapeClosesTheFormAndGoesBackToItsButton(Reader reader, HostSite host, TestApp app) {
    openForm(reader, host, app, "report-escape");
    reader.page().keyboard().press("Escape");
    assertThat(reader.page().locator("form.report")).hasCount(0);
    assertThat(reader.button(Reader.report("Ada"))).isFocused();
    assertThat(reader.button(Reader.report("Ada"))).hasAttribute("aria-expanded", "false");
  }

  @Test
  void aReasonIsAskedFor(Reader reader, HostSite host, TestApp app) {
    openForm(reader, host, app, "report-reason");
    reader.press("Send report");
    assertThat(reader.page().getByText("Please choose a reason.").first()).isVisible();
    assertThat(reader.choice("Spam or advertising")).isFocused();
    inspect(reader, "report-reason");
  }

  @Test
  void whatIsReportedStaysSoInAnotherOrder(Reader reader, HostSite host, TestApp app) {
    new Seeds(app, "report-order").root("Bo", "Another");
    openForm(reader, host, app, "report-order");
    reader.choice("Something else").check();
    reader.press("Send report");
    assertThat(reader.button("Reported")).isVisible();
    reader.page().locator("select").selectOption("oldest");
    assertThat(reader.comments().first()).containsText("Another");
    assertThat(reader.comments().last()).containsText("Reported");
  }

  @Test
  void aClosedThreadStillTakesReports(Reader reader, HostSite host, TestApp app) {
    new Seeds(app, "report-closed").root("Ada", "Something rude");
    new Desk(app).change("report-closed", "closed", true);
    reader.open(host.article("report-closed"));
    assertThat(reader.button(Reader.replyTo("Ada"))).hasCount(0);
    reader.press(Reader.report("Ada"));
    reader.choice("Insults").check();
    reader.press("Send report");
    assertThat(reader.button("Reported")).isVisible();
  }

  @Test
  void onesOwnCommentHasNoButton(Reader reader, HostSite host) {
    reader.open(host.article("report-own")).post("Ada", "Mine");
    assertThat(reader.button(Reader.replyTo("Ada"))).isVisible();
    assertThat(reader.button(Reader.report("Ada"))).hasCount(0);
    reader.page().reload();
    assertThat(reader.button(Reader.replyTo("Ada"))).isVisible();
    assertThat(reader.button(Reader.report("Ada"))).hasCount(0);
  }

  @Test
  void onesOwnCommentIsRefusedWhereItIsNotKnownToBeSo(Reader reader, HostSite host) {
    reader.route("**/me?*", Route::abort);
    reader.open(host.article("report-own-late")).post("Ada", "Mine");
    assertThat(reader.comment("Mine")).isVisible();
    reader.page().reload();
    reader.press(Reader.report("Ada"));
    send(reader);
    assertThat(reader.told()).hasText("This comment is your own.");
    reader.excuse("status of 409", "net::ERR_FAILED");
  }

  @Test
  void whoIsBannedIsToldAndKeepsTheText(Reader reader, HostSite host, TestApp app) {
    reader.open(host.article("report-banned")).post("Mallory", "Rude");
    assertThat(reader.comment("Rude")).isVisible();
    Desk owner = new Desk(app);
    owner.banAuthorOf(
        owner.commentOf("report-banned").getString("id"),
        new JsonObject().put("reason", "insults"));
    openForm(reader, host, app, "report-banned");
    send(reader);
    assertThat(reader.page().locator("form.report .notice"))
        .containsText("You cannot take part here.");
    assertThat(reader.field("Note (optional, for the moderators only)")).hasValue("A note");
    inspect(reader, "report-banned");
    reader.excuse("status of 403");
  }

  @Test
  void aFormThatCannotBeLoadedIsOfferedAgain(Reader reader, HostSite host, TestApp app) {
    openWithOne(reader, host, app, "report-module");
    reader.route(MODULE, Route::abort);
    reader.press(Reader.report("Ada"));
    String words = "The comment service cannot be reached. Try again";
    assertThat(reader.button(words)).isFocused();
    inspect(reader, "report-unreachable");
    reader.page().unroute(MODULE);
    reader.press(words);
    assertThat(reader.choice("Spam or advertising")).isFocused();
    reader.excuse("net::ERR_FAILED");
  }

  private static void send(Reader reader) {
    reader.choice("Something else").check();
    reader.field("Note (optional, for the moderators only)").fill("A note");
    reader.press("Send report");
  }

  /** The answer is the id of the comment. */
  private static String openForm(Reader reader, HostSite host, TestApp app, String thread) {
    String id = openWithOne(reader, host, app, thread);
    reader.press(Reader.report("Ada"));
    assertThat(reader.choice("Spam or advertising")).isFocused();
    return id;
  }

  private static String openWithOne(Reader reader, HostSite host, TestApp app, String thread) {
    String id = new Seeds(app, thread).root("Ada", "Something rude");
    reader.open(host.article(thread));
    return id;
  }
}
