package io.causerie.browser.moderation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.causerie.browser.Appearance.inspect;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import io.causerie.account.Role;
import io.causerie.browser.BrowserTest;
import io.causerie.browser.Reader;
import io.causerie.testing.TestApp;
import org.junit.jupiter.api.Test;

/** Passkeys of a device that the browser plays. */
@BrowserTest
final class PasskeyTest {
  @Test
  void aPasskeyIsAddedSignsInConfirmsAndIsRemoved(Reader reader, TestApp app) {
    // Else a device that consents at once would sign in before a button is pressed.
    reader
        .context()
        .addInitScript("PublicKeyCredential.isConditionalMediationAvailable = async () => false");
    device(reader);
    Member ann = new Member(reader, app).join(Role.OWNER, "Ann Passkey").open("account");
    assertThat(ann.panel("Passkeys")).containsText("No passkey yet.");
    reader.press("Add a passkey");
    assertThat(reader.field("Name of the passkey")).isFocused();
    reader.field("Name of the passkey").fill("My phone");
    inspect(reader, "moderation-passkey-name");
    reader.press("Continue on the device");
    assertThat(ann.row("My phone")).containsText("not used yet");
    assertThat(ann.panel("Passkeys")).containsText("The passkey is added.");
    ann.signOut();

    reader.press("Sign in with a passkey");
    assertThat(reader.page().locator(".frame")).isVisible();

    ann.open("team");
    assertThat(ann.row("Ann Passkey")).isVisible();
    app.database()
        .execute(
            """
        update sessions set confirmed_at = confirmed_at - interval '11 minutes'
        where account_id = (select id from accounts where name = 'Ann Passkey')
        """);
    reader.press("Make a link");
    inspect(reader, "moderation-step-up-passkey");
    reader.press("Confirm with a passkey");
    assertThat(ann.heading("The link is ready")).isFocused();

    ann.open("account");
    assertThat(ann.row("My phone")).containsText("last used");
    inspect(reader, "moderation-passkeys");
    ann.act("My phone", "Remove").click();
    ann.confirm(
        "Remove the passkey " + Member.isolated("My phone") + "? It will no longer let you in.",
        "Remove");
    assertThat(ann.panel("Passkeys")).containsText("The passkey is removed.");
    ann.signOut();
    reader.press("Sign in with a passkey");
    assertThat(ann.error()).isVisible();
    inspect(reader, "moderation-passkey-refused");
    reader.excuse("status of 401", "status of 403");
  }

  @Test
  void aPasskeyThatTheBrowserOffersUnderTheNameSignsIn(Reader reader, TestApp app) {
    device(reader);
    Member ann = new Member(reader, app).join(Role.OWNER, "Ann Offered").open("account");
    reader.press("Add a passkey");
    reader.field("Name of the passkey").fill("My laptop");
    reader.press("Continue on the device");
    assertThat(ann.row("My laptop")).isVisible();

    reader.press("Sign out");

    assertThat(ann.row("My laptop")).containsText("last used");
  }

  /** Plugs in a device that has its owner's consent. */
  private static void device(Reader reader) {
    CDPSession devtools = reader.context().newCDPSession(reader.page());
    devtools.send("WebAuthn.enable");
    JsonObject options = new JsonObject();
    options.addProperty("protocol", "ctap2");
    options.addProperty("transport", "internal");
    options.addProperty("hasResidentKey", true);
    options.addProperty("hasUserVerification", true);
    options.addProperty("isUserVerified", true);
    options.addProperty("automaticPresenceSimulation", true);
    JsonObject asked = new JsonObject();
    asked.add("options", options);
    devtools.send("WebAuthn.addVirtualAuthenticator", asked);
  }
}
