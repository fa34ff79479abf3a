package io.causerie.team;

import static io.causerie.account.Role.MODERATOR;
import static io.causerie.account.Role.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.account.Actor;
import io.causerie.testing.Answer;
import io.causerie.testing.OwnPage;
import io.causerie.testing.ServiceTest;
import io.causerie.testing.Team;
import io.causerie.testing.TestApp;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Links that bring people onto a team: how they are made, what they are good for, how they end. */
@ServiceTest
final class InvitationsTest {
  private final TestApp app;
  private final Team team;
  private final OwnPage owner;
  private final String path;

  InvitationsTest(TestApp app) {
    this.app = app;
    path = "/sites/" + app.site() + "/moderation";
    team = app.team();
    team.member(app.site(), "Olga", OWNER);
    team.member(app.anotherSite("{}"), "Ann", MODERATOR);
    List.of("Olga", "Ann").forEach(team::givePassword);
    owner = new OwnPage(app).signedIn("Olga");
  }

  @Test
  void aNewcomerJoinsAndIsSignedIn() {
    String token = invite("moderator");
    OwnPage page = new OwnPage(app);
    JsonObject seen = page.post("/invitations/look", tokenOnly(token)).json();

    Answer joined = page.post("/invitations/accept", newcomer(token, " Nora  Ng "));

    assertThat(seen.getString("site")).isEqualTo(app.site());
    assertThat(seen.getString("role")).isEqualTo("moderator");
    assertThat(seen.getString("invitedBy")).isEqualTo("Olga");
    assertThat(seen.getValue("name")).isNull();
    assertThat(joined.status()).as(joined.text()).isEqualTo(200);
    assertThat(joined.json().getJsonObject("account").getString("name")).isEqualTo("Nora Ng");
    assertThat(page.get(path + "/totals").status()).isEqualTo(200);
    assertThat(new OwnPage(app).signIn("Nora Ng", OwnPage.PASSWORD).status()).isEqualTo(200);
    assertThat(log()).contains("Olga invite", "Nora Ng member-add");
  }

  @Test
  void theLinkLeadsToOurOwnPageAndKeepsItsTokenOutOfLogs() {
    Answer made = owner.post(path + "/team/invitations", new JsonObject().put("role", "owner"));

    assertThat(made.status()).as(made.text()).isEqualTo(201);
    assertThat(made.json().getString("link"))
        .matches(app.ownOrigin() + "/moderation/#invitation=[A-Za-z0-9_-]{43}");
  }

  @Test
  void aLinkIsGoodOnce() {
    String token = invite("moderator");
    new OwnPage(app).post("/invitations/accept", newcomer(token, "First"));

    Answer again = new OwnPage(app).post("/invitations/accept", newcomer(token, "Second"));

    assertThat(again.status()).isEqualTo(404);
    assertThat(look(token)).isEqualTo(404);
    assertThat(accounts("Second")).isZero();
  }

  @Test
  void aLinkThatIsUsedManyTimesAtOnceMakesOneAccount() {
    String token = invite("moderator");

    List<Future<Answer>> all = IntStream.range(0, 6)
        .mapToObj(i -> new OwnPage(app)
            .sending(HttpMethod.POST, "/invitations/accept", newcomer(token, "Racer " + i)))
        .toList();
    TestApp.await(Future.join(all));

    assertThat(all.stream().map(answer -> answer.result().status()))
        .containsExactlyInAnyOrder(200, 404, 404, 404, 404, 404);
    assertThat(app.database().count("select count(*) from accounts where name like 'Racer %'"))
        .isOne();
  }

  @Test
  void aNameThatSomebodyHasIsAConflictAndTheLinkStaysGood() {
    String token = invite("moderator");

    Answer taken = new OwnPage(app).post("/invitations/accept", newcomer(token, "Ann"));

    assertThat(taken.status()).isEqualTo(409);
    assertThat(taken.badFields()).containsExactly("name");
    assertThat(look(token)).isEqualTo(200);
  }

  @Test
  void whatIsWrongIsNamedAndTheLinkStaysGood() {
    String token = invite("moderator");
    OwnPage page = new OwnPage(app);

    Answer nothing = page.post("/invitations/accept", tokenOnly(token));
    Answer bad =
        page.post("/invitations/accept", newcomer(token, "a\nb").put("password", "too short"));
    Answer guessed =
        page.post("/invitations/accept", newcomer(token, "Gus").put("password", "password1234"));

    assertThat(nothing.badFields()).containsExactlyInAnyOrder("name", "password");
    assertThat(bad.badFields()).containsExactlyInAnyOrder("name", "password");
    assertThat(guessed.badFields()).containsExactly("password");
    assertThat(guessed.json().getString("detail")).contains("easily guessed");
    assertThat(look(token)).isEqualTo(200);
  }

  @Test
  void whoIsSignedInJoinsAsWhoTheyAre() {
    OwnPage ann = new OwnPage(app).signedIn("Ann");
    String token = invite("moderator");

    Answer joined = ann.post("/invitations/accept", tokenOnly(token));
    Answer again = ann.post("/invitations/accept", tokenOnly(invite("owner")));

    assertThat(joined.status()).as(joined.text()).isEqualTo(200);
    assertThat(joined.json().getJsonArray("sites")).hasSize(2);
    assertThat(joined.header("Set-Cookie")).isNull();
    assertThat(ann.get(path + "/totals").status()).isEqualTo(200);
    assertThat(again.status()).isEqualTo(409);
    assertThat(accounts("Ann")).isOne();
  }

  @Test
  void aLinkThatIsTakenBackOrEndsIsDead() {
    String taken = invite("moderator");
    String id = owner
        .get(path + "/team")
        .json()
        .getJsonArray("invitations")
        .getJsonObject(0)
        .getString("id");
    String ended = invite("moderator");
    app.database()
        .execute("update invitations set expires_at = now() where id ="
            + " (select max(id) from invitations where site_id = '" + app.site() + "')");

    assertThat(owner.delete(path + "/team/invitations" + "/" + id).status()).isEqualTo(204);

    assertThat(look(taken)).isEqualTo(404);
    assertThat(look(ended)).isEqualTo(404);
    assertThat(look("no such token")).isEqualTo(404);
    assertThat(owner.delete(path + "/team/invitations" + "/" + id).status()).isEqualTo(404);
    assertThat(log()).contains("Olga uninvite");
  }

  @Test
  void invitationsEndWithTheMembershipOfWhoMadeThem() {
    team.member(app.site(), "Otto", OWNER);
    team.givePassword("Otto");
    Answer made = new OwnPage(app)
        .signedIn("Otto")
        .post(path + "/team/invitations", new JsonObject().put("role", "owner"));
    String token = OwnPage.tokenOf(made.json().getString("link"));
    assertThat(look(token)).isEqualTo(200);

    team.members().remove(app.site(), "Otto", Actor.CONSOLE).await();

    assertThat(look(token)).isEqualTo(404);
  }

  @Test
  void aSiteHasAHundredAtMost() {
    JsonObject asked = new JsonObject().put("role", "moderator");
    List<Integer> statuses = IntStream.range(0, 101)
        .map(i -> app.send(
                HttpMethod.POST,
                "/api/v1" + path + "/team/invitations",
                Team.jsonFrom(TestApp.ADMIN_TOKEN),
                asked.toBuffer())
            .status())
        .boxed()
        .toList();

    assertThat(statuses.subList(0, 100)).containsOnly(201);
    assertThat(statuses.get(100)).isEqualTo(409);
  }

  private String invite(String role) {
    Answer made = owner.post(path + "/team/invitations", new JsonObject().put("role", role));
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    return OwnPage.tokenOf(made.json().getString("link"));
  }

  private static JsonObject tokenOnly(String token) {
    return new JsonObject().put("token", token);
  }

  private static JsonObject newcomer(String token, String name) {
    return tokenOnly(token).put("name", name).put("password", OwnPage.PASSWORD);
  }

  private int look(String token) {
    return new OwnPage(app).post("/invitations/look", tokenOnly(token)).status();
  }

  private long accounts(String name) {
    return app.database().count("select count(*) from accounts where name = '" + name + "'");
  }

  private List<String> log() {
    return app
        .database()
        .rows("select actor_name, action from moderation_log where site_id = '" + app.site()
            + "' order by seq")
        .stream()
        .map(row -> row.getString("actor_name") + " " + row.getString("action"))
        .toList();
  }
}
