package io.causerie.team;

import static io.causerie.account.Role.MODERATOR;
import static io.causerie.account.Role.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.core.Id;
import io.causerie.testing.Answer;
import io.causerie.testing.OwnPage;
import io.causerie.testing.ServiceTest;
import io.causerie.testing.Team;
import io.causerie.testing.TestApp;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who is on a team, as owners see and change it. */
@ServiceTest
final class TeamTest {
  private final TestApp app;
  private final String moderation;
  private final String members;

  TeamTest(TestApp app) {
    this.app = app;
    moderation = "/sites/" + app.site() + "/moderation";
    members = moderation + "/team/members/";
    Team team = app.team();
    team.member("Olga", OWNER);
    team.member("Mo", MODERATOR);
    List.of("Olga", "Mo").forEach(team::givePassword);
  }

  @Test
  void theTeamKnowsItself() {
    OwnPage owner = new OwnPage(app).signedIn("Olga");
    owner.post(moderation + "/team/invitations", new JsonObject().put("role", "moderator"));

    JsonObject seen = owner.get(moderation + "/team").json();
    JsonObject seenByModerator =
        new OwnPage(app).signedIn("Mo").get(moderation + "/team").json();

    assertThat(names(seen.getJsonArray("members"))).containsExactly("Mo", "Olga");
    JsonObject mo = seen.getJsonArray("members").getJsonObject(0);
    JsonObject olga = seen.getJsonArray("members").getJsonObject(1);
    assertThat(mo.getString("lastSeenAt")).isNull();
    assertThat(mo.getBoolean("you")).isFalse();
    assertThat(olga.getString("lastSeenAt")).isNotNull();
    assertThat(olga.getBoolean("you")).isTrue();
    assertThat(seen.getJsonArray("invitations")).hasSize(1);
    assertThat(seenByModerator.getJsonArray("members")).hasSize(2);
    assertThat(seenByModerator.getJsonArray("invitations")).isEmpty();
  }

  @Test
  void theSessionOfWhoIsRemovedIsRefusedAtOnce() {
    OwnPage owner = new OwnPage(app).signedIn("Olga");
    OwnPage mo = new OwnPage(app).signedIn("Mo");
    assertThat(mo.get(moderation + "/team").status()).isEqualTo(200);

    assertThat(owner.delete(members + id("Mo")).status()).isEqualTo(204);

    assertThat(mo.get(moderation + "/team").status()).isEqualTo(403);
    assertThat(owner.delete(members + id("Mo")).status()).isEqualTo(404);
    assertThat(mo.get("/session").json().getJsonArray("sites")).isEmpty();
  }

  @Test
  void aRoleThatChangesChangesWhatTheSessionMayDoAtOnce() {
    OwnPage owner = new OwnPage(app).signedIn("Olga");
    OwnPage mo = new OwnPage(app).signedIn("Mo");
    String tokens = moderation + "/tokens";
    assertThat(mo.get(tokens).status()).isEqualTo(403);

    Answer changed = changeRole(owner, "Mo", "owner");

    assertThat(changed.status()).as(changed.text()).isEqualTo(200);
    assertThat(changed.json().getJsonObject("member").getString("role")).isEqualTo("owner");
    assertThat(mo.get(tokens).status()).isEqualTo(200);
    assertThat(changeRole(mo, "Mo", "moderator").status()).isEqualTo(200);
    assertThat(mo.get(tokens).status()).isEqualTo(403);
  }

  @Test
  void theLastOwnerStays() {
    OwnPage owner = new OwnPage(app).signedIn("Olga");

    Answer demoted = changeRole(owner, "Olga", "moderator");
    Answer removed = owner.delete(members + id("Olga"));

    assertThat(demoted.status()).isEqualTo(409);
    assertThat(removed.status()).isEqualTo(409);
    assertThat(owner.get(moderation + "/tokens").status()).isEqualTo(200);
  }

  @Test
  void aRoleThatThereIsNotIsNamed() {
    Answer answer = changeRole(new OwnPage(app).signedIn("Olga"), "Mo", "king");

    assertThat(answer.badFields()).containsExactly("role");
  }

  @Test
  void everyChangeOfTheTeamWantsAConfirmedSession() {
    OwnPage owner = new OwnPage(app).signedIn("Olga");
    owner.waitForStepUp();
    JsonObject role = new JsonObject().put("role", "moderator");
    String mo = members + id("Mo");

    List<Answer> refused = List.of(
        owner.post(moderation + "/team/invitations", role),
        owner.delete(moderation + "/team/invitations/" + id("Mo")),
        owner.send(HttpMethod.PATCH, mo, role),
        owner.delete(mo));

    assertThat(refused).allSatisfy(answer -> {
      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.code()).isEqualTo("step_up_required");
    });
    assertThat(owner.get(moderation + "/team").json().getJsonArray("members")).hasSize(2);
    assertThat(new OwnPage(app).signedIn("Mo").delete(mo).code()).isEqualTo("forbidden");
  }

  private Answer changeRole(OwnPage page, String name, String role) {
    return page.send(HttpMethod.PATCH, members + id(name), new JsonObject().put("role", role));
  }

  private String id(String name) {
    return Id.format(app.database().count("select id from accounts where name = '" + name + "'"));
  }

  private static List<String> names(JsonArray members) {
    return members.stream()
        .map(member -> ((JsonObject) member).getString("name"))
        .toList();
  }
}
