package io.causerie.ban;

import static io.causerie.testing.BanRoutes.ofAuthor;
import static io.causerie.testing.BanRoutes.ofComment;
import static io.causerie.testing.BanRoutes.ofNetwork;
import static io.causerie.testing.TestApp.comment;
import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.account.Role;
import io.causerie.core.Id;
import io.causerie.testing.Answer;
import io.causerie.testing.BanRoutes;
import io.causerie.testing.ServiceTest;
import io.causerie.testing.Team;
import io.causerie.testing.TestApp;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may not write. */
@ServiceTest(settings = "CAUSERIE_TRUSTED_PROXIES=127.0.0.0/8")
final class BansTest {
  private static final AtomicInteger SUBNET = new AtomicInteger();
  private final TestApp app;
  private final BanRoutes bans;

  BansTest(TestApp app) {
    this.app = app;
    bans = new BanRoutes(app);
  }

  @Test
  void whoIsBannedMayNotPostUntilTheBanIsLifted() {
    Answer first = post(subnet());
    JsonObject ban = bans.make(ofComment(TestApp.id(first)));

    assertThat(again(first, subnet()).status()).isEqualTo(403);
    bans.lift(ban, "");
    assertThat(again(first, subnet()).status()).isEqualTo(201);
  }

  @Test
  void aBanEndsByItself() {
    Answer first = post(subnet());
    Instant soon = Instant.now().plusSeconds(3600).truncatedTo(ChronoUnit.MILLIS);
    JsonObject ban = bans.make(ofComment(TestApp.id(first)).put("until", soon.toString()));
    assertThat(ban.getString("until")).isEqualTo(soon.toString());
    assertThat(again(first, subnet()).status()).isEqualTo(403);

    app.database()
        .execute("update bans set until = now() - interval '1 s' where id = "
            + Id.parse(ban.getString("id")));

    assertThat(again(first, subnet()).status()).isEqualTo(201);
    assertThat(bans.now(ban).getBoolean("active")).isFalse();
    bans.make(ofComment(TestApp.id(first)));
  }

  @Test
  void aBanIsInForceOnTheOtherNodeToo() {
    try (TestApp other = app.anotherNode()) {
      Answer first = other.post(comment("/nodes", "Here"));
      Map<String, String> author = Map.of("Authorization", "Bearer " + TestApp.token(first));
      assertThat(other.post(comment("/nodes", "Again"), author).status()).isEqualTo(201);

      JsonObject ban = bans.make(ofComment(TestApp.id(first)));
      assertThat(other.post(comment("/nodes", "And again"), author).status()).isEqualTo(403);

      bans.lift(ban, "");
      assertThat(other.post(comment("/nodes", "Back"), author).status()).isEqualTo(201);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "address, 10.7.1.5, 10.7.1.5, 10.7.1.6",
    "subnet, 10.7.2.5, 10.7.2.200, 10.7.3.5",
    "address, 2001:db8:1:2::3, 2001:db8:1:2:ffff::4, 2001:db8:1:3::3",
    "subnet, 2001:db8:2:1::3, 2001:db8:2:ffff::4, 2001:db8:3:1::3",
  })
  void theOriginOfACommentIsBannedWithoutSayingWhatItIs(
      String kind, String from, String met, String unmet) {
    Answer first = post(from);

    JsonObject ban = bans.make(ofComment(TestApp.id(first)).put("network", kind));

    assertThat(ban.getJsonObject("target"))
        .isEqualTo(new JsonObject()
            .put("kind", kind)
            .putNull("authorId")
            .putNull("authorName")
            .putNull("network"));
    assertThat(post(met).status()).isEqualTo(403);
    assertThat(again(first, met).status()).isEqualTo(403);
    assertThat(post(unmet).status()).isEqualTo(201);
    bans.lift(ban, "");
    assertThat(post(met).status()).isEqualTo(201);
  }

  @ParameterizedTest
  @CsvSource({
    "203.0.113.7, 203.0.113.7/32, 203.0.113.7, 203.0.113.8",
    "198.51.100.77/24, 198.51.100.0/24, 198.51.100.1, 198.51.101.1",
    "172.16.0.0/12, 172.16.0.0/12, 172.31.255.255, 172.32.0.1",
    "2001:db8:9::5/48, 2001:db8:9::/48, 2001:db8:9:1::1, 2001:db8:a:1::1",
    "' 192.0.2.1 ', 192.0.2.1/32, 192.0.2.1, 192.0.2.2",
  })
  void aBlockIsBannedByItsFirstAddress(String typed, String block, String met, String unmet) {
    JsonObject ban = bans.make(ofNetwork(typed));

    assertThat(ban.getJsonObject("target").getString("network")).isEqualTo(block);
    assertThat(post(met).status()).isEqualTo(403);
    assertThat(post(unmet).status()).isEqualTo(201);
    bans.lift(ban, "");
  }

  @Test
  void theAuthorOfACommentIsNamed() {
    Answer first = post(subnet());

    JsonObject target = bans.make(ofComment(TestApp.id(first))).getJsonObject("target");

    assertThat(target.getString("kind")).isEqualTo("author");
    assertThat(target.getString("authorId")).isEqualTo(author(first));
    assertThat(target.getString("authorName")).isEqualTo("Ann");
  }

  @Test
  void theSameTargetTwiceIsAConflictThatNamesTheBan() {
    Answer first = post(subnet());
    JsonObject ban = bans.make(ofComment(TestApp.id(first)));

    Answer again = bans.answer(ofAuthor(author(first)).put("shadow", true));

    assertThat(again.status()).isEqualTo(409);
    assertThat(again.text()).contains(ban.getString("id"));
    bans.lift(ban, "");
    bans.make(ofAuthor(author(first)));
  }

  @Test
  void ofTwoModeratorsAtOnceOneBans() {
    for (int round = 0; round < 10; round++) {
      JsonObject ban = ofAuthor(author(post(subnet())));

      var both = TestApp.await(Future.all(bans.making(ban), bans.making(ban)));

      assertThat(both.<Answer>list())
          .extracting(Answer::status)
          .containsExactlyInAnyOrder(201, 409);
    }
  }

  @Test
  void everyBanAndEachLiftingIsLoggedOnce() {
    JsonObject ban = bans.make(ofComment(TestApp.id(post(subnet()))).put("shadow", true));
    JsonObject lifted = bans.lift(ban, "");

    assertThat(bans.lift(ban, "")).isEqualTo(lifted);
    assertThat(lifted.getBoolean("active")).isFalse();
    assertThat(lifted.getString("liftedBy")).isEqualTo("administrator");
    List<Row> entries = app.database()
        .rows("select action, actor, reason, before::text, after::text from moderation_log"
            + " where ban_id = " + Id.parse(ban.getString("id")) + " order by seq");
    assertThat(entries).extracting(entry -> entry.getString(0)).containsExactly("ban", "unban");
    assertThat(entries).extracting(entry -> entry.getString(1)).containsOnly("admin");
    assertThat(entries.get(0).getString(2)).isEqualTo("Insults");
    assertThat(entries.get(0).getString(4))
        .isEqualTo("{\"remove\": false, \"shadow\": true, \"target\": \"author\"}");
    assertThat(entries.get(1).getString(3)).isEqualTo("{\"shadow\": true, \"removed\": 0}");
    assertThat(entries.get(1).getString(4)).isEqualTo("{\"restore\": false}");
  }

  @Test
  void theListIsPagedFromTheNewestAndTellsWhatIsInForce() {
    JsonObject first = bans.make(ofAuthor(author(post(subnet()))));
    JsonObject second = bans.make(ofAuthor(author(post(subnet()))));
    JsonObject third = bans.make(ofAuthor(author(post(subnet()))));
    bans.lift(second, "");

    JsonObject page = bans.list("?limit=1").json();
    assertThat(ids(page)).containsExactly(third.getString("id"));
    String after = "?limit=1&after=" + page.getString("next");
    assertThat(ids(bans.list(after).json())).containsExactly(second.getString("id"));
    assertThat(bans.list(after + "&active=true").badFields()).containsExactly("after");
    assertThat(ids(bans.list("?active=true&limit=2").json()))
        .containsExactly(third.getString("id"), first.getString("id"));
    assertThat(ids(bans.list("?active=false").json()))
        .contains(second.getString("id"))
        .doesNotContain(first.getString("id"));
    assertThat(bans.list("?active=maybe&limit=0&after=x").badFields())
        .containsExactlyInAnyOrder("active", "limit", "after");
  }

  @Test
  void whatIsOfAnotherSiteIsNotFound() {
    String other = "/api/v1/sites/" + app.anotherSite("{}");
    Answer foreign = app.send(
        HttpMethod.POST,
        other + "/comments",
        TestApp.JSON,
        comment("/a", "Elsewhere").toBuffer());
    Answer elsewhere = app.send(
        HttpMethod.POST,
        other + "/moderation/bans",
        Team.jsonFrom(TestApp.ADMIN_TOKEN),
        ofComment(TestApp.id(foreign)).toBuffer());

    assertThat(bans.answer(ofComment(TestApp.id(foreign))).status()).isEqualTo(404);
    assertThat(bans.answer(ofAuthor(author(foreign))).status()).isEqualTo(404);
    assertThat(bans.lift(elsewhere.json().getJsonObject("ban").getString("id")).status())
        .isEqualTo(404);
    assertThat(bans.lift("nonsense").status()).isEqualTo(404);
  }

  @Test
  void everyBadFieldIsNamed() {
    String id = TestApp.id(post(subnet()));

    assertThat(bans.answer(new JsonObject()).badFields()).containsExactly("authorId", "reason");
    assertThat(bans.answer(ofAuthor("nonsense").put("reason", "")).badFields())
        .containsExactly("authorId", "reason");
    assertThat(bans.answer(ofComment(id).put("authorId", id).put("address", "10.0.0.1"))
            .badFields())
        .containsExactly("authorId", "commentId", "address");
    assertThat(bans.answer(ofAuthor(id).put("network", "address")).badFields())
        .containsExactly("network");
    assertThat(bans.answer(ofComment(id)
                .put("network", "planet")
                .put("shadow", "yes")
                .put("remove", 1)
                .put("until", "2020-01-01T00:00:00Z")
                .put("reason", "x".repeat(501)))
            .badFields())
        .containsExactlyInAnyOrder("network", "shadow", "remove", "until", "reason");
    assertThat(bans.answer(ofComment(id).put("until", "tomorrow").put("reason", " "))
            .badFields())
        .containsExactlyInAnyOrder("until", "reason");
    assertThat(
            bans.answer(ofComment(id).put("until", "+999999-01-01T00:00:00Z")).badFields())
        .containsExactly("until");
    assertThat(bans.lift("x?restore=perhaps").badFields()).containsExactly("restore");
  }

  @ParameterizedTest
  @CsvSource({
    "''",
    "localhost",
    "10.0.0",
    "10.0.0.0/33",
    "10.0.0.0/7",
    "0.0.0.0/0",
    "2001::/15",
    "::/0",
    "1.2.3.4/",
    "1.2.3.4/8/8",
    "' '",
    "::ffff:1.2.3.4/120",
    "2130706433",
  })
  void whatIsNoBlockIsRefused(String address) {
    assertThat(bans.answer(ofNetwork(address)).badFields()).containsExactly("address");
  }

  @ParameterizedTest
  @CsvSource({"203.0.113.0/25", "203.0.0.0/16", "2001:db8::1", "2001:db8::/32", "2001:db8::/56"})
  void aBlockWhoseCommentsCannotBeToldIsNotRemoved(String address) {
    assertThat(bans.answer(ofNetwork(address).put("remove", true)).badFields())
        .containsExactly("remove");
  }

  @Test
  void nobodyLocksThemselvesOut() {
    String here = TestApp.id(app.post(comment("/self", "From here")));

    assertThat(bans.answer(ofNetwork("127.0.0.1")).badFields()).containsExactly("address");
    assertThat(bans.answer(ofNetwork("127.0.0.0/8")).badFields()).containsExactly("address");
    assertThat(bans.answer(ofComment(here).put("network", "subnet")).badFields())
        .containsExactly("commentId");
    assertThat(bans.answer(ofComment(here).put("network", "address")).badFields())
        .containsExactly("commentId");
  }

  @Test
  void neitherOneselfNorTheTeamIsBanned() {
    Team team = app.team();
    String owner = team.member("Olga", Role.OWNER);
    String moderator = team.member("Mo", Role.MODERATOR);
    String olgas = TestApp.id(app.post(comment("/team", "Welcome"), Team.bearer(owner)));
    Answer mos = app.post(comment("/team", "Hello"), Team.bearer(moderator));
    BanRoutes byMo = new BanRoutes(app, moderator);

    assertRefused(byMo.answer(ofComment(TestApp.id(mos))), "commentId", "yourself");
    assertRefused(byMo.answer(ofAuthor(author(mos))), "authorId", "yourself");
    assertRefused(byMo.answer(ofComment(olgas)), "commentId", "last owner");
    assertRefused(bans.answer(ofAuthor(author(mos))), "authorId", "take the role first");
    assertRefused(
        bans.answer(ofComment(TestApp.id(mos)).put("network", "address")),
        "commentId",
        "take the role first");
    assertThat(byMo.make(ofComment(TestApp.id(post(subnet())))).getString("createdBy"))
        .isEqualTo("Mo");
  }

  @Test
  void anOriginThatIsForgottenIsNoTarget() {
    String id = TestApp.id(post(subnet()));
    app.database()
        .execute("update comments set address_hash = null, subnet_hash = null where id = "
            + Id.parse(id));

    assertThat(bans.answer(ofComment(id).put("network", "address")).badFields())
        .containsExactly("commentId");
    bans.make(ofComment(id));
  }

  private static void assertRefused(Answer refused, String field, String why) {
    assertThat(refused.badFields()).containsExactly(field);
    assertThat(refused.text()).contains(why);
  }

  private Answer post(String address) {
    return app.post(comment("/bans", "From " + address), from(address));
  }

  /** The same author again, from there. */
  private Answer again(Answer first, String address) {
    Map<String, String> headers = new HashMap<>(from(address));
    headers.put("Authorization", "Bearer " + TestApp.token(first));
    return app.post(comment("/bans", "Again from " + address), headers);
  }

  private static Map<String, String> from(String address) {
    return Map.of("X-Forwarded-For", address);
  }

  private static String subnet() {
    return "10.2." + SUBNET.incrementAndGet() + ".9";
  }

  private String author(Answer posted) {
    return Id.format(app.database()
        .count("select author_id from comments where id = " + Id.parse(TestApp.id(posted))));
  }

  private static List<String> ids(JsonObject page) {
    return page.getJsonArray("bans").stream()
        .map(ban -> ((JsonObject) ban).getString("id"))
        .toList();
  }
}
