package io.causerie.moderation.preview;

import static io.causerie.testing.TestApp.comment;
import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.account.Role;
import io.causerie.core.Id;
import io.causerie.testing.Answer;
import io.causerie.testing.Desk;
import io.causerie.testing.ServiceTest;
import io.causerie.testing.Team;
import io.causerie.testing.TestApp;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What other settings would have made of the last week's comments. */
@ServiceTest
final class SettingsPreviewTest {
  private final TestApp app;

  SettingsPreviewTest(TestApp app) {
    this.app = app;
  }

  @Test
  void theSameCommentsGoBeforeTheScreensWithBothSettings() {
    String casino = app.postId(comment("/past", "The best *casino* in town"));
    app.postId(comment("/past", "Nothing of note"));
    app.postId(comment("/past", "See https://a.example"));
    JsonObject asked = new JsonObject()
        .put("suspectWords", new JsonArray().add("casino*"))
        .put("approvalsBeforeLinks", 0);

    JsonObject preview = preview(asked);

    assertThat(preview.getInteger("looked")).isEqualTo(3);
    assertThat(preview.getJsonObject("now")).isEqualTo(counts(2, 1, 0, 0));
    assertThat(preview.getJsonObject("then")).isEqualTo(counts(2, 1, 0, 0));
    assertThat(preview.getJsonArray("screens"))
        .containsExactly(new JsonObject()
            .put("screen", "suspect-word")
            .put("count", 1)
            .put(
                "examples",
                new JsonArray()
                    .add(new JsonObject()
                        .put("id", casino)
                        .put("authorName", "Ann")
                        .put("text", "The best casino in town")
                        .put("detail", "casino*"))));
  }

  @Test
  void whoMayNotReadCommentsIsToldNumbersOnly() {
    app.postId(comment("/past", "The best casino in town"));
    Answer token = app.send(
        HttpMethod.POST,
        app.path() + "/moderation/tokens",
        withJson(TestApp.ADMIN),
        new JsonObject()
            .put("name", "Tuner")
            .put("scopes", JsonArray.of("settings"))
            .toBuffer());
    Map<String, String> tuner =
        Map.of("Authorization", "Bearer " + token.json().getString("token"));

    Answer answer = app.send(
        HttpMethod.POST,
        app.path() + "/moderation/settings/preview",
        withJson(tuner),
        new JsonObject()
            .put("settings", new JsonObject().put("suspectWords", JsonArray.of("casino")))
            .toBuffer());

    JsonObject screen = answer.json().getJsonArray("screens").getJsonObject(0);
    assertThat(screen.getInteger("count")).isEqualTo(1);
    assertThat(screen.getJsonArray("examples")).isEmpty();
  }

  private static Map<String, String> withJson(Map<String, String> headers) {
    Map<String, String> all = new HashMap<>(TestApp.JSON);
    all.putAll(headers);
    return all;
  }

  @Test
  void nothingIsChangedByTrying() {
    app.postId(comment("/past", "The best casino"));
    JsonObject before = app.get("/moderation/settings", TestApp.ADMIN).json();

    preview(new JsonObject().put("bannedWords", new JsonArray().add("casino")));

    assertThat(app.get("/moderation/settings", TestApp.ADMIN).json()).isEqualTo(before);
    assertThat(new Desk(app).log()).isEmpty();
    assertThat(app.database()
            .count("select count(*) from comments where status = 'approved' and site_id = '"
                + app.site() + "'"))
        .isEqualTo(1);
  }

  @Test
  void everyScreenThatObjectsIsCountedWithItsNewestExamples() {
    for (int i = 0; i < 7; i++) {
      app.postId(
          comment("/past", "A casino, number " + i + ": https://a.example https://b.example"));
    }
    JsonObject asked =
        new JsonObject().put("bannedWords", new JsonArray().add("casino")).put("holdFromLinks", 2);

    JsonObject preview = preview(asked);

    assertThat(preview.getJsonObject("then")).isEqualTo(counts(0, 0, 7, 0));
    assertThat(preview.getJsonArray("screens"))
        .extracting(screen -> ((JsonObject) screen).getString("screen"))
        .containsExactly("banned-word", "first-links", "many-links");
    assertThat(preview.getJsonArray("screens"))
        .allMatch(screen -> ((JsonObject) screen).getInteger("count") == 7);
    JsonArray examples = preview.getJsonArray("screens").getJsonObject(2).getJsonArray("examples");
    assertThat(examples)
        .extracting(example -> ((JsonObject) example).getString("text").substring(0, 18))
        .containsExactly(
            "A casino, number 6",
            "A casino, number 5",
            "A casino, number 4",
            "A casino, number 3",
            "A casino, number 2");
    assertThat(examples.getJsonObject(0).getString("detail")).isEqualTo("2");
  }

  @Test
  void whatWasKnownOfTheAuthorThenCounts() {
    Answer first = app.post(comment("/past", "First"));
    Map<String, String> bearer = Team.bearer(TestApp.token(first));
    app.post(comment("/past", "Second"), bearer);
    app.post(comment("/past", "Third"), bearer);

    assertThat(preview(new JsonObject().put("approvalsBeforeTrust", 2)).getJsonObject("then"))
        .isEqualTo(counts(1, 2, 0, 0));
    app.setStatus(TestApp.id(first), "spam");
    assertThat(preview(new JsonObject().put("approvalsBeforeTrust", 2)).getJsonObject("then"))
        .isEqualTo(counts(0, 3, 0, 0));
  }

  @Test
  void whoWroteBeforeAndWhatWasSaidBeforeCounts() {
    Answer first = app.post(comment("/past", "Buy this now!"));
    Map<String, String> bearer = Team.bearer(TestApp.token(first));
    app.post(comment("/past", "Something else"), bearer);
    app.post(comment("/other", "buy THIS now"));

    JsonArray fast = preview(new JsonObject().put("secondsBetween", 3600)).getJsonArray("screens");
    assertThat(fast.getJsonObject(0).getString("screen")).isEqualTo("too-fast");
    assertThat(fast.getJsonObject(0).getInteger("count")).isEqualTo(1);
    JsonArray repeats = preview(new JsonObject().put("repeatMinutes", 5)).getJsonArray("screens");
    assertThat(repeats.getJsonObject(0).getString("screen")).isEqualTo("repeats");
    assertThat(repeats.getJsonObject(0).getInteger("count")).isEqualTo(1);
    String id = TestApp.id(first);
    moveBack(id, Duration.ofMinutes(6));
    assertThat(preview(new JsonObject().put("repeatMinutes", 5)).getJsonArray("screens"))
        .isEmpty();
  }

  @Test
  void whatCannotBeKnownPasses() {
    app.postId(comment("/past", "From nowhere"));

    JsonObject preview = preview(new JsonObject().put("formRequired", true).put("formSeconds", 60));

    assertThat(preview.getJsonObject("then")).isEqualTo(counts(1, 0, 0, 0));
  }

  @Test
  void theTeamIsNotScreenedAndItsNamesAreKept() {
    app.postId(comment("/past", "As somebody").put("author", new JsonObject().put("name", "Mo")));
    String token = app.team().member("Mo", Role.MODERATOR);
    app.post(comment("/past", "As Mo"), Team.bearer(token));

    JsonObject preview = preview(new JsonObject().put("premoderated", true));

    assertThat(preview.getJsonObject("then")).isEqualTo(counts(1, 0, 1, 0));
    assertThat(preview.getJsonArray("screens").getJsonObject(0).getString("screen"))
        .isEqualTo("team-name");
  }

  @Test
  void onlyTheLastWeekOfTheSiteIsLookedAt() {
    app.neighbour().post(comment("/foreign", "Elsewhere"));
    moveBack(app.postId(comment("/past", "Old")), Duration.ofDays(8));
    app.postId(comment("/past", "New"));

    JsonObject preview = preview(new JsonObject());

    assertThat(preview.getInteger("looked")).isEqualTo(1);
    assertThat(Instant.parse(preview.getString("since")))
        .isBetween(
            Instant.now().minus(Duration.ofDays(7)).minusSeconds(60),
            Instant.now().minus(Duration.ofDays(7)));
  }

  @Test
  void atMostAThousandAreLookedAt() {
    app.postId(comment("/past", "Many"));
    app.database()
        .execute(
            """
            insert into comments (id, site_id, thread_id, root_id, path, author_id, author_name,
              author_kind, body, body_html, markup_version, status, created_at)
            select c.id - n, c.site_id, c.thread_id, c.id - n, array[c.id - n], c.author_id, 'Ann',
              'guest', 'Hello', '<p>Hello</p>', 1, 'approved', c.created_at
            from comments c cross join generate_series(1, 1500) n
            where c.site_id = '%s'
            """
                .formatted(app.site()));

    JsonObject preview = preview(new JsonObject().put("premoderated", true));

    assertThat(preview.getInteger("looked")).isEqualTo(1000);
    assertThat(preview.getJsonObject("then")).isEqualTo(counts(0, 1000, 0, 0));
    assertThat(Instant.parse(preview.getString("since")))
        .isAfter(Instant.now().minus(Duration.ofDays(1)));
  }

  @Test
  void wrongSettingsAreNamed() {
    Answer refused = ask(new JsonObject()
        .put(
            "settings",
            new JsonObject().put("holdFromLinks", 101).put("nothing", 1).put("honeypot", "yes")));

    assertThat(refused.badFields())
        .containsExactlyInAnyOrder(
            "settings.holdFromLinks", "settings.nothing", "settings.honeypot");
    JsonObject growing =
        new JsonObject().put("suspectWords", new JsonArray().add("\uFDFA".repeat(100)));
    assertThat(ask(new JsonObject().put("settings", growing)).badFields())
        .containsExactly("settings.suspectWords");
    assertThat(ask(new JsonObject()).badFields()).containsExactly("settings");
    assertThat(ask(new JsonObject().put("settings", List.of())).badFields())
        .containsExactly("settings");
  }

  private JsonObject preview(JsonObject settings) {
    Answer answer = ask(new JsonObject().put("settings", settings));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  private Answer ask(JsonObject body) {
    return app.send(
        HttpMethod.POST,
        app.path() + "/moderation/settings/preview",
        Desk.HEADERS,
        body.toBuffer());
  }

  /** As if it had been written so long before. */
  private void moveBack(String id, Duration by) {
    Instant time = Instant.now().minus(by);
    app.database()
        .execute(
            """
            delete from comment_search where comment_id = %3$d;
            update comments set id = %1$d, root_id = %1$d, path = array[%1$d::bigint],
              created_at = '%2$s'
            where id = %3$d
            """
                .formatted(Id.at(time), time, Id.parse(id)));
  }

  private static JsonObject counts(int published, int held, int rejected, int spam) {
    return new JsonObject()
        .put("published", published)
        .put("held", held)
        .put("rejected", rejected)
        .put("spam", spam);
  }
}
