package io.causerie.browser.moderation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.causerie.browser.Appearance.inspect;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import io.causerie.account.Role;
import io.causerie.browser.BrowserTest;
import io.causerie.browser.Reader;
import io.causerie.testing.Console;
import io.causerie.testing.TestApp;
import org.junit.jupiter.api.Test;

/** A link makes somebody a member of the team. */
@BrowserTest
final class InvitationTest {
  private static final String LOOK = "**/api/v1/invitations/look";

  @Test
  void anOwnerInvitesAndSomebodyElseJoins(Reader owner, Reader guest, TestApp app) {
    Member ann = new Member(owner, app).join(Role.OWNER, "Ann Invites").open("team");
    owner.press("Make a link");
    assertThat(ann.heading("The link is ready")).isFocused();
    inspect(owner, "moderation-team-link");
    String link = owner.page().locator("#invitation-link").textContent();
    assertThat(ann.row("invited by " + Member.isolated("Ann Invites"))).hasCount(1);

    Member bo = new Member(guest, app);
    guest.open(link);
    assertThat(guest.page().getByText("You are invited to moderate")).isVisible();
    assertThat(guest.page()).hasURL(Member.origin(app) + "/moderation/");
    inspect(guest, "moderation-invitation");
    guest.field("Name").fill("Bo Invited");
    bo.password("New password").fill(Member.PASSWORD);
    assertThat(guest.page().locator(".rules .met")).hasCount(3);
    guest.press("Accept and sign in");
    assertThat(guest.page().locator(".frame")).isVisible();

    ann.open("team");
    assertThat(ann.row("Bo Invited")).containsText("Moderator");
    assertThat(ann.row("invited by " + Member.isolated("Ann Invites"))).hasCount(0);
  }

  @Test
  void aPasswordThatIsEasyToGuessIsRefusedInWords(Reader reader, TestApp app) {
    Member somebody = new Member(reader, app);
    reader.open(Member.invitation(app, "moderator").link());
    reader.field("Name").fill("Cy Guess");
    somebody.password("New password").fill("short");
    reader.press("Accept and sign in");
    assertThat(somebody.error()).hasText("This password does not do what is listed below.");
    assertThat(somebody.password("New password")).isFocused();
    somebody.password("New password").fill("password12345");
    reader.press("Accept and sign in");
    assertThat(somebody.error()).containsText("This password is easy to guess.");
    inspect(reader, "moderation-invitation-guessable");
    reader.excuse("status of 400");
  }

  @Test
  void aNameThatIsTakenIsSaidAtItsField(Reader first, Reader second, TestApp app) {
    new Member(first, app).join(Role.MODERATOR, "Dee Taken");
    Member other = new Member(second, app);
    second.open(Member.invitation(app, "moderator").link());
    second.field("Name").fill("Dee Taken");
    other.password("New password").fill(Member.PASSWORD);
    second.press("Accept and sign in");
    assertThat(other.error()).containsText("This name is taken.");
    assertThat(second.field("Name")).isFocused();
    assertThat(other.password("New password")).hasValue(Member.PASSWORD);
    second.excuse("status of 409");
  }

  @Test
  void whoIsSignedInAcceptsAsWhoTheyAre(Reader reader, TestApp app) {
    new Member(reader, app).join(Role.MODERATOR, "Eve Again");
    String second = app.site() + "-second";
    String printed = new Console(app.database().url())
        .run("site", "add", second, "--origin=https://second.example")
        .output();
    reader.open(Member.origin(app) + "/moderation/#invitation=" + Invitation.token(printed));
    assertThat(reader.page().getByText("You are signed in as")).isVisible();
    inspect(reader, "moderation-invitation-signed-in");
    reader.press("I am somebody else");
    assertThat(reader.field("Name")).isFocused();
    reader.press("I have an account here");
    new Member(reader, app).signIn("Eve Again", Member.PASSWORD);
    reader.press("Accept as " + Member.isolated("Eve Again"));
    assertThat(reader.page().locator(".frame")).isVisible();
  }

  @Test
  void aLinkIsGoodOnceAndSaysWhatToDoAfterwards(Reader first, Reader second, TestApp app) {
    String link = Member.invitation(app, "moderator").link();
    first.open(link);
    first.field("Name").fill("Fay Once");
    new Member(first, app).password("New password").fill(Member.PASSWORD);
    first.press("Accept and sign in");
    assertThat(first.page().locator(".frame")).isVisible();

    second.open(link);
    assertThat(new Member(second, app).heading("This invitation has ended")).isFocused();
    assertThat(second.page().getByText("Ask who sent it for a new one")).isVisible();
    inspect(second, "moderation-invitation-ended");
    second.press("Sign in");
    assertThat(second.field("Name")).isFocused();
    assertThat(second.page().url()).doesNotContain("#");
    second.excuse("status of 404");
  }

  @Test
  void aLinkThatCannotBeLookedAtIsTriedAgain(Reader reader, TestApp app) {
    String link = Member.invitation(app, "owner").link();
    reader.route(LOOK, Route::abort);
    reader.open(link);
    assertThat(reader.button("Try again")).isVisible();
    inspect(reader, "moderation-invitation-unreachable");
    reader.page().unroute(LOOK);
    reader.press("Try again");
    assertThat(reader.page().getByText("You are invited to own")).isVisible();
    reader.excuse("net::ERR_FAILED");
  }
}
