package io.causerie.db;

import static io.causerie.testing.TestApp.ADMIN;
import static io.causerie.testing.TestApp.comment;
import static io.causerie.testing.TestApp.reply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.causerie.testing.Answer;
import io.causerie.testing.Console;
import io.causerie.testing.LogChain;
import io.causerie.testing.Team;
import io.causerie.testing.TestApp;
import io.causerie.testing.TestDatabase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.pgclient.PgConnection;
import io.vertx.pgclient.PgException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One role owns the schema, and the service runs as another that cannot rewrite its log. */
@Tag("http")
final class SeparateRolesTest {
  private static final String ROLE =
      "test service " + UUID.randomUUID().toString().substring(0, 8);
  private static Vertx vertx;
  private static TestDatabase database;
  private static String serviceUrl;
  private static Console.Result migrated;
  private static TestApp app;

  @BeforeAll
  static void separate() {
    vertx = Vertx.vertx();
    database = TestDatabase.empty(vertx);
    database.execute("create role \"" + ROLE + "\" login password 'of-the-service'");
    serviceUrl = database
        .url()
        .replaceFirst("//[^@]*@", "//" + ROLE.replace(" ", "%20") + ":of-the-service@");
    migrated = new Console(database.url()).run("migrate", "--grant", ROLE);
    database.execute(
        "insert into sites (id, origins) values ('blog', array['https://blog.example'])");
    app = TestApp.start(Map.of("DATABASE_URL", serviceUrl));
  }

  @AfterAll
  static void join() {
    app.close();
    database.execute("drop owned by \"" + ROLE + "\"; drop role \"" + ROLE + "\"");
    database.close();
    vertx.close().await();
  }

  @Test
  void theOwnerMigratesAndGrants() {
    assertThat(migrated.output())
        .contains("the schema is up to date, and the service may be " + ROLE);
    assertThat(migrated.exitCode()).isZero();
  }

  @Test
  void theServiceDoesEverythingAsItsOwnRole() {
    Answer posted = app.post(
        comment("/all", "All of it").put("url", "https://blog.example/all"),
        Map.of("Idempotency-Key", "once"));
    String root = TestApp.id(posted);
    Map<String, String> reader = Map.of("Authorization", "Bearer " + TestApp.token(posted));
    assertThat(app.post(reply("/all", root, "Indeed"), reader).status()).isEqualTo(201);

    for (String status : List.of("spam", "pending", "deleted", "rejected", "approved")) {
      app.setStatus(root, status);
    }

    assertThat(app.page("/all", "").getJsonObject("thread").getInteger("commentCount"))
        .isEqualTo(2);
    assertThat(app.get("/me?thread=/all", reader).json().getJsonArray("own")).hasSize(2);
    assertThat(app.get("/moderation/log", ADMIN).json().getJsonArray("entries"))
        .hasSizeGreaterThanOrEqualTo(5);
    assertThat(app.get("/moderation/log/export?format=csv", ADMIN).status()).isEqualTo(200);
    JsonObject program =
        new JsonObject().put("name", "Export").put("scopes", new JsonArray().add("read"));
    assertThat(app.send(
                HttpMethod.POST,
                app.path() + "/moderation/tokens",
                Team.jsonFrom(TestApp.ADMIN_TOKEN),
                program.toBuffer())
            .status())
        .isEqualTo(201);
  }

  @Test
  void commandsWorkAsTheRoleOfTheService() {
    Console console = new Console(serviceUrl);

    assertThat(console
            .run("site", "add", "more", "--origin", "https://more.example")
            .exitCode())
        .isZero();
    assertThat(console.run("moderator", "add", "more", "Mia").exitCode()).isZero();
    assertThat(console.run("recount").exitCode()).isZero();
    assertThat(console.run("verify-log").exitCode()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update moderation_log set reason = 'none'",
        "delete from moderation_log",
        "truncate moderation_log",
        "alter table moderation_log disable trigger append_only",
        "alter table moderation_log disable trigger user",
        "drop trigger chain on moderation_log",
        "create trigger own before insert on moderation_log for each row execute function refuse_change()",
        "create or replace function refuse_change() returns trigger language plpgsql as 'begin return null; end'",
        "set session_replication_role = replica",
        "update log_heads set seq = 0",
        "insert into log_heads (site_id, seq, at, hash) values ('blog', 0, now(), '')",
        "delete from log_heads",
        "truncate log_heads",
        "update events set reason = 'none'",
        "delete from comments",
        "delete from migrations"
      })
  void whatRewritesTheRecordIsForbidden(String statement) {
    assertThatThrownBy(() -> asTheService(statement))
        .isInstanceOfSatisfying(
            PgException.class, refused -> assertThat(refused.getSqlState()).isEqualTo("42501"));
  }

  @Test
  void aTemporaryTableDoesNotPassForTheHeadOfTheLog() {
    app.setStatus(app.postId(comment("/temporary", "Here")), "spam");

    asTheService("create temporary table log_heads as"
        + " select site_id, 100::bigint as seq, at, 'x'::bytea as hash from log_heads;"
        + "insert into moderation_log (site_id, actor, actor_name, action)"
        + " values ('blog', 'admin', 'nobody', 'ban')");

    assertThat(LogChain.check(serviceUrl, app.site()).fault()).isNull();
  }

  @Test
  void everyTableHasItsGrant() {
    assertThat(database.rows("select tablename from pg_tables where schemaname = current_schema()"
            + " and not has_table_privilege('" + ROLE
            + "', format('%I.%I', schemaname, tablename), 'select')"))
        .isEmpty();
  }

  @Test
  void aServiceThatMayNotMigrateSaysWhoMust() {
    try (TestDatabase empty = TestDatabase.empty(vertx)) {
      String database = empty.url().substring(empty.url().lastIndexOf('/'));
      String url = serviceUrl.substring(0, serviceUrl.lastIndexOf('/')) + database;

      Console.Result refused = new Console(url).runInProcess();

      assertThat(refused.output())
          .contains("run `java -jar causerie.jar migrate` with the DATABASE_URL of the role");
      assertThat(refused.exitCode()).isEqualTo(1);
    }
  }

  @Test
  void aServiceThatMayNotSealSaysWhoMust() {
    app.post(comment("/seal", "Makes the key that everything is signed with"));

    Console.Result refused = new Console(Map.of(
            "DATABASE_URL",
            serviceUrl,
            "CAUSERIE_SECRET",
            "a secret of the environment".repeat(2).replace(' ', '-')))
        .run("site", "list");

    assertThat(refused.output()).contains("migrate` with the same CAUSERIE_SECRET");
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(database.count("select count(*) from secrets where octet_length(value) <> 32"))
        .isZero();
  }

  @Test
  void theOwnerIsNoRoleForTheService() {
    String owner = database.rows("select quote_ident(current_user)").get(0).getString(0);
    Console console = new Console(database.url());

    Console.Result refused = console.run("migrate", "--grant", owner);

    assertThat(refused.output()).contains("the service needs a role of its own");
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(console.run("migrate", "--grant", "no-such-role").output())
        .contains("role \"no-such-role\" does not exist");
    assertThat(app.post(comment("/still", "The service still may write")).status())
        .isEqualTo(201);
  }

  private static void asTheService(String statements) {
    PgConnection connection =
        TestApp.await(PgConnection.connect(vertx, DatabaseUrl.parse(serviceUrl)));
    try {
      TestApp.await(connection.query(statements).execute());
    } finally {
      TestApp.await(connection.close());
    }
  }
}
