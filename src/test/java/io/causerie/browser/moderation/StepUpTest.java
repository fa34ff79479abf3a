package io.causerie.browser.moderation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.causerie.browser.Appearance.inspect;

import com.microsoft.playwright.Locator;
import io.causerie.account.Role;
import io.causerie.browser.BrowserTest;
import io.causerie.browser.Reader;
import io.causerie.testing.TestApp;
import org.junit.jupiter.api.Test;

/** Sessions that end, grow old or lose their role under a page that is open: nothing on it is lost. */
@BrowserTest
final class StepUpTest {
  private static final String AGE =
      """
      update sessions set confirmed_at = confirmed_at - interval '11 minutes'
      where account_id = (select id from accounts where name = '%s')
      """;
  private static final String END =
      "delete from sessions where account_id = (select id from accounts where name = '%s')";

  @Test
  void whoConfirmedLongAgoIsAskedAgainAndWhatTheyDidIsDone(Reader reader, TestApp app) {
    Member ann = new Member(reader, app).join(Role.OWNER, "Ann Aged").open("team");
    assertThat(ann.row("Ann Aged")).isVisible();
    app.database().execute(AGE.formatted("Ann Aged"));
    reader.press("Make a link");

    Locator dialog = ann.dialog("Is it you?");
    assertThat(dialog).containsText("Ann Aged");
    assertThat(ann.password("Password")).isFocused();
    inspect(reader, "moderation-step-up");
    ann.password("Password").fill("not it");
    reader.press("Confirm");
    assertThat(ann.error()).hasText("The password is not right.");
    ann.password("Password").fill(Member.PASSWORD);
    reader.press("Confirm");
    assertThat(dialog).hasCount(0);
    assertThat(ann.heading("The link is ready")).isFocused();
    reader.excuse("status of 401", "status of 403");
  }

  @Test
  void whoWouldNotConfirmIsBackWhereTheyWere(Reader reader, TestApp app) {
    Member ann = new Member(reader, app).join(Role.OWNER, "Ann Declines").open("tokens");
    assertThat(reader.button("Make a token")).isVisible();
    app.database().execute(AGE.formatted("Ann Declines"));
    reader.field("What it is for").fill("A program");
    reader.box("Read").check();
    reader.press("Make a token");
    assertThat(ann.dialog("Is it you?")).isVisible();
    reader.page().keyboard().press("Escape");
    assertThat(ann.dialog("Is it you?")).hasCount(0);
    assertThat(reader.button("Make a token")).isFocused();
    assertThat(reader.field("What it is for")).hasValue("A program");
    assertThat(reader.page().locator(".notice:visible")).hasCount(0);
    reader.excuse("status of 403");
  }

  @Test
  void whoIsSignedOutInTheMiddleGoesOnAfterSigningIn(Reader reader, TestApp app) {
    Member ann = new Member(reader, app).join(Role.OWNER, "Ann Middle").open("tokens");
    assertThat(reader.button("Make a token")).isVisible();
    reader.field("What it is for").fill("A program of mine");
    reader.box("Read").check();
    app.database().execute(END.formatted("Ann Middle"));
    reader.press("Make a token");

    assertThat(ann.dialog("You are signed out")).isVisible();
    assertThat(reader.field("Name")).hasValue("Ann Middle");
    assertThat(ann.password("Password")).isFocused();
    inspect(reader, "moderation-signed-out");
    ann.password("Password").fill(Member.PASSWORD);
    reader.press("Sign in");
    assertThat(ann.heading("The token of " + Member.isolated("A program of mine")))
        .isFocused();
    reader.excuse("status of 401");
  }

  @Test
  void aSessionThatEndsUnderTheConfirmationIsSignedInto(Reader reader, TestApp app) {
    Member ann = new Member(reader, app).join(Role.OWNER, "Ann Twice").open("team");
    assertThat(ann.row("Ann Twice")).isVisible();
    app.database().execute(AGE.formatted("Ann Twice"));
    reader.press("Make a link");
    assertThat(ann.dialog("Is it you?")).isVisible();
    app.database().execute(END.formatted("Ann Twice"));
    ann.password("Password").fill(Member.PASSWORD);
    reader.press("Confirm");
    assertThat(ann.dialog("You are signed out")).isVisible();
    ann.password("Password").fill(Member.PASSWORD);
    reader.press("Sign in");
    assertThat(ann.heading("The link is ready")).isVisible();
    reader.excuse("status of 401", "status of 403");
  }

  @Test
  void aSessionIsEndedFromAnotherBrowser(Reader here, Reader there, TestApp app) {
    Member ann = new Member(here, app).join(Role.MODERATOR, "Ann Both");
    Member away = new Member(there, app).open("queue");
    away.signIn("Ann Both", Member.PASSWORD);
    assertThat(there.page().locator(".frame")).isVisible();
    away.open("account");
    assertThat(away.heading("Your account")).isVisible();

    ann.open("account");
    inspect(here, "moderation-account");
    here.press("Sign out everywhere else");
    assertThat(ann.panel("Where you are signed in"))
        .containsText("You are signed out everywhere else.");
    assertThat(ann.row("This browser")).isVisible();
    assertThat(here.button("Sign out everywhere else")).hasCount(0);

    away.open("account");
    assertThat(away.heading("Sign in")).isVisible();
  }

  @Test
  void whoseRoleIsTakenAwayIsOutWithTheNextClick(Reader owner, Reader member, TestApp app) {
    Member ann = new Member(owner, app).join(Role.OWNER, "Ann Removes");
    Member bo = new Member(member, app).join(Role.MODERATOR, "Bo Removed").open("queue");
    ann.open("team");
    ann.act("Bo Removed", "Remove").click();
    String question = "Remove " + Member.isolated("Bo Removed")
        + " from the team? They are out with their next click.";
    assertThat(ann.dialog(question)).isVisible();
    inspect(owner, "moderation-team-remove");
    ann.confirm(question, "Remove");
    assertThat(ann.row("Bo Removed")).hasCount(0);
    assertThat(ann.panel("Members")).containsText("is no longer of the team");

    member.page().getByText("Team").click();
    assertThat(bo.heading("This is not yours to see")).isVisible();
    member.excuse("status of 403");
  }
}
