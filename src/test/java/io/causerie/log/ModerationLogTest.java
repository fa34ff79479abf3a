package io.causerie.log;

import static io.causerie.testing.TestApp.ADMIN;
import static io.causerie.testing.TestApp.comment;
import static io.causerie.testing.TestApp.encode;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.causerie.testing.Answer;
import io.causerie.testing.Counters;
import io.causerie.testing.LogChain;
import io.causerie.testing.ServiceTest;
import io.causerie.testing.TestApp;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who did what, and that nobody changes what is said there. */
@ServiceTest
final class ModerationLogTest {
  private static final String NOBODYS = "0000000000001";
  private final TestApp app;

  ModerationLogTest(TestApp app) {
    this.app = app;
  }

  @Test
  void anActIsListedWithWhoAndWhatAndWhy() {
    String id = app.postId(comment("https://blog.example/tea", "Buy pills"));
    JsonObject decision =
        new JsonObject().put("ids", List.of(id)).put("status", "spam").put("reason", "Advertising");
    TestApp.await(app.deciding(decision, ADMIN));

    JsonObject entry = entries("").get(0);

    assertThat(entry.getInteger("seq")).isEqualTo(1);
    assertThat(entry.getString("at")).endsWith("Z");
    assertThat(entry.getString("actor")).isEqualTo("admin");
    assertThat(entry.getString("actorName")).isEqualTo("administrator");
    assertThat(entry.getString("action")).isEqualTo("spam");
    assertThat(entry.getString("commentId")).isEqualTo(id);
    assertThat(entry.getString("thread")).isEqualTo("https://blog.example/tea");
    assertThat(entry.getString("reason")).isEqualTo("Advertising");
    assertThat(entry.getJsonObject("before")).isEqualTo(new JsonObject().put("status", "approved"));
    assertThat(entry.getJsonObject("after")).isEqualTo(new JsonObject().put("status", "spam"));
  }

  @Test
  void thePagesTogetherAreTheWholeLogNewestFirst() {
    LogChain.write(app, 7, "'approve'", "null");

    List<Integer> seqs = new ArrayList<>();
    String next = "";
    for (int page = 0; page < 4; page++) {
      JsonObject answer = log("?limit=2" + next).json();
      answer.getJsonArray("entries").forEach(e -> seqs.add(((JsonObject) e).getInteger("seq")));
      next = "&after=" + answer.getString("next");
    }

    assertThat(seqs).containsExactly(7, 6, 5, 4, 3, 2, 1);
    assertThat(next).isEqualTo("&after=null");
  }

  @Test
  void aPageThatWouldBeLargeEndsEarlyAndTheNextGoesOn() {
    LogChain.write(app, 6, "'settings'", "null");
    LogChain.tamper(
        app.database(),
        "update moderation_log set after = (select jsonb_agg(gen_random_uuid())"
            + " from generate_series(1, 10000) where seq > 0) where site_id = '" + app.site()
            + "'");

    JsonObject page = log("?limit=6").json();

    assertThat(page.getJsonArray("entries").size()).isBetween(1, 5);
    assertThat(log("?limit=6&after=" + page.getString("next")).json().getJsonArray("entries"))
        .isNotEmpty();
  }

  @Test
  void eachFilterLeavesWhatItNames() {
    String tea = app.postId(comment("https://blog.example/tea", "Tea"));
    String ale = app.postId(comment("/ale", "Ale"));
    app.setStatus(tea, "spam");
    app.setStatus(ale, "rejected");
    app.setStatus(ale, "approved");
    JsonObject newest = entries("").get(0);
    String at = encode(newest.getString("at"));

    assertThat(seqs("?action=spam")).containsExactly(1);
    assertThat(seqs("?actor=admin")).containsExactly(3, 2, 1);
    assertThat(seqs("?actor=console")).isEmpty();
    assertThat(seqs("?comment=" + ale)).containsExactly(3, 2);
    assertThat(seqs("?comment=" + ale.toLowerCase(Locale.ROOT) + "&action=approve"))
        .containsExactly(3);
    assertThat(seqs("?thread=" + encode("http://BLOG.example/tea/?utm_source=x")))
        .containsExactly(1);
    assertThat(seqs("?author=" + newest.getString("authorId"))).containsExactly(3, 2);
    assertThat(seqs("?from=" + at)).contains(3);
    assertThat(seqs("?to=" + at)).doesNotContain(3);
    assertThat(seqs("?from=2000-01-01T00:00:00Z&to=" + encode("2100-01-01T00:00:00+02:00")))
        .containsExactly(3, 2, 1);
    assertThat(seqs("?from=2100-01-01T00:00:00Z")).isEmpty();
  }

  @Test
  void aThreadIsFoundByAKeyItHadBefore() {
    String id = app.postId(comment("/new", "Moved"));
    app.setStatus(id, "spam");
    app.database()
        .execute("insert into thread_aliases (site_id, key, thread_id)"
            + " select site_id, '/old', id from threads where site_id = '"
            + app.site() + "'");

    assertThat(entries("?thread=/old").get(0).getString("thread")).isEqualTo("/new");
  }

  @Test
  void whatIsOfAnotherSiteFindsNothing() {
    String other = "/api/v1/sites/" + app.anotherSite("{}");
    String id = app.postId(comment("/tea", "Tea"));
    app.setStatus(id, "spam");

    for (String filter : List.of("", "?comment=" + id, "?thread=/tea", "?actor=admin")) {
      Answer others = app.send(HttpMethod.GET, other + "/moderation/log" + filter, ADMIN, null);
      assertThat(others.json().getJsonArray("entries")).as(filter).isEmpty();
    }
    assertThat(seqs("?comment=" + NOBODYS + "&author=" + NOBODYS)).isEmpty();
  }

  @Test
  void everyValueThatCannotBeIsNamed() {
    String wrong = "actor=somebody&action=explode&comment=1&author=x&thread=&from=yesterday&to=1&";

    assertThat(log("?" + wrong + "limit=101&after=x").badFields())
        .containsExactlyInAnyOrder(
            "actor", "action", "comment", "author", "thread", "from", "to", "limit", "after");
    assertThat(log("/export?" + wrong + "format=xls").badFields())
        .containsExactlyInAnyOrder(
            "actor", "action", "comment", "author", "thread", "from", "to", "format");
    assertThat(log("?from=2026-02-01T00:00:00Z&to=2026-01-01T00:00:00Z").badFields())
        .containsExactly("to");
  }

  @Test
  void aCursorOfOneListIsNoneOfAnother() {
    LogChain.write(app, 3, "'approve'", "null");
    String next = log("?limit=1").json().getString("next");

    assertThat(log("?limit=1&action=approve&after=" + next).badFields()).containsExactly("after");
  }

  @Test
  void theLogIsForTheTeamAlone() {
    String reader = TestApp.token(app.post(comment("/tea", "Tea")));

    for (String path : List.of("/moderation/log", "/moderation/log/export")) {
      assertThat(app.get(path).status()).isEqualTo(401);
      assertThat(app.get(path, Map.of("Authorization", "Bearer " + reader)).status())
          .isEqualTo(403);
      assertThat(app.send(HttpMethod.GET, "/api/v1/sites/nobody" + path, ADMIN, null)
              .status())
          .isEqualTo(404);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update moderation_log set reason = 'none'",
        "delete from moderation_log",
        "truncate moderation_log"
      })
  void evenTheOwnerOfTheTableOnlyAdds(String change) {
    LogChain.write(app, 1, "'ban'", "'Because'");

    assertThatThrownBy(() -> app.database().execute(change))
        .hasMessageContaining("only ever added");
  }

  @Test
  void twoNodesThatDecideAtOnceWriteOneChain() {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      ids.add(app.postId(comment("/race/" + i % 3, "Whose?")));
    }
    try (TestApp second = app.anotherNode()) {
      for (String status : List.of("spam", "approved", "rejected", "pending", "deleted")) {
        List<Future<Answer>> racers = new ArrayList<>();
        for (String id : ids) {
          racers.add(app.deciding(List.of(id), status, ADMIN));
          racers.add(second.deciding(List.of(id), status, ADMIN));
        }
        TestApp.await(Future.join(racers).otherwiseEmpty());

        assertThat(racers).allMatch(racer -> racer.result().status() == 200);
      }
    }

    String here = " where site_id = '" + app.site() + "'";
    LogCheck.Result found = LogChain.check(app);
    assertThat(found.fault()).isNull();
    assertThat(found.entries())
        .isEqualTo(app.database().count("select count(*) from moderation_log" + here))
        .isGreaterThan(ids.size());
    assertThat(found.entries())
        .isEqualTo(app.database().count("select max(seq) from moderation_log" + here));
    new Counters(app.database()).assertExact(app.site());
  }

  @Test
  void timesNeverGoBackAlsoWhenTheClockDoes() {
    String id = app.postId(comment("/clock", "Tick"));
    app.setStatus(id, "spam");
    app.database()
        .execute("update log_heads set at = now() + interval '1 hour' where site_id = '"
            + app.site() + "'");

    app.setStatus(id, "approved");
    app.setStatus(id, "rejected");

    assertThat(app.database()
            .count("select count(*) from moderation_log where at > now() + interval '50 minutes'"
                + " and site_id = '" + app.site() + "'"))
        .isEqualTo(2);
  }

  private List<Integer> seqs(String filter) {
    return entries(filter).stream().map(entry -> entry.getInteger("seq")).toList();
  }

  private List<JsonObject> entries(String filter) {
    return log(filter).json().getJsonArray("entries").stream()
        .map(JsonObject.class::cast)
        .toList();
  }

  private Answer log(String rest) {
    return app.get("/moderation/log" + rest, ADMIN);
  }
}
