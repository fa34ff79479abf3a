package io.causerie.screening;

import static io.causerie.testing.Team.bearer;
import static io.causerie.testing.TestApp.comment;
import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.testing.Answer;
import io.causerie.testing.Desk;
import io.causerie.testing.Eventually;
import io.causerie.testing.ServiceTest;
import io.causerie.testing.TestApp;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What becomes of a comment on its way in, for what it says. */
@ServiceTest
final class ScreeningTest {
  private final TestApp app;
  private final Desk desk;

  ScreeningTest(TestApp app) {
    this.app = app;
    desk = new Desk(app);
  }

  @Test
  void onANewSiteOnlyTheFirstCommentWithALinkWaits() {
    Answer link = app.post(comment("/new", "See https://a.example"));
    Answer plain = app.post(comment("/new", "Nice"));
    Answer linkAfterPlain =
        app.post(comment("/new", "See https://b.example"), bearer(TestApp.token(plain)));
    app.setStatus(TestApp.id(linkAfterPlain), "approved");
    Answer later = app.post(comment("/new", "See https://a.example"), bearer(TestApp.token(plain)));

    assertThat(List.of(link, linkAfterPlain)).allSatisfy(first -> {
      assertThat(first.status()).isEqualTo(202);
      assertThat(desk.heldFor(first)).containsExactly("first-links");
    });
    assertThat(plain.status()).isEqualTo(201);
    assertThat(later.status()).isEqualTo(201);
  }

  @Test
  void trustIsEarnedByApprovals() {
    app.set(new JsonObject().put("approvalsBeforeTrust", 1));
    Answer first = app.post(comment("/trust", "First"));
    Answer second = app.post(comment("/trust", "Second"), bearer(TestApp.token(first)));
    app.setStatus(TestApp.id(second), "approved");

    Answer third = app.post(comment("/trust", "Third"), bearer(TestApp.token(first)));

    assertThat(first.status()).isEqualTo(202);
    assertThat(desk.heldFor(second)).containsExactly("first-comments");
    assertThat(third.status()).isEqualTo(201);
  }

  @Test
  void everyReasonIsKeptInTheOrderOfThePolicy() {
    app.set(new JsonObject()
        .put("premoderated", true)
        .put("holdFromLinks", 1)
        .put("suspectWords", List.of("casin*")));

    Answer held = app.post(comment("/all", "CASINOS at https://a.example"));

    assertThat(desk.heldFor(held))
        .containsExactly(
            "premoderation:site", "first-links", "many-links:1", "suspect-word:casin*");
  }

  @Test
  void whatIsRejectedOrSpamIsToldToWaitAlsoWhenAskedAgain() {
    app.set(new JsonObject().put("bannedWords", List.of("casino")));
    JsonObject rejected = comment("/told", "casino");
    JsonObject spam =
        comment("/told", "Hi").put("form", new JsonObject().put("website", "https://a.example"));
    for (JsonObject comment : List.of(rejected, spam)) {
      Map<String, String> key = Map.of("Idempotency-Key", "k" + comment.hashCode());
      Answer first = app.post(comment, key);
      Answer again = app.post(comment, key);

      assertThat(first.status()).isEqualTo(202);
      assertThat(first.json().getJsonObject("comment").getString("status")).isEqualTo("pending");
      assertThat(again.status()).isEqualTo(202);
      assertThat(again.text()).isEqualTo(first.text());
      assertThat(app.get("/me?thread=/told", bearer(TestApp.token(first)))
              .json()
              .getJsonArray("pending"))
          .isEmpty();
    }
    assertThat(app.database()
            .count("select count(*) from comments where site_id = '" + app.site()
                + "' and status in ('rejected', 'spam')"))
        .isEqualTo(2);
  }

  @Test
  void aThreadMayBePremoderatedAlone() {
    app.post(comment("/one", "First"));
    app.database()
        .execute("update threads set premoderated = true where key = '/one' and site_id = '"
            + app.site() + "'");

    assertThat(desk.heldFor(app.post(comment("/one", "Second"))))
        .containsExactly("premoderation:thread");
    assertThat(app.post(comment("/two", "First")).status()).isEqualTo(201);
  }

  @Test
  void aRepeatWaitsForItsTimeAndOnItsSiteOnly() {
    app.set(new JsonObject().put("repeatMinutes", 10));
    String text =
        "The night train from Vienna was late again and nobody on the platform was told why";
    app.post(comment("/repeats", text));

    Answer same = app.post(comment("/elsewhere", text.toUpperCase(Locale.ROOT)));
    Answer near = app.post(comment("/elsewhere", text + ", " + text + "!"));

    assertThat(desk.heldFor(same)).containsExactly("repeats:same");
    assertThat(desk.heldFor(near)).containsExactly("repeats:near");
    TestApp other = app.neighbour();
    assertThat(other.post(comment("/repeats", text)).status()).isEqualTo(201);
    assertThat(other.post(comment("/repeats", text)).status()).isEqualTo(201);
  }

  @Test
  void aStampProvesWhenTheFormWasOpenedAndIsOfItsSite() {
    app.set(new JsonObject().put("formSeconds", 60).put("formRequired", true));
    Answer form = app.get("/form");
    String stamp = form.json().getString("stamp");
    String foreign = app.neighbour().get("/form").json().getString("stamp");

    assertThat(form.header("Cache-Control")).isEqualTo("no-store");
    assertThat(desk.heldFor(app.post(stamped(stamp)))).containsExactly("form-time:young");
    assertThat(desk.heldFor(app.post(stamped(foreign)))).containsExactly("form-time:forged");
    for (String forged : List.of("", ".", "1.", "x.y", stamp + "x", "9".repeat(200) + ".x", "é")) {
      assertThat(desk.heldFor(app.post(stamped(forged))))
          .as(forged)
          .containsExactly("form-time:forged");
    }
    assertThat(desk.heldFor(app.post(comment("/form", "None"))))
        .containsExactly("form-time:missing");
    desk.set("formSeconds", 1);
    Eventually.is(
        "a form that was open for a second is fine",
        () -> app.post(stamped(stamp)).status() == 201);
  }

  @Test
  void aFormThatIsNoFormIsRefused() {
    JsonObject wrong = comment("/form", "x")
        .put("form", new JsonObject().put("stamp", 1).put("website", new JsonArray()));

    assertThat(app.post(wrong).badFields()).containsExactlyInAnyOrder("form.stamp", "form.website");
    assertThat(app.post(comment("/form", "x").put("form", "x")).badFields())
        .containsExactly("form");
    assertThat(
            app.send(HttpMethod.GET, "/api/v1/sites/none/form", Map.of(), null).status())
        .isEqualTo(404);
  }

  private static JsonObject stamped(String stamp) {
    return comment("/form", "Typed").put("form", new JsonObject().put("stamp", stamp));
  }
}
