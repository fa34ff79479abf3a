package io.causerie.db;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.SslMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.ssl.DefaultJavaSSLFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the schema up to date from {@code sql/} on the class path, one node at a time: each file with a
 * number once, in order, then {@code R_functions.sql} when it has changed. A merged file with a number is
 * never edited.
 */
public final class Migrations {
  private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);
  private static final int OLDEST_POSTGRES = 14;
  private static final int CONNECT_SECONDS = 5;
  private static final String FORBIDDEN = "42501";
  /** A search path that names no schema fails later, and says so. */
  private static final String MAY_CREATE =
      "select coalesce(has_schema_privilege(current_schema(), 'create'), true)";

  private static final String DEFAULT_LOCATION = "classpath:sql";

  private Migrations() {}

  /**
   * Fails with IllegalStateException when the server is too old, its schema is newer than this
   * program, or older and not ours to change; nothing was changed then. A schema that is up to date is
   * only read.
   */
  public static Future<Void> run(Vertx vertx, PgConnectOptions options) {
    return run(vertx, options, DEFAULT_LOCATION);
  }

  static Future<Void> run(Vertx vertx, PgConnectOptions options, String location) {
    return vertx
        .executeBlocking(() -> migrate(dataSource(options), location), false)
        .mapEmpty();
  }

  private static int migrate(DataSource database, String location) throws SQLException {
    requireSupportedServer(database);
    Flyway flyway = flyway(database, location);
    MigrationInfoService found = flyway.info();
    requireKnownSchema(found.all());
    requireKnownFunctions(found);
    int applied = isUpToDate(flyway, found) ? 0 : migrate(database, flyway);
    LOG.info("Schema is up to date, {} migrations applied", applied);
    return applied;
  }

  private static boolean isUpToDate(Flyway flyway, MigrationInfoService found) {
    if (found.pending().length > 0) {
      return false;
    }
    flyway.validate();
    return true;
  }

  private static int migrate(DataSource database, Flyway flyway) throws SQLException {
    if (!mayCreate(database)) {
      throw forbidden(null);
    }
    try {
      return flyway.migrate().migrationsExecuted;
    } catch (FlywayException failure) {
      if (isForbidden(failure)) {
        throw forbidden(failure);
      }
      throw failure;
    }
  }

  /** Asked beforehand, as Flyway would try for ten seconds to make its table. */
  private static boolean mayCreate(DataSource database) throws SQLException {
    try (Connection connection = database.getConnection();
        var statement = connection.createStatement();
        var answer = statement.executeQuery(MAY_CREATE)) {
      return answer.next() && answer.getBoolean(1);
    }
  }

  private static IllegalStateException forbidden(@Nullable Throwable cause) {
    return new IllegalStateException(
        "The schema of the database is not up to date, and this role may not change it:"
            + " run `java -jar causerie.jar migrate` with the DATABASE_URL of the role that owns it",
        cause);
  }

  private static boolean isForbidden(FlywayException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException refused && FORBIDDEN.equals(refused.getSQLState())) {
        return true;
      }
    }
    return false;
  }

  private static void requireSupportedServer(DataSource database) throws SQLException {
    try (Connection connection = database.getConnection()) {
      var server = connection.getMetaData();
      if (server.getDatabaseMajorVersion() < OLDEST_POSTGRES) {
        throw new IllegalStateException("PostgreSQL " + server.getDatabaseProductVersion()
            + " is too old: version " + OLDEST_POSTGRES + " or newer is needed");
      }
    }
  }

  private static Flyway flyway(DataSource database, String location) {
    return Flyway.configure(Migrations.class.getClassLoader())
        .dataSource(database)
        .locations(location)
        .sqlMigrationPrefix("")
        .repeatableSqlMigrationPrefix("R")
        .sqlMigrationSeparator("_")
        .table("migrations")
        .createSchemas(false)
        .placeholderReplacement(false)
        .validateMigrationNaming(true)
        .failOnMissingLocations(true)
        .cleanDisabled(true)
        .loggers("slf4j")
        .load();
  }

  private static void requireKnownSchema(MigrationInfo[] all) {
    MigrationVersion known = newest(all, MigrationState::isResolved);
    MigrationVersion applied = newest(all, MigrationState::isApplied);
    if (applied.isNewerThan(known)) {
      throw new IllegalStateException("The schema of the database is at version " + applied
          + " and this program knows only " + known
          + ": run the newer release that migrated it");
    }
  }

  private static MigrationVersion newest(MigrationInfo[] all, Predicate<MigrationState> state) {
    return Arrays.stream(all)
        .filter(migration -> migration.isVersioned() && state.test(migration.getState()))
        .map(MigrationInfo::getVersion)
        .max(Comparator.naturalOrder())
        .orElse(MigrationVersion.EMPTY);
  }

  /**
   * Functions have no number. That ours were in the database and were replaced since tells that a newer
   * release did so, and they are not put back.
   */
  private static void requireKnownFunctions(MigrationInfoService found) {
    for (MigrationInfo ours : found.pending()) {
      if (ours.isRepeatable() && wasReplaced(ours, found.all())) {
        throw new IllegalStateException(
            "The functions of the database are newer than this program: " + ours.getScript()
                + " was replaced: run the newer release that migrated it");
      }
    }
  }

  private static boolean wasReplaced(MigrationInfo ours, MigrationInfo[] all) {
    return Arrays.stream(all)
        .filter(migration -> migration.isRepeatable() && migration.getState().isApplied())
        .filter(migration -> migration.getDescription().equals(ours.getDescription()))
        .anyMatch(migration -> ours.getChecksum().equals(migration.getChecksum()));
  }

  /** The same server, database, log-in and encryption as the pool's, for JDBC. */
  public static PGSimpleDataSource dataSource(PgConnectOptions options) {
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setServerNames(new String[] {options.getHost()});
    database.setPortNumbers(new int[] {options.getPort()});
    database.setDatabaseName(options.getDatabase());
    database.setUser(options.getUser());
    database.setPassword(options.getPassword());
    database.setApplicationName("causerie migrations");
    database.setConnectTimeout(CONNECT_SECONDS);
    database.setLoginTimeout(CONNECT_SECONDS);
    database.setCurrentSchema(options.getProperties().get("search_path"));
    database.setOptions(options.getProperties().get("options"));
    encrypt(database, options);
    return database;
  }

  private static void encrypt(PGSimpleDataSource database, PgConnectOptions options) {
    SslMode mode = options.getSslMode();
    database.setSslMode(mode.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    if (mode == SslMode.VERIFY_CA || mode == SslMode.VERIFY_FULL) {
      DatabaseUrl.rootCertificate(options)
          .ifPresentOrElse(
              database::setSslRootCert,
              () -> database.setSslfactory(DefaultJavaSSLFactory.class.getName()));
    }
  }
}
