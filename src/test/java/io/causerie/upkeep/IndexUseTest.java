package io.causerie.upkeep;

import static io.causerie.testing.TestApp.ADMIN;
import static io.causerie.testing.TestApp.comment;
import static io.causerie.testing.TestApp.reply;
import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.account.Role;
import io.causerie.core.Id;
import io.causerie.testing.Answer;
import io.causerie.testing.Desk;
import io.causerie.testing.Eventually;
import io.causerie.testing.OwnPage;
import io.causerie.testing.ServiceTest;
import io.causerie.testing.Team;
import io.causerie.testing.TestApp;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** An index that no statement of the product uses costs time with each post and is not there. */
// PostgreSQL counts for the whole database what is used.
@ServiceTest(alone = true)
final class IndexUseTest {
  private static final String UNUSED =
      """
      select indexrelname from pg_stat_user_indexes join pg_index using (indexrelid)
      where idx_scan = 0 and not indisunique and relname <> 'migrations'
      order by 1
      """;

  /** A connection tells what it has used at its end. */
  private static final String END_CONNECTIONS =
      """
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'
      """;

  /** Of the site of the test, by what the seed says of its comments. */
  private static final String ONE =
      """
      select id from comments where site_id = '%s' and status = 'approved' and parent_id is null limit 1
      """;

  /** Long enough to be compared with what is nearly the same. */
  private static final String LONG =
      IntStream.range(0, 50).mapToObj(n -> "word" + n).collect(Collectors.joining(" "));

  private final TestApp app;
  private final Desk desk;

  IndexUseTest(TestApp app) {
    this.app = app;
    desk = new Desk(app);
  }

  @Test
  void eachIndexIsUsedByAStatementOfTheProduct() {
    BusyDatabase.fill(app);
    app.database().execute("select pg_stat_reset()");
    BusyDatabase.giveWork(app);
    app.restart();
    String id = Id.format(app.database().count(ONE.formatted(app.site())));
    readersRead(id);
    readersWrite(id);
    theTeamReads(id);
    theTeamActs();
    peopleSignIn();
    Eventually.is(
        "what is old is deleted",
        () -> count("second_factors where offered_at < now() - interval '1 hour'") == 0);
    Eventually.is("bans are worked for", () -> count("bans where work is not null") == 0);
    Eventually.is("older comments are found", () -> count("comment_search where version < 1") == 0);

    app.stop();
    Eventually.is(
        "all have told what they used",
        () -> app.database().rows(END_CONNECTIONS).isEmpty());
    app.startAgain();
    assertThat(unused()).isEmpty();
  }

  /** Older servers count a little later than connections end. */
  private List<String> unused() {
    try {
      Eventually.is("each index is used", () -> app.database().rows(UNUSED).isEmpty());
    } catch (AssertionError late) {
      return app.database().rows(UNUSED).stream().map(row -> row.getString(0)).toList();
    }
    return List.of();
  }

  private void readersRead(String id) {
    for (String sort : List.of("newest", "oldest", "best")) {
      app.page("/1", "&sort=" + sort);
    }
    app.get("/counts?thread=/1&thread=/old/2");
    app.get("/comments/" + id);
    app.get("/comments/" + id + "/replies");
  }

  private void readersWrite(String id) {
    desk.set("repeatMinutes", 60);
    Map<String, String> once = Map.of("Idempotency-Key", "once");
    Answer first = app.post(comment("/1", LONG), once);
    app.post(comment("/1", LONG), once);
    Map<String, String> reader = Map.of("Authorization", "Bearer " + TestApp.token(first));
    app.post(reply("/1", TestApp.id(first), "Another text"), reader);
    app.get("/me?thread=/1", reader);
    app.send(
        HttpMethod.POST,
        app.path() + "/comments/" + id + "/flags",
        Team.jsonFrom(TestApp.token(first)),
        new JsonObject().put("reason", "spam").toBuffer());
  }

  private void theTeamReads(String id) {
    String author = Id.format(
        app.database().count("select author_id from comments where id = " + Id.parse(id)));
    for (String query : List.of(
        "status=pending",
        "flagged=true",
        "thread=/1",
        "thread=/1&hasLink=true",
        "hasLink=true",
        "reason=many-links",
        "q=" + Id.parse(id),
        "author=" + author)) {
      desk.ask("/comments?" + query);
    }
    desk.ask("/comments/" + id);
    desk.ask("/comments/" + id + "/context");
    for (String query : List.of(
        "comment=" + id,
        "author=" + author,
        "thread=/1",
        "action=close",
        "actor=account:0000000000007")) {
      desk.ask("/log?" + query);
    }
    for (String path : List.of("/dashboard", "/threads", "/bans", "/tokens", "/team", "/totals")) {
      desk.ask(path);
    }
  }

  private void theTeamActs() {
    desk.post(
        "/settings/preview",
        new JsonObject().put("settings", new JsonObject().put("holdFromLinks", 2)));
    String post = app.postId(comment("/2", "Here to be banned"));
    desk.banAuthorOf(post, new JsonObject().put("reason", "Shouts").put("remove", true));
    desk.decide(app.postId(comment("/2", "To be spam")), "spam");
    desk.change("/3", "slowModeSeconds", 1);
    desk.change("/3", "pinned", new JsonArray());
    desk.merge("/4", "/5");
    desk.ask("/log?thread=/5");
  }

  private void peopleSignIn() {
    app.team().member("Olga", Role.OWNER);
    app.team().givePassword("Olga");
    OwnPage olga = new OwnPage(app).signedIn("Olga");
    olga.get("/account/sessions");
    olga.get("/account/passkeys");
    app.get("/moderation/team", ADMIN);
  }

  private long count(String what) {
    return app.database().count("select count(*) from " + what);
  }
}
