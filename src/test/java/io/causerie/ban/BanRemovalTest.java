package io.causerie.ban;

import static io.causerie.testing.BanRoutes.ofComment;
import static io.causerie.testing.BanRoutes.ofNetwork;
import static io.causerie.testing.TestApp.comment;
import static io.causerie.testing.TestApp.reply;
import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.core.Id;
import io.causerie.testing.Answer;
import io.causerie.testing.BanRoutes;
import io.causerie.testing.Counters;
import io.causerie.testing.Eventually;
import io.causerie.testing.ServiceTest;
import io.causerie.testing.TestApp;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the banned have written goes with them, and comes back if that was wrong. */
@ServiceTest(settings = BanRemovalTest.PROXIES)
final class BanRemovalTest {
  static final String PROXIES = "CAUSERIE_TRUSTED_PROXIES=127.0.0.0/8";

  /** A ban counts as just made until {@link #done}: until then posts may be under way. */
  private static final String YOUNG =
      """
      create or replace function made_later() returns trigger language plpgsql as
        'begin new.created_at := new.created_at + interval ''1 h''; return new; end';
      create or replace trigger young before insert on bans
        for each row when (new.site_id = '%s') execute function made_later();
      """;

  private final TestApp app;
  private final BanRoutes bans;

  BanRemovalTest(TestApp app) {
    this.app = app;
    bans = new BanRoutes(app);
  }

  @AfterEach
  void count() {
    new Counters(app.database()).assertExact(app.site());
  }

  @Test
  void aBanMayRemoveAndItsLiftingGiveBack() {
    Answer first = app.post(comment("/back", "One"), from("10.3.1.1"));
    String held = again(first, "/back", "Two");
    app.setStatus(held, "pending");
    String spam = again(first, "/back", "Three");
    app.setStatus(spam, "spam");
    String other = app.postId(comment("/back", "Somebody else's"));
    String answer = app.postId(reply("/back", TestApp.id(first), "To whom?"));

    JsonObject ban = bans.make(ofComment(TestApp.id(first)).put("remove", true));
    assertThat(ban.getString("work")).isEqualTo("remove");
    assertThat(done(ban).getInteger("removed")).isEqualTo(2);

    assertThat(statuses(TestApp.id(first), held, spam, other, answer))
        .containsExactly("rejected", "rejected", "spam", "approved", "approved");
    assertThat(app.get("/counts?thread=/back").json().getJsonObject("counts").getInteger("/back"))
        .isEqualTo(2);
    assertThat(entries(ban, "remove")).isEqualTo(2);
    assertThat(bans.lift(ban, "?restore=true").getString("work")).isEqualTo("restore");
    assertThat(bans.done(ban).getInteger("removed")).isZero();
    assertThat(statuses(TestApp.id(first), held, spam))
        .containsExactly("approved", "pending", "spam");
    assertThat(entries(ban, "restore")).isEqualTo(2);
  }

  @Test
  void whatSomebodyHasDecidedSinceStays() {
    Answer first = app.post(comment("/since", "One"), from("10.3.2.1"));
    String second = again(first, "/since", "Two");
    String third = again(first, "/since", "Three");
    JsonObject ban = done(bans.make(ofComment(TestApp.id(first)).put("remove", true)));

    app.setStatus(second, "approved");
    app.setStatus(third, "spam");
    bans.lift(ban, "?restore=true");
    bans.done(ban);

    assertThat(statuses(TestApp.id(first), second, third))
        .containsExactly("approved", "approved", "spam");
    assertThat(entries(ban, "restore")).isEqualTo(1);
  }

  @Test
  void whatSomebodyApprovesDuringTheRemovalIsNotRemovedAgain() {
    Answer first = app.post(comment("/during", "One"), from("10.3.3.1"));
    JsonObject ban = bans.make(ofComment(TestApp.id(first)).put("remove", true));
    Eventually.is("it is removed", () -> bans.now(ban).getInteger("removed") == 1);

    app.setStatus(TestApp.id(first), "approved");
    JsonObject after = done(ban);

    assertThat(after.getInteger("removed")).isZero();
    assertThat(statuses(TestApp.id(first))).containsExactly("approved");
  }

  @Test
  void aLiftingWithoutRestoringLeavesWhatIsRemovedAndCanStillRestoreLater() {
    Answer first = app.post(comment("/later", "One"), from("10.3.4.1"));
    JsonObject ban = done(bans.make(ofComment(TestApp.id(first)).put("remove", true)));

    assertThat(bans.lift(ban, "").getString("work")).isNull();
    assertThat(statuses(TestApp.id(first))).containsExactly("rejected");
    bans.lift(ban, "?restore=true");
    bans.done(ban);

    assertThat(statuses(TestApp.id(first))).containsExactly("approved");
    assertThat(entries(ban, "unban")).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "10.3.5.7, 10.3.5.7, 10.3.5.8",
    "10.3.6.0/24, 10.3.6.77, 10.3.7.1",
    "2001:db8:31:1::/64, 2001:db8:31:1::9, 2001:db8:31:2::9",
    "2001:db8:32::/48, 2001:db8:32:7::9, 2001:db8:33:7::9",
  })
  void whatCameFromABlockGoes(String block, String inside, String outside) {
    String met = TestApp.id(app.post(comment("/block", "In " + block), from(inside)));
    String unmet = TestApp.id(app.post(comment("/block", "Not in " + block), from(outside)));

    done(bans.make(ofNetwork(block).put("remove", true)));

    assertThat(statuses(met, unmet)).containsExactly("rejected", "approved");
  }

  @ParameterizedTest
  @CsvSource({"address, 10.3.9.1, approved", "subnet, 10.3.10.1, rejected"})
  void whatCameFromTheOriginOfACommentGoesButNotTheTeams(
      String network, String from, String neighbours) {
    Answer first = app.post(comment("/origin", "By " + network), from(from));
    Answer team = app.post(comment("/origin", "Team " + network), from(from));
    Answer neighbour =
        app.post(comment("/origin", "Near " + network), from(from.replaceAll("1$", "2")));
    app.team().takeOver(TestApp.id(team));

    done(bans.make(ofComment(TestApp.id(first)).put("network", network).put("remove", true)));

    assertThat(statuses(TestApp.id(first), TestApp.id(team), TestApp.id(neighbour)))
        .containsExactly("rejected", "approved", neighbours);
  }

  @Test
  void ofWhoPostsWhileBeingBannedNothingStays() {
    app.database().execute(YOUNG.formatted(app.site()));
    Answer first = app.post(comment("/posting", "First"), from("10.3.11.1"));
    List<Future<Answer>> posts = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      posts.add(app.posting(comment("/posting/" + i % 3, "Post " + i), by(first)));
    }
    Future<Answer> banned = bans.making(ofComment(TestApp.id(first)).put("remove", true));
    for (int i = 60; i < 120; i++) {
      posts.add(app.posting(comment("/posting/" + i % 3, "Post " + i), by(first)));
    }
    TestApp.await(Future.all(posts));

    JsonObject ban = TestApp.await(banned).json().getJsonObject("ban");
    String written = "select count(*) from comments where author_id = "
        + "(select author_id from comments where id = " + Id.parse(TestApp.id(first)) + ")";
    Eventually.is(
        "what there is is removed",
        () -> bans.now(ban).getInteger("removed") == app.database().count(written));
    copies(first, 3); // as posts that were under way arrive

    JsonObject done = done(ban);

    assertThat(app.database().count(written + " and status = 'approved'")).isZero();
    assertThat(app.database().count(written)).isGreaterThan(0);
    assertThat((long) done.getInteger("removed")).isEqualTo(app.database().count(written));
    assertThat(entries(ban, "remove")).isEqualTo(app.database().count(written));
  }

  @Test
  void aRemovalGoesOnAfterARestart() {
    Answer first = app.post(comment("/restart", "First"), from("10.3.12.1"));
    copies(first, 500);
    again(first, "/restart/last", "Last");

    hold("/restart/last");
    JsonObject ban = bans.make(ofComment(TestApp.id(first)).put("remove", true));
    Eventually.is("some are removed", () -> bans.now(ban).getInteger("removed") > 0);
    app.restart();
    assertThat(bans.now(ban).getInteger("removed")).isLessThan(502);
    app.database().execute("commit");

    assertThat(done(ban).getInteger("removed")).isEqualTo(502);
    assertThat(entries(ban, "remove")).isEqualTo(502);
    new Counters(app.database()).assertExact(app.site());

    hold("/restart/last");
    bans.lift(ban, "?restore=true");
    Eventually.is("some are back", () -> bans.now(ban).getInteger("removed") < 502);
    app.restart();
    app.database().execute("commit");

    assertThat(bans.done(ban).getInteger("removed")).isZero();
    assertThat(entries(ban, "restore")).isEqualTo(502);
  }

  @Test
  void aRemovalThatIsStuckLeavesTheOthersTheirTurn() {
    Answer first = app.post(comment("/stuck", "First"), from("10.3.14.1"));
    Answer other = app.post(comment("/free", "Other"), from("10.3.15.1"));

    hold("/stuck");
    JsonObject stuck = bans.make(ofComment(TestApp.id(first)).put("remove", true));
    JsonObject free = bans.make(ofComment(TestApp.id(other)).put("remove", true));

    Eventually.is("the other is removed", () -> bans.now(free).getInteger("removed") == 1);
    assertThat(bans.now(stuck).getInteger("removed")).isZero();
    app.database().execute("commit");
    assertThat(done(stuck).getInteger("removed")).isEqualTo(1);
  }

  @Test
  void aLiftingStopsARemovalThatIsUnderWay() {
    Answer first = app.post(comment("/stopped", "First"), from("10.3.13.1"));
    copies(first, 500);
    JsonObject ban = bans.make(ofComment(TestApp.id(first)).put("remove", true));
    Eventually.is("some are removed", () -> bans.now(ban).getInteger("removed") > 0);

    bans.lift(ban, "?restore=true");
    bans.done(ban);

    assertThat(app.database()
            .count("select count(*) from comments c join threads t on t.id = c.thread_id"
                + " where t.key = '/stopped' and c.status <> 'approved'"
                + " and t.site_id = '" + app.site() + "'"))
        .isZero();
  }

  /** Nothing is decided about the thread until the transaction is over, so that some work is left. */
  private void hold(String thread) {
    app.database()
        .execute("begin; select from threads where key = '" + thread + "' and site_id = '"
            + app.site() + "' for update");
  }

  /** As many more comments by the same author. */
  private void copies(Answer first, int count) {
    app.database()
        .execute(
            """
            insert into comments (id, site_id, thread_id, root_id, path, author_id, author_name,
              author_kind, body, body_html, markup_version, status, created_at)
            select id + n, site_id, thread_id, id + n, array[id + n], author_id, author_name,
              author_kind, body, body_html, markup_version, 'approved', created_at
            from comments, generate_series(1, %d) n
            where id = %d
            """
                .formatted(count, Id.parse(TestApp.id(first))));
  }

  /** The ban when its removal is done, without the wait for posts that might be under way. */
  private JsonObject done(JsonObject ban) {
    app.database()
        .execute("update bans set created_at = created_at - interval '2 h' where id = "
            + Id.parse(ban.getString("id")));
    return bans.done(ban);
  }

  private String again(Answer first, String thread, String body) {
    return TestApp.id(app.post(comment(thread, body), by(first)));
  }

  private static Map<String, String> by(Answer first) {
    return Map.of("Authorization", "Bearer " + TestApp.token(first));
  }

  private static Map<String, String> from(String address) {
    return Map.of("X-Forwarded-For", address);
  }

  private List<String> statuses(String... ids) {
    return List.of(ids).stream()
        .map(id -> app.database()
            .rows("select status::text from comments where id = " + Id.parse(id))
            .get(0)
            .getString(0))
        .toList();
  }

  private long entries(JsonObject ban, String action) {
    return app.database()
        .count("select count(*) from moderation_log where action = '%s' and ban_id = %d"
            .formatted(action, Id.parse(ban.getString("id"))));
  }
}
