package io.causerie.team;

import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.testing.Answer;
import io.causerie.testing.Console;
import io.causerie.testing.OwnPage;
import io.causerie.testing.ServiceTest;
import io.causerie.testing.TestApp;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Links that are printed for those who have the machine: for a first owner, a member, a newcomer. */
// A start makes a link for every site of its database.
@ServiceTest(alone = true)
final class LinksTest {
  private final TestApp app;
  private final Console console;

  LinksTest(TestApp app) {
    this.app = app;
    console = new Console(app.database().url());
  }

  @Test
  void theLinkOfANewSiteMakesItsOwner() {
    String link = link(console.run("site", "add", "news", "--origin", "https://news.example"));
    OwnPage page = new OwnPage(app);

    Answer joined = accept(page, link, "Olga");

    assertThat(link).startsWith("http://localhost:8080/moderation/#invitation=");
    assertThat(joined.status()).as(joined.text()).isEqualTo(200);
    assertThat(page.get("/sites/news/moderation/tokens").status()).isEqualTo(200);
  }

  @Test
  void eachStartHasLinksForSitesThatNobodyOwnsAndOnlyTheNewestIsLive() {
    List<String> first = app.linksToOwners();
    List<String> second = app.linksToOwners();

    assertThat(first).hasSize(1);
    assertThat(second.get(0))
        .matches(
            "owner of " + app.site() + ": http://localhost:\\d+/moderation/#invitation=[\\w-]{43}"
                + " \\(once, for 72 hours\\)");
    assertThat(accept(new OwnPage(app), first.get(0), "Olga").status()).isEqualTo(404);
    assertThat(accept(new OwnPage(app), second.get(0), "Olga").status()).isEqualTo(200);
    assertThat(app.linksToOwners()).isEmpty();
  }

  @Test
  void aFirstLinkIsDeadOnceTheSiteHasAnOwner() {
    String first = app.linksToOwners().get(0);
    String invited = link(console.run("moderator", "invite", app.site(), "--role", "owner"));
    assertThat(accept(new OwnPage(app), invited, "Olga").status()).isEqualTo(200);

    assertThat(accept(new OwnPage(app), first, "Mallory").status()).isEqualTo(404);
  }

  @Test
  void whoIsAddedSetsAPasswordByTheLinkAndLaterAnother() {
    String first = link(console.run("moderator", "add", app.site(), "Ann"));
    OwnPage page = new OwnPage(app);
    JsonObject seen = page.post("/invitations/look", token(first)).json();
    Answer set = page.post("/invitations/accept", token(first).put("password", OwnPage.PASSWORD));
    String second = link(console.run("moderator", "add", app.site(), "Ann"));
    String other = "seven quiet lanterns drift";

    Answer reset =
        new OwnPage(app).post("/invitations/accept", token(second).put("password", other));

    assertThat(seen.getString("name")).isEqualTo("Ann");
    assertThat(seen.getString("role")).isEqualTo("moderator");
    assertThat(set.status()).as(set.text()).isEqualTo(200);
    assertThat(reset.status()).as(reset.text()).isEqualTo(200);
    assertThat(page.get("/session").status()).isEqualTo(204);
    assertThat(page.signIn("Ann", OwnPage.PASSWORD).status()).isEqualTo(401);
    assertThat(page.signIn("Ann", other).status()).isEqualTo(200);
  }

  @Test
  void theLinkOfAMemberWhoWasRemovedIsDead() {
    String link = link(console.run("moderator", "add", app.site(), "Ann"));
    console.run("moderator", "remove", app.site(), "Ann");

    assertThat(new OwnPage(app).post("/invitations/look", token(link)).status()).isEqualTo(404);
  }

  private static Answer accept(OwnPage page, String link, String name) {
    return page.post(
        "/invitations/accept", token(link).put("name", name).put("password", OwnPage.PASSWORD));
  }

  /** Of a link, or of the line that it is in. */
  private static JsonObject token(String link) {
    return new JsonObject().put("token", OwnPage.tokenOf(link).split(" ", 2)[0]);
  }

  private static String link(Console.Result printed) {
    assertThat(printed.exitCode()).as(printed.output()).isZero();
    return printed
        .output()
        .lines()
        .filter(line -> line.contains("#invitation="))
        .map(line -> line.substring(line.indexOf("http")))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no link in: " + printed.output()));
  }
}
