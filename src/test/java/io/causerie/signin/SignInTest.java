package io.causerie.signin;

import static io.causerie.account.Role.MODERATOR;
import static io.causerie.account.Role.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.testing.Answer;
import io.causerie.testing.OwnPage;
import io.causerie.testing.ServiceTest;
import io.causerie.testing.Team;
import io.causerie.testing.TestApp;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Signing in with a password, and what the session is good for. */
@ServiceTest
final class SignInTest {
  private final TestApp app;
  private final String path;
  private final String totals;
  private final String other;

  SignInTest(TestApp app) {
    this.app = app;
    other = app.anotherSite("{}");
    path = "/sites/" + app.site();
    totals = path + "/moderation/totals";
    Team team = app.team();
    team.member("Olga", OWNER);
    team.member("Mo", MODERATOR);
    team.member(other, "Ann", OWNER);
    List.of("Olga", "Mo", "Ann").forEach(team::givePassword);
  }

  @Test
  void theRightPasswordBeginsASession() {
    OwnPage page = new OwnPage(app);

    Answer answer = page.signIn("Olga", OwnPage.PASSWORD);

    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    JsonObject account = answer.json().getJsonObject("account");
    assertThat(account.getString("name")).isEqualTo("Olga");
    assertThat(account.getBoolean("hasPassword")).isTrue();
    assertThat(answer.json().getJsonArray("sites"))
        .isEqualTo(
            new JsonArray().add(new JsonObject().put("id", app.site()).put("role", "owner")));
    assertThat(page.get("/session").json()).isEqualTo(answer.json());
    assertThat(page.get(totals).status()).isEqualTo(200);
  }

  @Test
  void theCookieIsForOurOwnPagesAlone() {
    Answer answer = new OwnPage(app).signIn("Olga", OwnPage.PASSWORD);

    assertThat(answer.headers().getAll("Set-Cookie"))
        .anyMatch(cookie -> cookie.matches(
            "causerie=[A-Za-z0-9_-]{43}; Path=/; HttpOnly; SameSite=Strict; Max-Age=43200"));
  }

  @Test
  void behindAProxyTheHostThatWasAskedForIsOursOverHttps() {
    String host = "talk.blog.example";

    Answer answer = signIn("https://" + host, host);

    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.header("Set-Cookie")).contains("__Host-", "Secure");
    assertThat(signIn("http://" + host, host).status()).isEqualTo(403);
    assertThat(signIn("https://evil.example", host).status()).isEqualTo(403);
  }

  private Answer signIn(String origin, String host) {
    Map<String, String> headers = new HashMap<>(TestApp.JSON);
    headers.putAll(Map.of("Origin", origin, "Host", host));
    JsonObject olgas = new JsonObject().put("name", "Olga").put("password", OwnPage.PASSWORD);
    return app.send(HttpMethod.POST, "/api/v1/session", headers, olgas.toBuffer());
  }

  @Test
  void aWrongNameAndAWrongPasswordAreTheSameAnswer() {
    Answer name = new OwnPage(app).signIn("Nobody", OwnPage.PASSWORD);
    Answer password = new OwnPage(app).signIn("Olga", "a wrong password");

    assertThat(name.status()).isEqualTo(401);
    assertThat(name.code()).isEqualTo("unauthenticated");
    assertThat(password.json()).isEqualTo(name.json());
    assertThat(name.header("Set-Cookie")).isNull();
  }

  @Test
  void everyWrongFieldIsNamed() {
    Answer answer = new OwnPage(app).post("/session", new JsonObject().put("code", 1));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.badFields()).containsExactlyInAnyOrder("name", "password", "code");
  }

  @Test
  void aNameThatNoAccountCanHaveIsNamedAndNothingIsKeptOfIt() {
    for (String name : List.of("n".repeat(61), "e\u0301".repeat(5_000), "a\u0000b", "\u200b")) {
      Answer answer = new OwnPage(app).signIn(name, OwnPage.PASSWORD);

      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.badFields()).containsExactly("name");
    }
    assertThat(new OwnPage(app).signIn("n".repeat(60), OwnPage.PASSWORD).status())
        .isEqualTo(401);
  }

  @Test
  void aSessionIsGoodOnTheSitesOfItsAccountOnly() {
    OwnPage page = new OwnPage(app).signedIn("Ann");

    assertThat(page.get("/sites/" + other + "/moderation/totals").status()).isEqualTo(200);
    assertThat(page.get(totals).status()).isEqualTo(403);
  }

  @Test
  void theCookieCountsNowhereElse() {
    OwnPage page = new OwnPage(app).signedIn("Olga");

    assertThat(page.get(path + "/me").json().getValue("viewer")).isNull();
  }

  @Test
  void aTokenWinsOverTheCookie() {
    String cookies = new OwnPage(app).signedIn("Olga").cookies();

    Answer answer =
        app.get("/moderation/totals", Map.of("Cookie", cookies, "Authorization", "Bearer dead"));

    assertThat(answer.status()).isEqualTo(401);
  }

  @Test
  void aNewSignInEndsTheSessionThatTheBrowserHad() {
    OwnPage page = new OwnPage(app).signedIn("Mo");
    OwnPage before = page.copy();

    page.signedIn("Mo");

    assertThat(before.get("/session").status()).isEqualTo(204);
    assertThat(before.get(totals).status()).isEqualTo(401);
    assertThat(page.get(totals).status()).isEqualTo(200);
  }

  @Test
  void confirmingGivesANewCookieAndTheOldOneIsDead() {
    OwnPage page = new OwnPage(app).signedIn("Mo");
    OwnPage before = page.copy();

    Answer wrong = page.confirm("a wrong password");
    Answer right = page.confirm(OwnPage.PASSWORD);

    assertThat(wrong.status()).isEqualTo(401);
    assertThat(right.status()).isEqualTo(200);
    assertThat(before.get("/session").status()).isEqualTo(204);
    assertThat(page.get("/session").json()).isEqualTo(right.json());
  }

  @Test
  void whoSignsOutIsOutAtOnce() {
    OwnPage page = new OwnPage(app).signedIn("Mo");
    OwnPage before = page.copy();

    assertThat(page.delete("/session").status()).isEqualTo(204);

    assertThat(page.cookie("causerie")).isNull();
    assertThat(before.get(totals).status()).isEqualTo(401);
    assertThat(page.delete("/session").status()).isEqualTo(204);
  }

  @Test
  void tokensOfProgramsWantAConfirmedSession() {
    OwnPage page = new OwnPage(app).signedIn("Olga");
    JsonObject asked =
        new JsonObject().put("name", "Export").put("scopes", new JsonArray().add("read"));
    String tokens = path + "/moderation/tokens";
    assertThat(page.post(tokens, asked).status()).isEqualTo(201);
    page.waitForStepUp();

    Answer stale = page.post(tokens, asked);
    page.confirm(OwnPage.PASSWORD);

    assertThat(stale.status()).isEqualTo(403);
    assertThat(stale.code()).isEqualTo("step_up_required");
    assertThat(page.get(tokens).status()).isEqualTo(200);
    assertThat(page.post(tokens, asked).status()).isEqualTo(201);
  }
}
