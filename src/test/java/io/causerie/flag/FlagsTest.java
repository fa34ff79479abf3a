package io.causerie.flag;

import static io.causerie.testing.TestApp.comment;
import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.core.Id;
import io.causerie.testing.Answer;
import io.causerie.testing.BanRoutes;
import io.causerie.testing.Counters;
import io.causerie.testing.Eventually;
import io.causerie.testing.ServiceTest;
import io.causerie.testing.TestApp;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What readers report, and when it hides a comment. */
@ServiceTest(settings = "CAUSERIE_TRUSTED_PROXIES=127.0.0.0/8")
final class FlagsTest {
  private static final AtomicInteger SUBNET = new AtomicInteger();
  private final TestApp app;

  FlagsTest(TestApp app) {
    this.app = app;
  }

  @AfterEach
  void count() {
    new Counters(app.database()).assertExact(app.site());
  }

  @Test
  void aFlagIsNotedAndTheCommentStays() {
    String id = app.postId(comment("/noted", "Disputed"));
    Answer before = app.get(TestApp.pagePath("/noted"));

    Answer noted =
        flag(id, new JsonObject().put("reason", "abuse").put("note", " Names\n"), member());

    assertThat(noted.status()).isEqualTo(204);
    Row flag = flags(id).get(0);
    assertThat(flag.getString("reason")).isEqualTo("abuse");
    assertThat(flag.getString("note")).isEqualTo("Names");
    assertThat(flag.getInteger("weight")).isEqualTo(1);
    assertThat(flagCount(id)).isEqualTo(1);
    assertThat(app.get(TestApp.pagePath("/noted")).text()).isEqualTo(before.text());
  }

  @Test
  void flagsOfEnoughWeightHoldTheCommentAndTheLogSaysWhy() {
    String id = app.postId(comment("/enough", "Enough"));

    flag(id, "spam", member());
    flag(id, "spam", member());
    assertThat(status(id)).isEqualTo("approved");
    flag(id, "spam", member());

    assertThat(status(id)).isEqualTo("pending");
    assertThat(app.page("/enough", "").getJsonArray("comments")).isEmpty();
    Row held = app.database()
        .rows("select held_for[1], flag_count from comments where id = " + Id.parse(id))
        .get(0);
    assertThat(held.getString(0)).isEqualTo("flags:3");
    assertThat(held.getInteger(1)).isEqualTo(3);
    Row entry = app.database()
        .rows("select actor, action from moderation_log where comment_id = " + Id.parse(id))
        .get(0);
    assertThat(entry.getString("actor")).isEqualTo("system:flags");
    assertThat(entry.getString("action")).isEqualTo("hold");
  }

  @Test
  void threeFlagsAtOnceAreNeverMissedTogether() {
    List<Map<String, String>> members = List.of(member(), member(), member());
    for (int round = 0; round < 20; round++) {
      String id = app.postId(comment("/race/" + round, "Race " + round));

      List<Future<Answer>> flags =
          members.stream().map(member -> flagging(id, reason("spam"), member)).toList();

      // Whoever is told that there was no time asks again.
      for (int i = 0; i < flags.size(); i++) {
        if (TestApp.await(flags.get(i)).status() == 503) {
          flag(id, "spam", members.get(i));
        }
      }
      assertThat(status(id)).as("round %d", round).isEqualTo("pending");
    }
  }

  /** Both wait for the thread, the decision first: it settles the flag that has just been stored. */
  @Test
  void flagsThatAnApprovalHasSettledHoldNothing() {
    List<Map<String, String>> members = List.of(member(), member(), member());
    int decided = 0;
    for (int round = 0; round < 6; round++) {
      String thread = "/overtaken/" + round;
      String id = app.postId(comment(thread, "Fine"));
      flag(id, "spam", members.get(0));
      flag(id, "spam", members.get(1));

      app.database()
          .execute("begin; select from threads where key = '" + thread + "' and site_id = '"
              + app.site() + "' for update");
      Future<Answer> approved = app.deciding(List.of(id), "approved", TestApp.ADMIN);
      waits(1, approved);
      Future<Answer> third = flagging(id, reason("spam"), members.get(2));
      waits(2, third);
      app.database().execute("commit");

      // Whoever had to wait too long has decided nothing.
      if (TestApp.await(approved).status() == 200 && TestApp.await(third).status() == 204) {
        decided++;
        assertThat(status(id)).as("round %d", round).isEqualTo("approved");
        assertThat(flags(id))
            .extracting(flag -> flag.getString("outcome"))
            .containsOnly("dismissed");
      }
    }
    assertThat(decided).isPositive();
  }

  private void waits(int count, Future<Answer> last) {
    String waiting = "select count(*) from pg_locks where not granted";
    Eventually.is(
        count + " wait", () -> last.isComplete() || app.database().count(waiting) >= count);
  }

  @Test
  void fiftyFlagsFromOneSubnetHideNothing() {
    String id = app.postId(comment("/fifty", "Unloved"));
    for (int i = 1; i <= 50; i++) {
      flag(id, "spam", member("2001:db8:7:" + Integer.toHexString(i) + "::1"));
    }

    assertThat(status(id)).isEqualTo("approved");
    assertThat(flagCount(id)).isEqualTo(50);
    assertThat(flags(id)).allMatch(flag -> flag.getInteger("weight") == 1);
  }

  @Test
  void whoHasNoApprovedCommentWeighsNothing() {
    String id = app.postId(comment("/strangers", "Unloved"));
    Answer waiting = app.post(comment("/strangers", "Waits"), from(subnet()));
    app.setStatus(TestApp.id(waiting), "pending");

    for (int i = 0; i < 5; i++) {
      flag(id, "spam", from(subnet()));
    }
    flag(id, "spam", with(waiting, subnet()));

    assertThat(status(id)).isEqualTo("approved");
    assertThat(flagCount(id)).isEqualTo(6);
    assertThat(flags(id)).allMatch(flag -> flag.getInteger("weight") == 0);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0, 0, 1",
    "9, 5, 0, 1",
    "10, 0, 0, 1",
    "10, 1, 0, 2",
    "10, 2, 2, 1",
    "10, 1, 2, 0",
    "10, 0, 2, 1",
    "1, 0, 3, 0",
    "0, 9, 0, 0",
  })
  void aFlagWeighsByTheRecordOfItsAuthor(int approved, int upheld, int dismissed, int weight) {
    String thread = "/record/%d/%d/%d".formatted(approved, upheld, dismissed);
    String id = app.postId(comment(thread, "Judged"));
    Answer first = app.post(comment(thread, "Mine 1"), from(subnet()));
    Map<String, String> member = with(first, subnet());
    for (int i = 2; i <= approved; i++) {
      app.post(comment(thread, "Mine " + i), member);
    }
    if (approved == 0) {
      app.setStatus(TestApp.id(first), "rejected");
    }
    settled(thread, "rejected", upheld, member);
    settled(thread, "approved", dismissed, member);

    flag(id, "spam", member);

    assertThat(flags(id).get(0).getInteger("weight")).isEqualTo(weight);
  }

  @Test
  void theSameViewerAgainReplacesReasonAndNoteAndCountsOnce() {
    String id = app.postId(comment("/again", "Disputed"));
    Map<String, String> stranger = from("2001:db8:8:1::1");
    Map<String, String> neighbour = from("2001:db8:8:1::2");
    Map<String, String> member = member();

    flag(id, new JsonObject().put("reason", "spam").put("note", "First"), stranger);
    flag(id, new JsonObject().put("reason", "other").put("note", "Second"), neighbour);
    flag(id, "spam", member);
    flag(id, "illegal", member);

    assertThat(flags(id))
        .extracting(flag -> flag.getString("reason"))
        .containsExactlyInAnyOrder("other", "illegal");
    assertThat(flags(id)).extracting(flag -> flag.getString("note")).contains("Second");
    assertThat(flagCount(id)).isEqualTo(2);
  }

  @Test
  void aModeratorsApprovalSettlesTheFlagsSoFarAndNewOnesCountAnew() {
    String id = app.postId(comment("/settled", "Fine"));
    Map<String, String> first = member();
    flag(id, "spam", first);
    flag(id, "spam", member());
    app.setStatus(id, "approved");
    assertThat(flagCount(id)).isZero();

    flag(id, "abuse", first);
    assertThat(flagCount(id)).isZero();
    flag(id, "spam", member());
    flag(id, "spam", member());
    assertThat(status(id)).isEqualTo("approved");
    flag(id, "spam", member());

    assertThat(status(id)).isEqualTo("pending");
    assertThat(flags(id))
        .filteredOn(flag -> "dismissed".equals(flag.getString("outcome")))
        .hasSize(2)
        .allMatch(flag -> flag.getString("reason").equals("spam"));
  }

  @Test
  void ofTheTeamNothingIsHidden() {
    Answer posted = app.post(comment("/team", "As your moderator …"));
    app.team().takeOver(TestApp.id(posted));

    for (int i = 0; i < 4; i++) {
      flag(TestApp.id(posted), "abuse", member());
    }

    assertThat(status(TestApp.id(posted))).isEqualTo("approved");
    assertThat(flagCount(TestApp.id(posted))).isEqualTo(4);
  }

  @Test
  void aSiteMayHoldNothingForFlags() {
    String calm = "/api/v1/sites/" + app.anotherSite("{\"flagsToHold\": 0}");
    String id = TestApp.id(app.send(
        HttpMethod.POST, calm + "/comments", TestApp.JSON, comment("/a", "Calm").toBuffer()));
    for (int i = 0; i < 4; i++) {
      Map<String, String> somebody = json(from(subnet()));
      String token = TestApp.token(app.send(
          HttpMethod.POST,
          calm + "/comments",
          somebody,
          comment("/a", "Me " + i).toBuffer()));
      somebody.put("Authorization", "Bearer " + token);
      app.send(
          HttpMethod.POST,
          calm + "/comments/" + id + "/flags",
          somebody,
          reason("spam").toBuffer());
    }

    assertThat(status(id)).isEqualTo("approved");
    assertThat(flagCount(id)).isEqualTo(4);
  }

  @Test
  void onesOwnCommentIsAConflict() {
    Answer own = app.post(comment("/own", "Mine"), from(subnet()));

    assertThat(flag(TestApp.id(own), reason("spam"), with(own, subnet())).status())
        .isEqualTo(409);
    assertThat(flagCount(TestApp.id(own))).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"pending", "rejected", "spam", "deleted"})
  void whatThePublicDoesNotSeeIsNotFound(String status) {
    String id = app.postId(comment("/hidden/" + status, "Hidden"));
    app.setStatus(id, status);

    assertThat(flag(id, reason("spam"), member()).status()).isEqualTo(404);
    assertThat(flagCount(id)).isZero();
  }

  @Test
  void aCommentOfAnotherSiteOrNoneIsNotFound() {
    String foreign = TestApp.id(app.send(
        HttpMethod.POST,
        "/api/v1/sites/" + app.anotherSite("{}") + "/comments",
        TestApp.JSON,
        comment("/a", "Elsewhere").toBuffer()));
    for (String id : List.of(foreign, "0000000000001", "x", "%27%20or%201=1")) {
      assertThat(flag(id, reason("spam"), Map.of()).status()).as(id).isEqualTo(404);
    }
  }

  @Test
  void whoIsBannedMayNotFlagAndWhoIsShadowBannedIsNotTold() {
    String id = app.postId(comment("/banned", "Disputed"));
    Answer banned = app.post(comment("/banned", "Rude"), from(subnet()));
    Answer shadowed = app.post(comment("/banned", "Tiresome"), from(subnet()));
    BanRoutes bans = new BanRoutes(app);
    bans.make(BanRoutes.ofComment(TestApp.id(banned)));
    bans.make(BanRoutes.ofComment(TestApp.id(shadowed)).put("shadow", true));
    bans.make(BanRoutes.ofNetwork("192.0.2.0/24"));

    assertThat(flag(id, reason("spam"), with(banned, subnet())).status()).isEqualTo(403);
    assertThat(flag(id, reason("spam"), from("192.0.2.77")).status()).isEqualTo(403);
    assertThat(flags(id)).isEmpty();
    assertThat(flag(id, reason("spam"), with(shadowed, subnet())).status()).isEqualTo(204);
    assertThat(flags(id)).singleElement().matches(flag -> flag.getInteger("weight") == 0);
  }

  @Test
  void everyBadFieldIsNamed() {
    String id = app.postId(comment("/bad", "Fine"));

    assertThat(flag(id, new JsonObject(), Map.of()).badFields()).containsExactly("reason");
    assertThat(
            flag(id, reason("boring").put("note", "x".repeat(1001)), Map.of()).badFields())
        .containsExactly("reason", "note");
    assertThat(flag(id, reason("spam").put("note", "a\u0007"), Map.of()).badFields())
        .containsExactly("note");
    assertThat(flag(id, reason("spam").put("note", 7), Map.of()).badFields())
        .containsExactly("note");
    assertThat(flag(id, reason("spam").put("note", "😀".repeat(1000)), Map.of()).status())
        .isEqualTo(204);
  }

  /** Flags other comments and has a moderator decide about them. */
  private void settled(String thread, String status, int times, Map<String, String> member) {
    for (int i = 0; i < times; i++) {
      String id = app.postId(comment(thread, status + " " + i));
      flag(id, "spam", member);
      app.setStatus(id, status);
    }
  }

  private void flag(String id, String reason, Map<String, String> viewer) {
    Answer answer = flag(id, reason(reason), viewer);
    assertThat(answer.status()).as(answer.text()).isEqualTo(204);
  }

  private Answer flag(String id, JsonObject flag, Map<String, String> viewer) {
    return TestApp.await(flagging(id, flag, viewer));
  }

  private Future<Answer> flagging(String id, JsonObject flag, Map<String, String> viewer) {
    return app.sending(
        HttpMethod.POST, app.path() + "/comments/" + id + "/flags", json(viewer), flag.toBuffer());
  }

  private static JsonObject reason(String reason) {
    return new JsonObject().put("reason", reason);
  }

  /** Somebody with an approved comment, in a network of their own. */
  private Map<String, String> member() {
    return member(subnet());
  }

  private Map<String, String> member(String address) {
    return with(app.post(comment("/members", "From " + address), from(address)), address);
  }

  private static String subnet() {
    return "10.1." + SUBNET.incrementAndGet() + ".9";
  }

  private static Map<String, String> from(String address) {
    return Map.of("X-Forwarded-For", address);
  }

  private static Map<String, String> with(Answer posted, String address) {
    return Map.of("X-Forwarded-For", address, "Authorization", "Bearer " + TestApp.token(posted));
  }

  private static Map<String, String> json(Map<String, String> headers) {
    Map<String, String> all = new HashMap<>(TestApp.JSON);
    all.putAll(headers);
    return all;
  }

  private List<Row> flags(String id) {
    return app.database().rows("select * from flags where comment_id = " + Id.parse(id));
  }

  private long flagCount(String id) {
    return app.database().count("select flag_count from comments where id = " + Id.parse(id));
  }

  private String status(String id) {
    return app.database()
        .rows("select status::text from comments where id = " + Id.parse(id))
        .get(0)
        .getString(0);
  }
}
