package io.causerie.browser.moderation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.causerie.browser.Appearance.inspect;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import io.causerie.account.Role;
import io.causerie.browser.BrowserTest;
import io.causerie.browser.Reader;
import io.causerie.testing.AuthenticatorApp;
import io.causerie.testing.TestApp;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A code at sign-in, and the recovery codes for when the phone is away. */
@BrowserTest
final class SecondFactorTest {
  @Test
  void aCodeIsAskedForOnceItIsTurnedOn(Reader reader, TestApp app) {
    Member ann = new Member(reader, app).join(Role.MODERATOR, "Ann Code");
    AuthenticatorApp codes = turnOn(reader, ann);
    reader.press("I have kept them");
    assertThat(ann.panel("Code at sign-in")).containsText("10 recovery codes left");
    assertThat(ann.heading("Code at sign-in")).isFocused();
    ann.signOut();

    ann.signIn("Ann Code", Member.PASSWORD);
    assertThat(reader.field("Code")).isFocused();
    assertThat(reader.field("Code")).hasAttribute("autocomplete", "one-time-code");
    inspect(reader, "moderation-sign-in-code");
    reader.field("Code").fill(codes.wrongCode());
    reader.press("Sign in");
    assertThat(ann.error()).containsText("This code is not right");
    assertThat(reader.field("Code")).isFocused();
    inspect(reader, "moderation-sign-in-code-wrong");
    reader.field("Code").fill(codes.code(1));
    reader.press("Sign in");
    assertThat(reader.page().locator(".frame")).isVisible();
    reader.excuse("status of 400", "status of 401");
  }

  @Test
  void aRecoveryCodeLetsInOnce(Reader reader, TestApp app) throws IOException {
    Member ann = new Member(reader, app).join(Role.MODERATOR, "Ann Recovers");
    turnOn(reader, ann);
    List<String> codes = reader.page().locator(".codes code").allTextContents();
    assertThat(codes).hasSize(10).doesNotHaveDuplicates();
    Download file = reader.page().waitForDownload(() -> reader.press("Download"));
    assertThat(Files.readString(file.path())).contains(codes).contains("Ann Recovers");
    reader.press("I have kept them");
    ann.signOut();

    ann.signIn("Ann Recovers", Member.PASSWORD);
    reader.press("Use a recovery code instead");
    assertThat(reader.field("Recovery code")).isFocused();
    reader.field("Recovery code").fill(codes.get(0));
    inspect(reader, "moderation-sign-in-recovery");
    reader.press("Sign in");
    assertThat(reader.page().locator(".frame")).isVisible();
    ann.open("account");
    assertThat(ann.panel("Code at sign-in")).containsText("9 recovery codes left");
    ann.signOut();

    ann.signIn("Ann Recovers", Member.PASSWORD);
    reader.press("Use a recovery code instead");
    reader.field("Recovery code").fill(codes.get(0));
    reader.press("Sign in");
    assertThat(ann.error()).containsText("This code is not right");
    reader.excuse("status of 400", "status of 401");
  }

  @Test
  void theCodeIsTurnedOffAndNoLongerAskedFor(Reader reader, TestApp app) {
    Member ann = new Member(reader, app).join(Role.MODERATOR, "Ann Off");
    turnOn(reader, ann);
    reader.press("I have kept them");
    reader.press("Turn off");
    ann.confirm("Turn off the code at sign-in? Your recovery codes end with it.", "Turn off");
    assertThat(ann.panel("Code at sign-in")).containsText("Signing in no longer asks for a code.");
    ann.signOut();
    ann.signIn("Ann Off", Member.PASSWORD);
    assertThat(reader.page().locator(".frame")).isVisible();
    reader.excuse("status of 400");
  }

  /** The recovery codes are shown at the end. */
  private static AuthenticatorApp turnOn(Reader reader, Member member) {
    member.open("account");
    reader.press("Set up");
    assertThat(reader.field("Then enter the code it shows")).isFocused();
    inspect(reader, "moderation-totp");
    String secret = reader.page().locator("#totp-secret").textContent().replace(" ", "");
    AuthenticatorApp codes = new AuthenticatorApp(secret);
    reader.field("Then enter the code it shows").fill(codes.wrongCode());
    reader.press("Turn on");
    assertThat(member.error()).containsText("This code is not right");
    reader.field("Then enter the code it shows").fill(codes.code(0));
    reader.press("Turn on");
    assertThat(member.heading("Your recovery codes")).isFocused();
    inspect(reader, "moderation-recovery-codes");
    return codes;
  }
}
