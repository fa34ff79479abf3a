package io.causerie.db;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.SslMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.postgresql.ds.PGSimpleDataSource;

/** Brings the schema to what this program needs, by the files of {@code sql/}; forward only. */
public final class Migrations {
  private static final int CONNECT_SECONDS = 3;
  private static final int OLDEST_SERVER = 14;

  private Migrations() {}

  /**
   * Safe to run from several nodes at once. Fails with an {@link IllegalStateException} when the server
   * is too old, or the schema newer than this program.
   */
  public static Future<Void> run(Vertx vertx, PgConnectOptions address) {
    return vertx.executeBlocking(
        () -> {
          DataSource server = server(address);
          checkVersion(server);
          migrate(server);
          return null;
        },
        false);
  }

  private static void checkVersion(DataSource server) throws SQLException {
    try (Connection connection = server.getConnection()) {
      int version = connection.getMetaData().getDatabaseMajorVersion();
      if (version < OLDEST_SERVER) {
        throw new IllegalStateException(
            "PostgreSQL " + version + " is too old: Causerie needs " + OLDEST_SERVER + " or newer");
      }
    }
  }

  private static void migrate(DataSource server) {
    Flyway flyway = Flyway.configure()
        .dataSource(server)
        .locations("classpath:sql")
        .sqlMigrationPrefix("")
        .sqlMigrationSeparator("_")
        .table("migrations")
        .ignoreMigrationPatterns("*:future")
        .cleanDisabled(true)
        .load();
    for (MigrationInfo migration : flyway.info().all()) {
      if (migration.getState() == MigrationState.FUTURE_SUCCESS) {
        throw new IllegalStateException("the database has migration " + migration.getVersion()
            + ", which this version of Causerie does not know: start a newer version");
      }
    }
    flyway.migrate();
  }

  private static DataSource server(PgConnectOptions address) {
    PGSimpleDataSource server = new PGSimpleDataSource();
    server.setServerNames(new String[] {address.getHost()});
    server.setPortNumbers(new int[] {address.getPort()});
    server.setDatabaseName(address.getDatabase());
    server.setUser(address.getUser());
    server.setPassword(address.getPassword());
    server.setConnectTimeout(CONNECT_SECONDS);
    server.setCurrentSchema(address.getProperties().get("search_path"));
    server.setSslMode(address.getSslMode().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    if (address.getSslMode() == SslMode.VERIFY_CA || address.getSslMode() == SslMode.VERIFY_FULL) {
      server.setSslfactory("org.postgresql.ssl.DefaultJavaSSLFactory");
    }
    return server;
  }
}
