package io.causerie.browser.moderation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.causerie.browser.Appearance.inspect;

import com.microsoft.playwright.Clock;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import io.causerie.account.Role;
import io.causerie.browser.BrowserTest;
import io.causerie.browser.Reader;
import io.causerie.testing.TestApp;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The door of the moderators' page. */
@BrowserTest
final class SigningInTest {
  private static final String SESSION = "**/api/v1/session";
  private static final long NOON = Instant.parse("2026-05-06T12:00:00Z").toEpochMilli();
  private static final long HOUR = Duration.ofHours(1).toMillis();

  @Test
  void whoHasAPasswordSignsInAndOut(Reader reader, TestApp app) {
    Member ann = new Member(reader, app).join(Role.MODERATOR, "Ann In");
    ann.signOut();
    inspect(reader, "moderation-sign-in");
    ann.signIn("Ann In", Member.PASSWORD);
    assertThat(reader.page().locator(".frame")).isVisible();
    reader.page().reload();
    assertThat(reader.page().locator(".frame")).isVisible();
  }

  @Test
  void itTakesNoMouseAndGoesOnWhereItWasMeantTo(Reader reader, TestApp app) {
    Member ann = new Member(reader, app).join(Role.MODERATOR, "Ann Keys");
    ann.signOut();
    ann.open("team");
    assertThat(reader.field("Name")).isFocused();
    reader.page().keyboard().type("Ann Keys");
    reader.page().keyboard().press("Tab");
    reader.page().keyboard().insertText(Member.PASSWORD);
    reader.page().keyboard().press("Enter");
    assertThat(ann.heading("Team")).isVisible();
  }

  @Test
  void aWrongPasswordIsSaidAtItsFieldAndTheNameStays(Reader reader, TestApp app) {
    Member ann = new Member(reader, app).join(Role.MODERATOR, "Ann Wrong");
    ann.signOut();
    ann.signIn("Ann Wrong", "not her password");
    assertThat(ann.error()).hasText("The name or the password is not right.");
    assertThat(ann.told()).hasText("The name or the password is not right.");
    assertThat(ann.password("Password")).isFocused();
    assertThat(ann.password("Password")).hasAttribute("aria-invalid", "true");
    assertThat(reader.field("Name")).hasValue("Ann Wrong");
    inspect(reader, "moderation-sign-in-wrong");
    ann.signIn("Nobody at all", Member.PASSWORD);
    assertThat(ann.error()).hasText("The name or the password is not right.");
    reader.excuse("status of 401");
  }

  @Test
  void whatIsMissingIsAskedForWithoutAskingTheServer(Reader reader, TestApp app) {
    Member somebody = new Member(reader, app).open("queue");
    reader.press("Sign in");
    assertThat(reader.field("Name")).isFocused();
    assertThat(somebody.error().first()).hasText("Please enter your name.");
    assertThat(somebody.error().last()).hasText("Please enter your password.");
    inspect(reader, "moderation-sign-in-missing");
  }

  @Test
  void passwordManagersKnowTheFieldsAndThePasswordCanBeLookedAt(Reader reader, TestApp app) {
    Member somebody = new Member(reader, app).open("queue");
    assertThat(reader.field("Name")).hasAttribute("autocomplete", "username webauthn");
    assertThat(somebody.password("Password")).hasAttribute("autocomplete", "current-password");
    assertThat(somebody.password("Password")).hasAttribute("type", "password");
    reader.press("Show password");
    assertThat(somebody.password("Password")).hasAttribute("type", "text");
    assertThat(reader.button("Show password")).hasAttribute("aria-pressed", "true");
  }

  @Test
  void tooManyAttemptsCountDown(Reader reader, TestApp app) {
    Clock clock = reader.page().clock();
    clock.install(new Clock.InstallOptions().setTime(NOON));
    Member somebody = new Member(reader, app).open("queue");
    // An hour that passes while the page loads would end the deadlines of its requests.
    assertThat(reader.field("Name")).isVisible();
    clock.pauseAt(NOON + HOUR);
    reader.route(
        SESSION,
        route -> route.fulfill(new Route.FulfillOptions()
            .setStatus(429)
            .setHeaders(Map.of("Retry-After", "42"))
            .setContentType("application/problem+json")
            .setBody("{\"code\":\"too_many_requests\"}")));
    somebody.signIn("Ann", "guess");
    assertThat(reader.page().locator(".notice"))
        .containsText("Too many attempts. You can try again");
    assertThat(reader.button("Sign in")).hasAttribute("aria-disabled", "true");
    clock.runFor(2_000);
    assertThat(reader.page().locator(".notice")).containsText("in 40 seconds");
    clock.resume();
    inspect(reader, "moderation-sign-in-throttled");
    reader.excuse("status of 429");
  }

  @Test
  void withoutANetworkWhatWasTypedStays(Reader reader, TestApp app) {
    Member ann = new Member(reader, app).join(Role.MODERATOR, "Ann Tunnel");
    ann.signOut();
    reader.context().setOffline(true);
    ann.signIn("Ann Tunnel", Member.PASSWORD);
    assertThat(reader.page().locator(".notice")).containsText("You are offline.");
    inspect(reader, "moderation-sign-in-offline");
    reader.context().setOffline(false);
    reader.press("Sign in");
    assertThat(reader.page().locator(".frame")).isVisible();
    reader.excuse("net::ERR_INTERNET_DISCONNECTED");
  }

  @Test
  void onAnAddressOfNumbersAPasskeyIsSaidToNeedAName(Reader reader, TestApp app) {
    String view = "/moderation/?site=" + app.site() + "&view=team";
    reader.open(app.origin() + view);
    assertThat(reader.page().getByText("Passkeys need a name in the address bar"))
        .isVisible();
    assertThat(reader.page().getByRole(AriaRole.LINK))
        .hasAttribute("href", Member.origin(app) + view);
    inspect(reader, "moderation-sign-in-address");
  }
}
