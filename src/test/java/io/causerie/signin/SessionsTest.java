package io.causerie.signin;

import static io.causerie.account.Role.MODERATOR;
import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.testing.Answer;
import io.causerie.testing.OwnPage;
import io.causerie.testing.ServiceTest;
import io.causerie.testing.Team;
import io.causerie.testing.TestApp;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What people see of their own sessions, how sessions end, and how a password is changed. */
@ServiceTest
final class SessionsTest {
  private static final String SESSIONS = "/account/sessions";
  private final TestApp app;
  private final Team team;
  private final String totals;

  SessionsTest(TestApp app) {
    this.app = app;
    team = app.team();
    totals = "/sites/" + app.site() + "/moderation/totals";
    List.of("Mo", "Ann").forEach(name -> {
      team.member(name, MODERATOR);
      team.givePassword(name);
    });
  }

  @Test
  void onesOwnSessionsAreListed() {
    OwnPage page = new OwnPage(app).signedIn("Mo");
    new OwnPage(app).signedIn("Ann");
    OwnPage other = new OwnPage(app).as("Mozilla/5.0 (X11; Linux x86_64) Firefox/145.0");
    other.signedIn("Mo");

    JsonArray listed = page.get(SESSIONS).json().getJsonArray("sessions");

    assertThat(listed).hasSize(2);
    assertThat(current(listed).getString("browser")).isNull();
    assertThat(another(listed).getString("browser")).isEqualTo("Firefox on Linux");
  }

  @Test
  void aSessionThatIsEndedIsDeadAtOnce() {
    OwnPage page = new OwnPage(app).signedIn("Mo");
    OwnPage other = new OwnPage(app).signedIn("Mo");
    String id = another(page.get(SESSIONS).json().getJsonArray("sessions")).getString("id");

    assertThat(page.delete(SESSIONS + "/" + id).status()).isEqualTo(204);

    assertThat(other.get(totals).status()).isEqualTo(401);
    assertThat(page.delete(SESSIONS + "/" + id).status()).isEqualTo(404);
    assertThat(page.get(totals).status()).isEqualTo(200);
  }

  @Test
  void endingTheOwnSessionSignsOut() {
    OwnPage page = new OwnPage(app).signedIn("Mo");
    String id = current(page.get(SESSIONS).json().getJsonArray("sessions")).getString("id");

    assertThat(page.delete(SESSIONS + "/" + id).status()).isEqualTo(204);

    assertThat(page.cookie("causerie")).isNull();
  }

  @Test
  void nobodyEndsTheSessionOfSomebodyElse() {
    OwnPage ann = new OwnPage(app).signedIn("Ann");
    String id = current(ann.get(SESSIONS).json().getJsonArray("sessions")).getString("id");

    Answer answer = new OwnPage(app).signedIn("Mo").delete(SESSIONS + "/" + id);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(ann.get(totals).status()).isEqualTo(200);
  }

  @Test
  void allOthersEndAtOnce() {
    OwnPage page = new OwnPage(app).signedIn("Mo");
    List<OwnPage> others =
        List.of(new OwnPage(app).signedIn("Mo"), new OwnPage(app).signedIn("Mo"));

    assertThat(page.delete(SESSIONS).status()).isEqualTo(204);

    assertThat(others)
        .allSatisfy(other -> assertThat(other.get(totals).status()).isEqualTo(401));
    assertThat(page.get(totals).status()).isEqualTo(200);
  }

  @Test
  void aSessionEndsAfterTwelveHoursHoweverMuchItIsUsed() {
    OwnPage page = new OwnPage(app).signedIn("Mo");
    assertThat(app.database()
            .count("select count(*) from sessions"
                + " where expires_at = created_at + interval '12 hours' and account_id = "
                + page.accountId()))
        .isOne();

    app.database()
        .execute("update sessions set expires_at = now() where account_id = " + page.accountId());

    assertThat(page.get(totals).status()).isEqualTo(401);
    assertThat(page.get("/session").status()).isEqualTo(204);
    assertThat(page.get(SESSIONS).status()).isEqualTo(401);
    assertThat(page.confirm(OwnPage.PASSWORD).status()).isEqualTo(401);
  }

  @Test
  void anAccountKeepsItsNewestSessionsOnly() {
    OwnPage oldest = new OwnPage(app).signedIn("Mo");
    for (int i = 0; i < 50; i++) {
      team.session("Mo");
    }

    assertThat(oldest.get(totals).status()).isEqualTo(401);
    assertThat(app.database()
            .count("select count(*) from sessions where account_id = " + oldest.accountId()))
        .isEqualTo(50);
  }

  @Test
  void aNewPasswordIsTheOneFromThenOnAndEndsAllOtherSessions() {
    OwnPage page = new OwnPage(app).signedIn("Mo");
    OwnPage other = new OwnPage(app).signedIn("Mo");
    String password = "seven quiet lanterns drift";

    Answer changed = change(page, password);

    assertThat(changed.status()).as(changed.text()).isEqualTo(204);
    assertThat(page.get(totals).status()).isEqualTo(200);
    assertThat(other.get(totals).status()).isEqualTo(401);
    assertThat(other.signIn("Mo", OwnPage.PASSWORD).status()).isEqualTo(401);
    assertThat(other.signIn("Mo", password).status()).isEqualTo(200);
  }

  @Test
  void aPasswordThatIsEasilyGuessedIsRefusedWithWhatToDo() {
    OwnPage page = new OwnPage(app).signedIn("Mo");

    for (String password : List.of("short", "password1234", "qwertyuiop[]", "aaaaaaaaaaaaaaaa")) {
      Answer refused = change(page, password);
      assertThat(refused.status()).as(password).isEqualTo(400);
      assertThat(refused.badFields()).containsExactly("password");
    }
    assertThat(change(page, "x".repeat(257)).badFields()).containsExactly("password");
    assertThat(change(page, "the 256th tired zebra, ".repeat(11)).status()).isEqualTo(204);
  }

  @Test
  void aPasswordIsTheSameHoweverTheKeyboardWritesIt() {
    OwnPage page = new OwnPage(app).signedIn("Mo");
    assertThat(change(page, "cafe\u0301 lantern zebra drift").status()).isEqualTo(204);

    assertThat(page.signIn("Mo", "caf\u00e9 lantern zebra drift").status()).isEqualTo(200);
  }

  @Test
  void aNewPasswordWantsAConfirmedSession() {
    OwnPage page = new OwnPage(app).signedIn("Mo");
    page.waitForStepUp();

    assertThat(change(page, "seven quiet lanterns drift").code()).isEqualTo("step_up_required");
  }

  private static Answer change(OwnPage page, String password) {
    return page.put("/account/password", new JsonObject().put("password", password));
  }

  private static JsonObject current(JsonArray sessions) {
    return one(sessions, true);
  }

  private static JsonObject another(JsonArray sessions) {
    return one(sessions, false);
  }

  private static JsonObject one(JsonArray sessions, boolean isCurrent) {
    return sessions.stream()
        .map(JsonObject.class::cast)
        .filter(session -> session.getBoolean("current") == isCurrent)
        .findFirst()
        .orElseThrow();
  }
}
