package io.causerie.db;

import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.Main;
import io.causerie.secret.Seal;
import io.causerie.secret.Secrets;
import io.causerie.testing.AuthenticatorApp;
import io.causerie.testing.Console;
import io.causerie.testing.OwnPage;
import io.causerie.testing.TestApp;
import io.causerie.testing.TestDatabase;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a copy of the database shows of the secrets in it, with a secret that is not in it. */
@Tag("http")
final class SealedDatabaseTest {
  private static final String SECRET = "a-secret-of-the-environment-and-no-other";
  private static final String OTHER = "another-secret-of-the-environment-than-that";
  private static final String NOT_SEALED =
      """
      select (select count(*) from secrets where octet_length(value) <> 61)
        + (select count(*) from second_factors
           where octet_length(secret) <> 49 or octet_length(offered) <> 49)
      """;

  private final Vertx vertx = Vertx.vertx();
  private final TestDatabase database = TestDatabase.migrated(vertx);
  private final Database connection = Database.connect(vertx, DatabaseUrl.parse(database.url()), 1);

  @BeforeEach
  void addSite() {
    assertThat(console(Map.of())
            .run("site", "add", "blog", "--origin", TestApp.ORIGIN)
            .exitCode())
        .isZero();
  }

  @AfterEach
  void close() {
    TestApp.await(connection.close());
    database.close();
    TestApp.await(vertx.close());
  }

  @Test
  void whatIsThereIsSealedAtTheStartAndGoesOnWorking() {
    AuthenticatorApp phone = withApp(Map.of());
    Buffer signed = signed(Seal.OFF);

    try (TestApp app = start(Map.of("CAUSERIE_SECRET", SECRET))) {
      assertThat(database.count(NOT_SEALED)).isZero();
      assertThat(signIn(app, phone.code(1))).isEqualTo(200);
    }
    assertThat(signed(Seal.parse(SECRET))).isEqualTo(signed);
  }

  @Test
  void whatIsMadeAfterThatIsSealedToo() {
    AuthenticatorApp phone = withApp(Map.of("CAUSERIE_SECRET", SECRET));

    assertThat(database.count(NOT_SEALED)).isZero();
    assertThat(database.count("select count(*) from second_factors where secret is not null"))
        .isOne();
    try (TestApp app = start(Map.of("CAUSERIE_SECRET", SECRET))) {
      assertThat(signIn(app, phone.code(1))).isEqualTo(200);
    }
  }

  @Test
  void aSealedDatabaseIsOpenedByItsSecretAlone() {
    withApp(Map.of("CAUSERIE_SECRET", SECRET));

    for (Map<String, String> wrong :
        List.of(Map.<String, String>of(), Map.of("CAUSERIE_SECRET", OTHER))) {
      for (String command : new String[] {"serve", "recount"}) {
        Console.Result refused = console(wrong).run(command);
        assertThat(refused.output()).contains("causerie: CAUSERIE_SECRET is not ");
        assertThat(refused.exitCode()).isEqualTo(Main.BAD_CONFIGURATION);
      }
    }
    assertThat(console(Map.of("CAUSERIE_SECRET", SECRET)).run("recount").exitCode())
        .isZero();
  }

  @Test
  void theSecretIsChangedByNamingBoth() {
    AuthenticatorApp phone = withApp(Map.of("CAUSERIE_SECRET", SECRET));

    assertThat(console(Map.of("CAUSERIE_SECRET", OTHER + "," + SECRET))
            .run("recount")
            .exitCode())
        .isZero();

    assertThat(console(Map.of("CAUSERIE_SECRET", SECRET)).run("recount").exitCode())
        .isEqualTo(Main.BAD_CONFIGURATION);
    try (TestApp app = start(Map.of("CAUSERIE_SECRET", OTHER))) {
      assertThat(signIn(app, phone.code(1))).isEqualTo(200);
    }
  }

  @Test
  void aSecretThatIsPutIntoAnotherRowIsNone() {
    AuthenticatorApp phone = withApp(Map.of("CAUSERIE_SECRET", SECRET));
    database.execute("insert into accounts (id, name, sign_in_name, created_at, password_hash)"
        + " select 2, 'Eve', 'Eve', now(), password_hash from accounts where name = 'Olga'");
    database.execute("insert into second_factors (account_id, secret)"
        + " select 2, secret from second_factors where account_id <> 2");

    try (TestApp app = start(Map.of("CAUSERIE_SECRET", SECRET))) {
      assertThat(signIn(app, "Eve", phone.code(1))).isEqualTo(500);
      assertThat(signIn(app, "Olga", phone.code(1))).isEqualTo(200);
    }
  }

  /** The app that an owner has set up with a service of those settings. */
  private AuthenticatorApp withApp(Map<String, String> settings) {
    Console console = console(settings);
    String link =
        console.run("moderator", "add", "blog", "Olga", "--role", "owner").output();
    try (TestApp app = start(settings)) {
      OwnPage page = new OwnPage(app);
      JsonObject accepted = new JsonObject()
          .put("token", link.replaceAll("(?s).*#invitation=([\\w-]{43}).*", "$1"))
          .put("password", OwnPage.PASSWORD);
      assertThat(page.post("/invitations/accept", accepted).status()).isEqualTo(200);
      JsonObject offered = page.post("/account/totp", new JsonObject()).json();
      var phone = new AuthenticatorApp(offered.getString("secret"));
      page.send(HttpMethod.PUT, "/account/totp", new JsonObject().put("code", phone.code(0)));
      return phone;
    }
  }

  private static int signIn(TestApp app, String code) {
    return signIn(app, "Olga", code);
  }

  private static int signIn(TestApp app, String name, String code) {
    JsonObject given =
        new JsonObject().put("name", name).put("password", OwnPage.PASSWORD).put("code", code);
    return new OwnPage(app).post("/session", given).status();
  }

  private Buffer signed(Seal seal) {
    return TestApp.await(new Secrets(connection, seal).mac("test", Buffer.buffer("message")));
  }

  private TestApp start(Map<String, String> settings) {
    return TestApp.start(with(settings));
  }

  private Console console(Map<String, String> settings) {
    return new Console(with(settings));
  }

  private Map<String, String> with(Map<String, String> settings) {
    Map<String, String> all = new HashMap<>(settings);
    all.put("DATABASE_URL", database.url());
    return all;
  }
}
