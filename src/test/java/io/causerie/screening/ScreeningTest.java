package io.causerie.screening;

import static io.causerie.testing.ScreenedSites.bearer;
import static io.causerie.testing.TestApp.comment;
import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.testing.Answer;
import io.causerie.testing.Eventually;
import io.causerie.testing.ScreenedSites;
import io.causerie.testing.TestApp;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What becomes of a comment on its way in, for what it says. */
final class ScreeningTest {
  private static ScreenedSites sites;
  private static TestApp app;

  @BeforeAll
  static void start() {
    sites = new ScreenedSites();
    app = sites.app();
  }

  @AfterAll
  static void stop() {
    sites.close();
  }

  @Test
  void onANewSiteOnlyTheFirstCommentWithALinkWaits() {
    Answer link = app.post(comment("/new", "See https://a.example"));
    Answer plain = app.post(comment("/new", "Nice"));
    Answer linkAfterPlain = app.post(comment("/new", "See https://b.example"), bearer(plain));
    app.setStatus(TestApp.id(linkAfterPlain), "approved");
    Answer later = app.post(comment("/new", "See https://a.example"), bearer(plain));

    assertThat(List.of(link, linkAfterPlain)).allSatisfy(first -> {
      assertThat(first.status()).isEqualTo(202);
      assertThat(sites.heldFor(first)).containsExactly("first-links");
    });
    assertThat(plain.status()).isEqualTo(201);
    assertThat(later.status()).isEqualTo(201);
  }

  @Test
  void trustIsEarnedByApprovals() {
    String site = sites.site(new JsonObject().put("approvalsBeforeTrust", 1));
    Answer first = sites.post(site, comment("/trust", "First"), Map.of());
    Answer second = sites.post(site, comment("/trust", "Second"), bearer(first));
    sites.approve(site, second);

    Answer third = sites.post(site, comment("/trust", "Third"), bearer(first));

    assertThat(first.status()).isEqualTo(202);
    assertThat(sites.heldFor(second)).containsExactly("first-comments");
    assertThat(third.status()).isEqualTo(201);
  }

  @Test
  void everyReasonIsKeptInTheOrderOfThePolicy() {
    String site = sites.site(new JsonObject()
        .put("premoderated", true)
        .put("holdFromLinks", 1)
        .put("suspectWords", List.of("casin*")));

    Answer held = sites.post(site, comment("/all", "CASINOS at https://a.example"), Map.of());

    assertThat(sites.heldFor(held))
        .containsExactly(
            "premoderation:site", "first-links", "many-links:1", "suspect-word:casin*");
  }

  @Test
  void whatIsRejectedOrSpamIsToldToWaitAlsoWhenAskedAgain() {
    String site = sites.site(new JsonObject().put("bannedWords", List.of("casino")));
    JsonObject rejected = comment("/told", "casino");
    JsonObject spam =
        comment("/told", "Hi").put("form", new JsonObject().put("website", "https://a.example"));
    for (JsonObject comment : List.of(rejected, spam)) {
      Map<String, String> key = Map.of("Idempotency-Key", "k" + comment.hashCode());
      Answer first = sites.post(site, comment, key);
      Answer again = sites.post(site, comment, key);

      assertThat(first.status()).isEqualTo(202);
      assertThat(first.json().getJsonObject("comment").getString("status")).isEqualTo("pending");
      assertThat(again.status()).isEqualTo(202);
      assertThat(again.text()).isEqualTo(first.text());
      assertThat(sites.get(site, "/me?thread=/told", bearer(first)).json().getJsonArray("pending"))
          .isEmpty();
    }
    assertThat(app.database()
            .count("select count(*) from comments where site_id = '" + site
                + "' and status in ('rejected', 'spam')"))
        .isEqualTo(2);
  }

  @Test
  void aThreadMayBePremoderatedAlone() {
    app.post(comment("/one", "First"));
    app.database().execute("update threads set premoderated = true where key = '/one'");

    assertThat(sites.heldFor(app.post(comment("/one", "Second"))))
        .containsExactly("premoderation:thread");
    assertThat(app.post(comment("/two", "First")).status()).isEqualTo(201);
  }

  @Test
  void aRepeatWaitsForItsTimeAndOnItsSiteOnly() {
    String site = sites.site(new JsonObject().put("repeatMinutes", 10));
    String text =
        "The night train from Vienna was late again and nobody on the platform was told why";
    sites.post(site, comment("/repeats", text), Map.of());

    Answer same = sites.post(site, comment("/elsewhere", text.toUpperCase(Locale.ROOT)), Map.of());
    Answer near = sites.post(site, comment("/elsewhere", text + ", " + text + "!"), Map.of());

    assertThat(sites.heldFor(same)).containsExactly("repeats:same");
    assertThat(sites.heldFor(near)).containsExactly("repeats:near");
    assertThat(app.post(comment("/repeats", text)).status()).isEqualTo(201);
    assertThat(app.post(comment("/repeats", text)).status()).isEqualTo(201);
  }

  @Test
  void aStampProvesWhenTheFormWasOpenedAndIsOfItsSite() {
    String site = sites.site(new JsonObject().put("formSeconds", 1).put("formRequired", true));
    Answer form = sites.get(site, "/form", Map.of());
    String stamp = form.json().getString("stamp");
    String foreign = app.get("/form").json().getString("stamp");

    assertThat(form.header("Cache-Control")).isEqualTo("no-store");
    assertThat(sites.heldFor(sites.post(site, stamped(stamp), Map.of())))
        .containsExactly("form-time:young");
    assertThat(sites.heldFor(sites.post(site, stamped(foreign), Map.of())))
        .containsExactly("form-time:forged");
    for (String forged : List.of("", ".", "1.", "x.y", stamp + "x", "9".repeat(200) + ".x", "é")) {
      assertThat(sites.heldFor(sites.post(site, stamped(forged), Map.of())))
          .as(forged)
          .containsExactly("form-time:forged");
    }
    assertThat(sites.heldFor(sites.post(site, comment("/form", "None"), Map.of())))
        .containsExactly("form-time:missing");
    Eventually.is(
        "a form that was open for a second is fine",
        () -> sites.post(site, stamped(stamp), Map.of()).status() == 201);
  }

  @Test
  void aFormThatIsNoFormIsRefused() {
    JsonObject wrong = comment("/form", "x")
        .put("form", new JsonObject().put("stamp", 1).put("website", new JsonArray()));

    assertThat(app.post(wrong).badFields()).containsExactlyInAnyOrder("form.stamp", "form.website");
    assertThat(app.post(comment("/form", "x").put("form", "x")).badFields())
        .containsExactly("form");
    assertThat(sites.get("none", "/form", Map.of()).status()).isEqualTo(404);
  }

  private static JsonObject stamped(String stamp) {
    return comment("/form", "Typed").put("form", new JsonObject().put("stamp", stamp));
  }
}
