package io.causerie.team;

import static io.causerie.account.Role.MODERATOR;
import static io.causerie.account.Role.OWNER;
import static io.causerie.testing.Team.bearer;
import static io.causerie.testing.Team.jsonFrom;
import static io.causerie.testing.TestApp.comment;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.causerie.testing.Answer;
import io.causerie.testing.ServiceTest;
import io.causerie.testing.Team;
import io.causerie.testing.TestApp;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What the token of a program is good for, and what its use leaves behind. */
@ServiceTest
final class ApiTokenUseTest {
  private static final String ME = "/me?thread=/a";
  private final TestApp app;
  private final String other;
  private final Team team;

  ApiTokenUseTest(TestApp app) {
    this.app = app;
    other = app.anotherSite("{}");
    team = app.team();
  }

  @Test
  void aTokenIsGoodForItsSiteOnly() {
    String token = team.programOf(other, "moderate");

    assertThat(app.get(ME, bearer(token)).status()).isEqualTo(401);
    assertThat(app.post(comment("/a", "Hello"), bearer(token)).status()).isEqualTo(401);
    assertThat(app.get("/moderation/tokens", bearer(token)).status()).isEqualTo(401);
  }

  @Test
  void aTokenThatIsNotQuiteOneOfOursIsRefused() {
    String token = team.program("read");

    for (String wrong : List.of(
        token.substring(4),
        token + "A",
        token.substring(0, 46),
        "CAU_" + token.substring(4),
        "cau_",
        "cau_" + "A".repeat(43))) {
      assertThat(app.get(ME, bearer(wrong)).status()).as(wrong).isEqualTo(401);
    }
  }

  @Test
  void useIsRecordedAtMostOnceAMinute() {
    String token = team.program("read");
    assertThat(lastUse(token)).isEqualTo("never");

    app.get(ME, bearer(token));
    String first = lastUse(token);
    app.get(ME, bearer(token));
    assertThat(first).isNotEqualTo("never");
    assertThat(lastUse(token)).isEqualTo(first);

    app.database()
        .execute("update api_tokens set last_used_at = last_used_at - interval '61 seconds'"
            + " where site_id = '" + app.site() + "'");
    app.get(ME, bearer(token));
    assertThat(lastUse(token)).isGreaterThan(first);
  }

  @Test
  void aTokenThatIsRefusedIsNotRecordedAsUsed() {
    String token = team.programOf(other, "read");

    app.get(ME, bearer(token));

    assertThat(lastUse(token)).isEqualTo("never");
  }

  @Test
  void aTokenIsNeverLogged() {
    var log = new ListAppender<ILoggingEvent>();
    var root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    log.start();
    root.addAppender(log);
    // Its own, since its schema breaks.
    try (TestApp broken = TestApp.start()) {
      String token = broken.team().program("read");
      broken.database().execute("drop table authors cascade");
      Answer failed = broken.get(ME, bearer(token));
      root.detachAppender(log);

      assertThat(failed.status()).isEqualTo(500);
      assertThat(log.list)
          .isNotEmpty()
          .noneMatch(event -> event.getFormattedMessage().contains(token)
              || String.valueOf(event.getThrowableProxy()).contains(token));
    }
  }

  @Test
  void aProgramWritesAsAGuestDoes() {
    Map<String, String> program = bearer(team.program("read"));
    JsonObject nameless = comment("/program", "Hello");
    nameless.remove("author");

    assertThat(app.post(nameless, program).badFields()).containsExactly("author.name");
    Answer posted = app.post(comment("/program", "Hello"), program);
    assertThat(posted.json().getJsonObject("viewer").getString("kind")).isEqualTo("guest");
  }

  @Test
  void onlyOwnersGiveOutTokens() {
    JsonObject asked = new JsonObject().put("name", "Export").put("scopes", List.of("read"));
    String owner = team.member(app.site(), "Olga", OWNER);
    String moderator = team.member(app.site(), "Mo", MODERATOR);

    String tokens = app.path() + "/moderation/tokens";
    Answer hers = app.send(HttpMethod.POST, tokens, jsonFrom(owner), asked.toBuffer());
    Answer his = app.send(HttpMethod.POST, tokens, jsonFrom(moderator), asked.toBuffer());

    assertThat(hers.json().getJsonObject("details").getString("createdBy")).isEqualTo("Olga");
    assertThat(his.status()).isEqualTo(403);
  }

  private String lastUse(String token) {
    return app.database()
        .rows("select coalesce(last_used_at::text, 'never') from api_tokens"
            + " where hash = sha256('" + token + "')")
        .get(0)
        .getString(0);
  }
}
