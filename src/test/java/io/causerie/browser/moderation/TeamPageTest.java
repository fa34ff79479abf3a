package io.causerie.browser.moderation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.causerie.browser.Appearance.inspect;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import io.causerie.account.Role;
import io.causerie.browser.BrowserTest;
import io.causerie.browser.Reader;
import io.causerie.testing.Team;
import io.causerie.testing.TestApp;
import org.junit.jupiter.api.Test;

/** The team and the tokens of a site. */
@BrowserTest
final class TeamPageTest {
  private static final String TEAM = "**/moderation/team";

  @Test
  void rolesAreChangedAndInvitationsTakenBack(Reader owner, Reader other, TestApp app) {
    Member ann = new Member(owner, app).join(Role.OWNER, "Ann Roles");
    new Member(other, app).join(Role.MODERATOR, "Bo Roles");
    ann.open("team");
    ann.act("Bo Roles", "Make owner").click();
    ann.confirm(
        "Make " + Member.isolated("Bo Roles")
            + " an owner? Owners may change the team, and also your role.",
        "Make owner");
    assertThat(ann.row("Bo Roles")).containsText("Owner");
    assertThat(ann.panel("Members")).containsText("has a new role");

    owner.choice("Owner").check();
    owner.press("Make a link");
    owner.press("Done");
    assertThat(owner.choice("Moderator")).isFocused();
    ann.act("invited by " + Member.isolated("Ann Roles"), "Take back").click();
    assertThat(owner.page().getByText("The invitation is taken back.").first()).isVisible();
    assertThat(ann.row("invited by " + Member.isolated("Ann Roles"))).hasCount(0);
    inspect(owner, "moderation-team");
  }

  @Test
  void moderatorsSeeTheTeamAndDoNotChangeIt(Reader reader, TestApp app) {
    Member bo = new Member(reader, app).join(Role.MODERATOR, "Bo Sees").open("team");
    assertThat(bo.row("Bo Sees")).containsText("you");
    assertThat(reader.page().getByText("Owners change the team.")).isVisible();
    assertThat(reader.page().locator(".item button")).hasCount(0);
    bo.open("tokens");
    assertThat(reader.page().getByText("Only owners see and make tokens.")).isVisible();
    inspect(reader, "moderation-tokens-moderator");
  }

  @Test
  void aTokenIsShownOnceWorksAndIsEnded(Reader reader, TestApp app) {
    Member ann = new Member(reader, app).join(Role.OWNER, "Ann Tokens").open("tokens");
    reader.press("Make a token");
    assertThat(ann.error()).hasText("Please say what it is for, in up to 100 characters.");
    reader.field("What it is for").fill("Newsroom bot");
    reader.press("Make a token");
    assertThat(ann.error()).hasText("Please tick at least one.");
    inspect(reader, "moderation-tokens-missing");
    reader.box("Read").check();
    reader.press("Make a token");
    assertThat(ann.heading("The token of " + Member.isolated("Newsroom bot"))).isFocused();
    inspect(reader, "moderation-tokens-made");
    String token = reader.page().locator("#token-value").textContent();
    assertThat(status(app, token)).isEqualTo(200);

    reader.press("Done");
    assertThat(reader.field("What it is for")).isFocused();
    assertThat(reader.page().getByText(token)).hasCount(0);
    ann.act("Newsroom bot", "End").click();
    ann.confirm(
        "End the token " + Member.isolated("Newsroom bot")
            + "? Programs that use it stop working at once.",
        "End");
    assertThat(ann.panel("Tokens")).containsText("The token is ended.");
    assertThat(status(app, token)).isEqualTo(401);
  }

  @Test
  void aTeamThatCannotBeLoadedIsAskedForAgain(Reader reader, TestApp app) {
    Member ann = new Member(reader, app).join(Role.OWNER, "Ann Retries");
    reader.route(TEAM, Route::abort);
    ann.open("team");
    assertThat(reader.button("Try again")).isVisible();
    inspect(reader, "moderation-team-unreachable");
    reader.page().unroute(TEAM);
    reader.press("Try again");
    assertThat(ann.row("Ann Retries")).isVisible();
    reader.excuse("net::ERR_FAILED");
  }

  private static int status(TestApp app, String token) {
    return app.get("/moderation/totals", Team.bearer(token)).status();
  }
}
