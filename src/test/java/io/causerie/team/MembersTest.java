package io.causerie.team;

import static io.causerie.account.Role.MODERATOR;
import static io.causerie.account.Role.OWNER;
import static io.causerie.testing.Team.bearer;
import static io.causerie.testing.TestApp.comment;
import static io.causerie.testing.TestApp.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.causerie.account.Actor;
import io.causerie.http.Problem;
import io.causerie.testing.Answer;
import io.causerie.testing.ServiceTest;
import io.causerie.testing.Team;
import io.causerie.testing.TestApp;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The people who work on a site: how they come, what their tokens do, how they go. */
@ServiceTest
final class MembersTest {
  private static final String ME = "/me?thread=/a";
  private final TestApp app;
  private final Team team;
  private final String other;

  MembersTest(TestApp app) {
    this.app = app;
    other = app.anotherSite("{}");
    team = app.team();
  }

  @Test
  void theNextRequestAfterARemovalIsRefused() {
    String token = team.member("Removed", MODERATOR);
    assertThat(me(app.site(), token)).isEqualTo(200);

    team.members().remove(app.site(), "Removed", Actor.CONSOLE).await();

    assertThat(me(app.site(), token)).isEqualTo(401);
    assertThat(app.post(comment("/a", "Still here"), bearer(token)).status()).isEqualTo(401);
  }

  @Test
  void whoComesBackGetsANewTokenAndTheOldOneStaysDead() {
    String old = team.member("Returning", MODERATOR);
    team.members().remove(app.site(), "Returning", Actor.CONSOLE).await();

    String fresh = team.member("Returning", MODERATOR);

    assertThat(me(app.site(), old)).isEqualTo(401);
    assertThat(me(app.site(), fresh)).isEqualTo(200);
  }

  @Test
  void aMemberOfAnotherSiteIsRefusedHere() {
    String elsewhere = team.member(other, "Stranger", OWNER);

    assertThat(me(other, elsewhere)).isEqualTo(200);
    assertThat(me(app.site(), elsewhere)).isEqualTo(401);
    assertThat(app.get("/moderation/tokens", bearer(elsewhere)).status()).isEqualTo(401);
  }

  @Test
  void oneAccountHasATokenForEachOfItsSites() {
    String here = team.member("Both", MODERATOR);
    String there = team.member(other, "Both", OWNER);

    assertThat(me(app.site(), here)).isEqualTo(200);
    assertThat(me(other, there)).isEqualTo(200);
    assertThat(me(app.site(), there)).isEqualTo(401);
    assertThat(app.database().count("select count(*) from accounts where name = 'Both'"))
        .isOne();
  }

  @Test
  void aRoleThatChangesChangesWhatTheTokenMayDoAtOnce() {
    String token = team.member("Rising", MODERATOR);
    assertThat(tokens(app.site(), token)).isEqualTo(403);

    team.members().add(app.site(), "Rising", OWNER, Actor.CONSOLE).await();

    assertThat(tokens(app.site(), token)).isEqualTo(200);
  }

  @Test
  void twoOwnersWhoAreRemovedAtOnceLeaveOne() {
    for (int round = 0; round < 10; round++) {
      team.members().add(app.site(), "One", OWNER, Actor.CONSOLE).await();
      team.members().add(app.site(), "Two", OWNER, Actor.CONSOLE).await();

      List<Future<Void>> removals = List.of(
          team.members().remove(app.site(), "One", Actor.CONSOLE),
          team.members().remove(app.site(), "Two", Actor.CONSOLE));
      TestApp.await(Future.join(removals).otherwiseEmpty());

      assertThat(removals.stream().filter(Future::succeeded)).hasSize(1);
      assertThat(app.database()
              .count("select count(*) from members where site_id = '" + app.site()
                  + "' and role = 'owner'"))
          .isOne();
    }
  }

  @Test
  void whoIsAddedByManyAtOnceIsOneMemberWithOneLiveToken() {
    List<Future<?>> additions = IntStream.range(0, 8)
        .<Future<?>>mapToObj(i -> team.members().add(app.site(), "Many", null, Actor.CONSOLE))
        .toList();

    TestApp.await(Future.all(additions));

    assertThat(app.database()
            .count("select count(*) from api_tokens t join accounts a on a.id = t.account_id"
                + " where a.name = 'Many' and t.revoked_at is null"))
        .isOne();
  }

  @Test
  void aRefusedChangeLogsNothing() {
    team.member("Only", OWNER);
    List<String> before = log(app.site());

    assertThatThrownBy(() ->
            team.members().add(app.site(), "Only", MODERATOR, Actor.CONSOLE).await())
        .isInstanceOf(Problem.class)
        .hasMessageContaining("last owner");

    assertThat(log(app.site())).isEqualTo(before);
  }

  @Test
  void aMemberWritesUnderTheNameOfTheAccount() {
    String token = team.member("Mara", MODERATOR);
    JsonObject nameless = comment("/member", "Welcome");
    nameless.remove("author");

    Answer posted = app.post(nameless, bearer(token));
    Answer signed = app.post(comment("/member", "As somebody"), bearer(token));

    JsonObject author = new JsonObject().put("name", "Mara").put("kind", "account");
    assertThat(posted.status()).isEqualTo(201);
    assertThat(posted.json().containsKey("viewer")).isFalse();
    assertThat(posted.json().getJsonObject("comment").getJsonObject("author")).isEqualTo(author);
    assertThat(signed.json().getJsonObject("comment").getJsonObject("author").getString("name"))
        .isEqualTo("Ann");
    JsonObject me = app.get("/me?thread=/member", bearer(token)).json();
    assertThat(me.getJsonObject("viewer")).isEqualTo(author);
    assertThat(me.getJsonArray("own")).containsExactlyInAnyOrder(id(posted), id(signed));
    assertThat(app.database()
            .count("select count(distinct c.author_id) from comments c"
                + " join authors w on w.id = c.author_id join accounts a on a.id = w.account_id"
                + " where a.name = 'Mara' and w.kind = 'account'"))
        .isOne();
  }

  @Test
  void whatAMemberWritesIsNotHeld() {
    app.set(new JsonObject().put("premoderated", true));
    String token = team.member("Gil", MODERATOR);

    Answer posted = app.post(comment("/a", "Hello"), bearer(token));

    assertThat(posted.status()).isEqualTo(201);
  }

  private int me(String site, String token) {
    return status(site, ME, token);
  }

  private int tokens(String site, String token) {
    return status(site, "/moderation/tokens", token);
  }

  private int status(String site, String path, String token) {
    return app.send(HttpMethod.GET, "/api/v1/sites/" + site + path, bearer(token), null)
        .status();
  }

  private List<String> log(String site) {
    return app
        .database()
        .rows("select actor, action from moderation_log where site_id = '%s' order by seq"
            .formatted(site))
        .stream()
        .map(row -> row.getString("actor") + " " + row.getString("action"))
        .toList();
  }
}
