package io.causerie.testing;

import io.causerie.db.DatabaseUrl;
import io.causerie.db.Migrations;
import io.causerie.db.embedded.DataDirectoryInUse;
import io.causerie.db.embedded.EmbeddedPostgres;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The PostgreSQL of this test process: that of {@code TEST_DATABASE_URL}, whose role has to be allowed
 * to create databases, or an embedded one. It is quick because it may forget everything at a crash.
 */
final class TestServer {
  private static final String FORGETFUL =
      "-c fsync=off -c synchronous_commit=off -c full_page_writes=off"
          // Each service that runs may open a dozen, and a few tests open one for each of a crowd.
          + " -c max_connections=300"
          // A checkpoint would write databases to disk that are dropped soon.
          + " -c checkpoint_timeout=1h -c max_wal_size=4GB";

  /** Deriving a key from the password would be most of what a connection costs. */
  private static final String ACCESS =
      """
      host all postgres 127.0.0.1/32 trust
      host all all 127.0.0.1/32 scram-sha-256
      """;

  private static final long KEEP_SECONDS = TimeUnit.HOURS.toSeconds(1);

  /** As the embedded PostgreSQL keeps its unpacked programs in its data directory. */
  private static final String PROGRAMS = "postgres-binaries";

  private static final class Holder {
    static final TestServer SERVER = new TestServer();
  }

  private final Vertx vertx = Vertx.vertx();
  private @Nullable Path data;
  private final @Nullable EmbeddedPostgres embedded;
  private final String url;
  private final PgConnection connection;
  private final String template;

  private TestServer() {
    try {
      String given = System.getenv("TEST_DATABASE_URL");
      embedded = given == null ? embedded() : null;
      url = embedded == null ? String.valueOf(given) : embedded.url();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    connection = await(PgConnection.connect(vertx, DatabaseUrl.parse(url)));
    System.out.println("PostgreSQL "
        + execute("show server_version").iterator().next().getString(0) + " for these tests");
    sweep();
    template = create("template0");
    await(Migrations.run(vertx, DatabaseUrl.parse(urlOf(template))));
    Runtime.getRuntime().addShutdownHook(new Thread(this::end));
  }

  /** Started and migrated by the first test that wants it. */
  static TestServer get() {
    return Holder.SERVER;
  }

  static void sharePrograms(Path dataDirectory) throws IOException {
    @Nullable Path ours = get().data;
    if (ours != null) {
      Files.createSymbolicLink(
          dataDirectory.resolve(PROGRAMS), ours.resolve(PROGRAMS).toAbsolutePath());
    }
  }

  /** The name of a new database with the schema in it, and nothing else. */
  String migrated() {
    return create(template);
  }

  /** The name of a new database with nothing in it. */
  String empty() {
    return create("template0");
  }

  /** Ends the connections that still use it. */
  void drop(String database) {
    execute("drop database \"" + database + "\" with (force)");
  }

  String urlOf(String database) {
    return url.replaceFirst("(://[^/]+/)[^?]*", "$1" + database);
  }

  private String create(String from) {
    String database = "test_" + now() + "_" + UUID.randomUUID().toString().substring(0, 8);
    execute("create database \"" + database + "\" template \"" + from + "\"");
    return database;
  }

  private RowSet<Row> execute(String sql) {
    return await(connection.query(sql).execute());
  }

  /** Drops databases that crashed runs left. Younger ones may belong to a run at this very moment. */
  private void sweep() {
    String old = "select datname from pg_database where datname ~ '^test_[0-9]+_'"
        + " and split_part(datname, '_', 2)::bigint < " + (now() - KEEP_SECONDS);
    execute(old).forEach(row -> drop(row.getString(0)));
  }

  private static long now() {
    return System.currentTimeMillis() / 1000;
  }

  static <T> T await(Future<T> future) {
    try {
      return future.await(20, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new AssertionError("The test database does not answer", e);
    }
  }

  /** In the first directory that no other test process is using. */
  private EmbeddedPostgres embedded() throws IOException {
    Path target = Path.of(System.getProperty("causerie.tests.directory", "target"));
    EmbeddedPostgres server = null;
    for (int run = 1; server == null; run++) {
      data = target.resolve("test-postgres-" + run);
      server = openUnlessInUse(data);
    }
    return server;
  }

  private static @Nullable EmbeddedPostgres openUnlessInUse(Path data) throws IOException {
    Path access = data.resolveSibling(data.getFileName() + "-access.conf");
    Files.createDirectories(access.getParent());
    Files.writeString(access, ACCESS);
    try {
      return EmbeddedPostgres.open(
          data, FORGETFUL + " -c hba_file='" + access.toAbsolutePath() + "'");
    } catch (DataDirectoryInUse anotherTestRun) {
      return null;
    }
  }

  private void end() {
    drop(template);
    await(connection.close());
    try {
      if (embedded != null) {
        embedded.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
