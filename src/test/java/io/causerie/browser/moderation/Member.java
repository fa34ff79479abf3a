package io.causerie.browser.moderation;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.causerie.account.Role;
import io.causerie.browser.Reader;
import io.causerie.testing.TestApp;

/** Somebody of the team of a site, with a browser at the moderators' page. */
final class Member {
  static final String PASSWORD = "kettle raven ocean lamp";

  private final Reader reader;
  private final TestApp app;

  Member(Reader reader, TestApp app) {
    this.reader = reader;
    this.app = app;
  }

  /** Where the page is; under a name, as passkeys want it. */
  static String origin(TestApp app) {
    return app.origin().replace("127.0.0.1", "localhost");
  }

  static Invitation invitation(TestApp app, String role) {
    return Invitation.of(app, origin(app), role);
  }

  /** Joins the team with {@link #PASSWORD}, and is signed in. */
  Member join(Role role, String name) {
    String session = app.team().joined(name, role);
    app.team().givePassword(name, PASSWORD);
    reader.signIn(origin(app), session);
    return this;
  }

  Member open(String view) {
    reader.open(origin(app) + "/moderation/?site=" + app.site() + "&view=" + view);
    return this;
  }

  Member signIn(String name, String password) {
    reader.field("Name").fill(name);
    password("Password").fill(password);
    reader.press("Sign in");
    return this;
  }

  /** Leaves by the button of the account. */
  void signOut() {
    open("account");
    heading("Your account").waitFor();
    reader.button("Sign out").click();
    heading("Sign in").waitFor();
  }

  /** Fields of passwords have no role. */
  Locator password(String label) {
    return reader.page().getByLabel(label, new Page.GetByLabelOptions().setExact(true));
  }

  Locator heading(String words) {
    return reader
        .page()
        .getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(words).setExact(true));
  }

  Locator dialog(String title) {
    return reader
        .page()
        .getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName(title).setExact(true));
  }

  /** The part of the page under this heading. */
  Locator panel(String heading) {
    return reader
        .page()
        .getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName(heading).setExact(true));
  }

  /** The row of a list with these words in it. */
  Locator row(String words) {
    return reader.page().locator(".item", new Page.LocatorOptions().setHasText(words));
  }

  /** The only button of the row with this label. */
  Locator act(String words, String label) {
    return row(words).getByText(label, new Locator.GetByTextOptions().setExact(true));
  }

  /** Confirms what was asked in the dialog. */
  void confirm(String question, String yes) {
    dialog(question)
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(yes).setExact(true))
        .click();
  }

  /** As a sentence has a name in it. */
  static String isolated(String name) {
    return "\u2068" + name + "\u2069";
  }

  Locator error() {
    return reader.page().locator(".error:visible");
  }

  /** What screen readers have been told last. */
  Locator told() {
    return reader.page().locator("[role=status]");
  }
}
