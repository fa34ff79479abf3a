package io.causerie.app;

import io.causerie.account.AccountStore;
import io.causerie.config.Config;
import io.causerie.config.InvalidConfig;
import io.causerie.config.InvalidConfig.ConfigProblem;
import io.causerie.db.Database;
import io.causerie.db.DatabaseUrl;
import io.causerie.db.Migrations;
import io.causerie.db.embedded.EmbeddedPostgres;
import io.causerie.secret.Sealing;
import io.causerie.team.InvitationLinks;
import io.causerie.team.InvitationStore;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The database of the settings: an external server, or an embedded one that ends with this process. */
public final class Storage implements AutoCloseable {
  private final Vertx vertx;
  private final Config config;
  private final PgConnectOptions address;
  private final Database database;
  private final @Nullable EmbeddedPostgres embedded;

  private Storage(Vertx vertx, Config config, String url, @Nullable EmbeddedPostgres embedded) {
    this.vertx = vertx;
    this.config = config;
    this.address = DatabaseUrl.parse(url);
    this.database = Database.connect(vertx, address, config.databasePool());
    this.embedded = embedded;
  }

  /** For the service: a second service on the same data directory is refused. Blocks. */
  static Storage open(Vertx vertx, Config config) throws IOException {
    String url = config.databaseUrl();
    if (url != null) {
      return new Storage(vertx, config, url, null);
    }
    EmbeddedPostgres embedded = EmbeddedPostgres.open(config.data());
    return new Storage(vertx, config, embedded.url(), embedded);
  }

  /** What a command does with the database; the answer is the exit code. */
  public interface Work {
    int run(Storage storage) throws Exception;
  }

  /** Runs a command's work on a migrated database and closes everything after. Blocks. */
  public static int use(Map<String, String> environment, Work work) throws Exception {
    Config config = Config.from(environment);
    Vertx vertx = Vertx.vertx();
    try (Storage storage = attach(vertx, config)) {
      storage.migrate().await();
      return work.run(storage);
    } finally {
      vertx.close().await();
    }
  }

  /** For a command: uses the server of a service that runs, else one of its own. Blocks. */
  private static Storage attach(Vertx vertx, Config config) throws IOException {
    String url = config.databaseUrl();
    if (url != null) {
      return new Storage(vertx, config, url, null);
    }
    EmbeddedPostgres embedded = EmbeddedPostgres.attach(config.data());
    return new Storage(vertx, config, embedded.url(), embedded);
  }

  /** What makes links that lead to the service, at the port of the settings. */
  public InvitationLinks links() {
    return links(config.port());
  }

  /** @param port of the service, for links while the settings name no address */
  InvitationLinks links(int port) {
    String url = config.url();
    return new InvitationLinks(
        new InvitationStore(database, InstantSource.system()),
        new AccountStore(database),
        url == null ? "http://localhost:" + port : url);
  }

  public Database database() {
    return database;
  }

  /** Fails with {@link InvalidConfig} for a database that is sealed otherwise than the settings say. */
  Future<Void> migrate() {
    return Migrations.run(vertx, address)
        .compose(migrated -> connect())
        .compose(connected -> new Sealing(database, config.seal()).run())
        .recover(Storage::explained);
  }

  private static Future<Void> explained(Throwable failure) {
    return Future.failedFuture(
        failure instanceof Sealing.Mismatch wrong
            ? new InvalidConfig(
                List.of(new ConfigProblem("CAUSERIE_SECRET", String.valueOf(wrong.getMessage()))))
            : failure);
  }

  /** The first connection of a program that just started may take longer than the pool waits for it. */
  private Future<Void> connect() {
    return database.ping().recover(slow -> database.ping());
  }

  /** Blocks until the connections and a server of our own are closed. */
  @Override
  public void close() throws IOException {
    database.close().await();
    if (embedded != null) {
      embedded.close();
    }
  }
}
