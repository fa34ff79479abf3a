package io.causerie.browser.moderation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.causerie.browser.Appearance.inspect;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import io.causerie.browser.BrowserTest;
import io.causerie.browser.Reader;
import io.causerie.browser.ServiceProcess;
import org.junit.jupiter.api.Test;

/** A link makes somebody a member of the team. */
@BrowserTest
final class InvitationTest {
  private static final String LOOK = "**/api/v1/invitations/look";

  @Test
  void anOwnerInvitesAndSomebodyElseJoins(Reader owner, Reader guest, ServiceProcess service)
      throws Exception {
    Member ann = new Member(owner, service).join("owner", "Ann Invites").open("team");
    owner.press("Make a link");
    assertThat(ann.heading("The link is ready")).isFocused();
    inspect(owner, "moderation-team-link");
    String link = owner.page().locator("#invitation-link").textContent();
    assertThat(ann.row("invited by " + Member.isolated("Ann Invites"))).hasCount(1);

    Member bo = new Member(guest, service);
    guest.open(link);
    assertThat(guest.page().getByText("You are invited to moderate")).isVisible();
    assertThat(guest.page()).hasURL(Member.origin(service) + "/moderation/");
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
  void aPasswordThatIsEasyToGuessIsRefusedInWords(Reader reader, ServiceProcess service)
      throws Exception {
    Member somebody = new Member(reader, service);
    reader.open(Member.invitation(service, "moderator").link());
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
  void aNameThatIsTakenIsSaidAtItsField(Reader first, Reader second, ServiceProcess service)
      throws Exception {
    new Member(first, service).join("moderator", "Dee Taken");
    Member other = new Member(second, service);
    second.open(Member.invitation(service, "moderator").link());
    second.field("Name").fill("Dee Taken");
    other.password("New password").fill(Member.PASSWORD);
    second.press("Accept and sign in");
    assertThat(other.error()).containsText("This name is taken.");
    assertThat(second.field("Name")).isFocused();
    assertThat(other.password("New password")).hasValue(Member.PASSWORD);
    second.excuse("status of 409");
  }

  @Test
  void whoIsSignedInAcceptsAsWhoTheyAre(Reader reader, ServiceProcess service) throws Exception {
    new Member(reader, service).join("moderator", "Eve Again");
    String printed = service.command("site", "add", "second", "--origin=https://second.example");
    reader.open(Member.origin(service) + "/moderation/#invitation=" + Invitation.token(printed));
    assertThat(reader.page().getByText("You are signed in as")).isVisible();
    inspect(reader, "moderation-invitation-signed-in");
    reader.press("I am somebody else");
    assertThat(reader.field("Name")).isFocused();
    reader.press("I have an account here");
    new Member(reader, service).signIn("Eve Again", Member.PASSWORD);
    reader.press("Accept as " + Member.isolated("Eve Again"));
    assertThat(reader.page().locator(".frame")).isVisible();
  }

  @Test
  void aLinkIsGoodOnceAndSaysWhatToDoAfterwards(Reader first, Reader second, ServiceProcess service)
      throws Exception {
    String link = Member.invitation(service, "moderator").link();
    first.open(link);
    first.field("Name").fill("Fay Once");
    new Member(first, service).password("New password").fill(Member.PASSWORD);
    first.press("Accept and sign in");
    assertThat(first.page().locator(".frame")).isVisible();

    second.open(link);
    assertThat(new Member(second, service).heading("This invitation has ended")).isFocused();
    assertThat(second.page().getByText("Ask who sent it for a new one")).isVisible();
    inspect(second, "moderation-invitation-ended");
    second.press("Sign in");
    assertThat(second.field("Name")).isFocused();
    assertThat(second.page().url()).doesNotContain("#");
    second.excuse("status of 404");
  }

  @Test
  void aLinkThatCannotBeLookedAtIsTriedAgain(Reader reader, ServiceProcess service)
      throws Exception {
    String link = Member.invitation(service, "owner").link();
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
