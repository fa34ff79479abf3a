package io.causerie.testing;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import io.causerie.app.Service;
import io.causerie.app.Tuning;
import io.causerie.config.Config;
import io.causerie.db.Database;
import io.causerie.db.DatabaseUrl;
import io.vertx.core.Vertx;
import io.vertx.core.http.PoolOptions;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The whole service in this process, by default with a database of its own. */
public final class TestService implements AutoCloseable {
  public static final String ADMIN_TOKEN = "an-admin-token-of-32-characters-or-more";
  static final Map<String, String> USUAL =
      Map.of("CAUSERIE_PORT", "0", "CAUSERIE_LIMITS", "off", "CAUSERIE_ADMIN_TOKEN", ADMIN_TOKEN);

  /** Of passwords, at hardly any cost. */
  public static final Argon2Function CHEAP = Argon2Function.getInstance(1_024, 1, 1, 32, Argon2.ID);

  /** A comment must not be held because the machine is busy with other tests. */
  private static final Duration PATIENCE = Duration.ofSeconds(4);

  private static final Tuning QUICK =
      new Tuning(CHEAP, PATIENCE, Duration.ofSeconds(1), Duration.ofMillis(200));
  private static final int KEEP_ALIVE_SECONDS = 5;
  private static final String DATABASE_URL = "DATABASE_URL";

  private final Vertx vertx = Vertx.vertx();
  private final WebClient client = WebClient.create(
      vertx,
      new WebClientOptions()
          .setFollowRedirects(false)
          // Shorter than the service keeps an idle one, which it might close under a request.
          .setKeepAliveTimeout(KEEP_ALIVE_SECONDS),
      new PoolOptions().setHttp1MaxSize(32));
  private final Tuning tuning;
  private final @Nullable TestDatabase database;
  private final Map<String, String> settings;
  private final Database connection;
  private Service service;

  private TestService(Map<String, String> given, Tuning tuning) {
    this.tuning = tuning;
    this.settings = new HashMap<>(USUAL);
    settings.putAll(given);
    this.database = given.containsKey(DATABASE_URL) ? null : TestDatabase.migrated(vertx);
    String url = database == null ? String.valueOf(given.get(DATABASE_URL)) : database.url();
    settings.put(DATABASE_URL, url);
    this.connection = Database.connect(vertx, DatabaseUrl.parse(url), 4);
    this.service = begin();
  }

  /** With those settings over the usual ones, and with nothing slow on purpose. */
  static TestService start(Map<String, String> settings) {
    return new TestService(settings, QUICK);
  }

  /** As operators have it. */
  static TestService startAsUsual(Map<String, String> settings) {
    return new TestService(settings, Tuning.usual());
  }

  Service service() {
    return service;
  }

  WebClient client() {
    return client;
  }

  TestDatabase database() {
    return Objects.requireNonNull(database, "somebody else's database is used");
  }

  /** Past the service: a few connections, opened when they are used. */
  Database connection() {
    return connection;
  }

  /** Gives back the names that accounts have, so that the next test may use them. */
  void freeNames() {
    database()
        .execute("update accounts set name = id::text, sign_in_name = id::text"
            + " where name <> id::text or sign_in_name is null");
  }

  @Nullable
  String setting(String name) {
    return settings.get(name);
  }

  boolean hasOwnDatabase() {
    return database != null;
  }

  void restart() {
    service.close();
    service = begin();
  }

  void stop() {
    service.close();
  }

  void startAgain() {
    settings.put("CAUSERIE_PORT", String.valueOf(service.port()));
    service = begin();
  }

  private Service begin() {
    try {
      return Service.start(Config.from(settings), tuning, false);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void close() {
    service.close();
    TestApp.await(connection.close());
    if (database != null) {
      database.close();
    }
    TestApp.await(vertx.close());
  }
}
