package io.causerie.team;

import static io.causerie.account.Role.MODERATOR;
import static io.causerie.account.Role.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.account.Actor;
import io.causerie.core.Id;
import io.causerie.testing.Answer;
import io.causerie.testing.OwnPage;
import io.causerie.testing.ServiceTest;
import io.causerie.testing.TestApp;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two people may have the same name, but one of them signs in by it. */
@ServiceTest
final class AccountNamesTest {
  private static final String ANOTHER =
      """
      insert into accounts (id, name, created_at) values (%1$d, '%2$s', now());
      insert into members (site_id, account_id, role, created_at) values ('%3$s', %1$d, 'moderator', now())
      """;

  private final TestApp app;
  private final String team;

  AccountNamesTest(TestApp app) {
    this.app = app;
    team = "/sites/" + app.site() + "/moderation/team";
  }

  @Test
  void oneOfTwoSignsInByTheName() {
    another("Ann");
    OwnPage ann = OwnPage.signedIn(app, "Ann");
    another("Ann");

    assertThat(ann.elsewhere().signIn("Ann", OwnPage.PASSWORD).status()).isEqualTo(200);
    assertThat(ann.account().getString("id")).isEqualTo(Id.format(ann.accountId()));
  }

  @Test
  void whatIsDoneToAMemberIsNotDoneToAnotherOfTheSameName() {
    OwnPage owner = owner();
    app.team().member("Ann", MODERATOR);
    long another = another("Ann");

    JsonObject owns = new JsonObject().put("role", "owner");
    assertThat(owner.send(HttpMethod.PATCH, member(another), owns).status()).isEqualTo(200);
    assertThat(roleOf(another)).isEqualTo("owner");
    assertThat(roles(owner)).containsExactly("Ann moderator", "Ann owner", "Olga owner");

    assertThat(owner.delete(member(another)).status()).isEqualTo(204);
    assertThat(roleOf(another)).isEqualTo("none");
    assertThat(roles(owner)).containsExactly("Ann moderator", "Olga owner");
  }

  @Test
  void aCommandMeansTheOneWhoSignsInByTheName() {
    OwnPage owner = owner();
    another("Ann");

    app.team().member("Ann", MODERATOR);
    app.team().members().remove(app.site(), "Ann", Actor.CONSOLE).await();

    assertThat(roles(owner)).containsExactly("Ann moderator", "Olga owner");
  }

  @Test
  void aNewcomerMayTakeANameByWhichNobodySignsIn() {
    OwnPage owner = owner();
    another("Ann");
    JsonObject invited = owner
        .post(team + "/invitations", new JsonObject().put("role", "moderator"))
        .json();

    Answer accepted = new OwnPage(app)
        .post(
            "/invitations/accept",
            new JsonObject()
                .put("token", OwnPage.tokenOf(invited.getString("link")))
                .put("name", "Ann")
                .put("password", OwnPage.PASSWORD));

    assertThat(accepted.status()).as(accepted.text()).isEqualTo(200);
    assertThat(roles(owner)).containsExactly("Ann moderator", "Ann moderator", "Olga owner");
  }

  private OwnPage owner() {
    app.team().member("Olga", OWNER);
    app.team().givePassword("Olga");
    return new OwnPage(app).signedIn("Olga");
  }

  /** A moderator who does not sign in by a name. */
  private long another(String name) {
    long id = TestApp.unique();
    app.database().execute(ANOTHER.formatted(id, name, app.site()));
    return id;
  }

  private String member(long accountId) {
    return team + "/members/" + Id.format(accountId);
  }

  private String roleOf(long accountId) {
    return app.database()
        .rows("select coalesce(max(role), 'none') from members where account_id = " + accountId)
        .get(0)
        .getString(0);
  }

  private List<String> roles(OwnPage owner) {
    JsonArray members = owner.get(team).json().getJsonArray("members");
    return members.stream()
        .map(member -> (JsonObject) member)
        .map(member -> member.getString("name") + " " + member.getString("role"))
        .sorted()
        .toList();
  }
}
