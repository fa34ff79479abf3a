package io.causerie.browser.moderation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.account.Role;
import io.causerie.browser.BrowserTest;
import io.causerie.browser.HostPage;
import io.causerie.browser.HostSite;
import io.causerie.browser.Reader;
import io.causerie.testing.TestApp;
import org.junit.jupiter.api.Test;

/** What a page of another origin tries with somebody who is signed in. */
@BrowserTest
final class OtherOriginTest {
  /** Everything that sends cookies without asking first, and one that asks. */
  private static final String ATTACK =
      """
      <iframe name="sink"></iframe>
      <form target="sink" method="post" enctype="text/plain" action="%1$s/api/v1/session">
      <input name='{"name":"Mallory","password":"' value='x"}'></form>
      <form target="sink" method="post" action="%1$s%2$s/moderation/decisions"></form>
      <p id="done"></p>
      <script>
      for (const form of document.forms) form.submit();
      const init = { credentials: "include", mode: "no-cors", headers: { "content-type": "text/plain" } };
      const json = { credentials: "include", headers: { "content-type": "application/json" } };
      Promise.allSettled([
        fetch("%1$s%2$s/moderation/team/invitations", { ...init, method: "POST", body: '{"role":"owner"}' }),
        fetch("%1$s%2$s/moderation/team/invitations", { ...json, method: "POST", body: '{"role":"owner"}' }),
        fetch("%1$s/api/v1/session", { ...json, method: "DELETE" }),
        fetch("%1$s/api/v1/session", { credentials: "include" }).then((r) => r.text()).then((told) => done.dataset.told = told),
      ]).then(() => done.textContent = "done");
      </script>""";

  @Test
  void whatItSendsDoesNothingAndTellsNothing(Reader reader, HostSite host, TestApp app) {
    Member ann = new Member(reader, app).join(Role.OWNER, "Ann Attacked");
    String attack = ATTACK.formatted(Member.origin(app), app.path());
    reader.open(host.publish("attack", HostPage.with(attack)));
    assertThat(reader.page().locator("#done")).hasText("done");
    assertThat(reader.page().locator("#done").getAttribute("data-told")).isNull();

    ann.open("team");
    assertThat(ann.row("Ann Attacked")).isVisible();
    assertThat(ann.row("invited by " + Member.isolated("Ann Attacked"))).hasCount(0);
    reader.excuse(
        "status of 403",
        "CORS policy",
        "frame-ancestors",
        "net::ERR_BLOCKED_BY_RESPONSE.NotSameOrigin",
        "net::ERR_FAILED");
  }

  @Test
  void thePageIsInNoFrameButItsOwn(Reader reader, HostSite host, TestApp app) {
    new Member(reader, app).join(Role.MODERATOR, "Ann Framed");
    String inside = "<iframe src=\"" + Member.origin(app) + "/moderation/\"></iframe>";
    reader.open(host.publish("frame", HostPage.with(inside)));
    reader.page().waitForCondition(() -> reader.complaints().stream()
        .anyMatch(complaint -> complaint.contains("frame-ancestors")));
    assertThat(reader.page().frameLocator("iframe").locator(".page")).hasCount(0);
    reader.excuse("frame-ancestors");
  }
}
