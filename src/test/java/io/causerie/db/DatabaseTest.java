package io.causerie.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.causerie.db.Database.Patience;
import io.causerie.db.embedded.EmbeddedPostgres;
import io.causerie.testing.Eventually;
import io.causerie.testing.TestDatabase;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DatabaseTest {
  private static final Vertx VERTX = Vertx.vertx();
  private static final Duration LONG = Duration.ofSeconds(60);
  private static TestDatabase schema;
  private static Database database;

  @BeforeAll
  static void connect() {
    schema = TestDatabase.empty(VERTX);
    database = Database.connect(VERTX, DatabaseUrl.parse(schema.url()), 2);
  }

  @AfterAll
  static void close() {
    database.close().await();
    schema.close();
    VERTX.close().await();
  }

  @Test
  void aQueryAnswersInItsOwnSchema() throws Exception {
    schema.execute("create table numbers as select * from generate_series(1, 3) n");

    RowSet<Row> rows =
        await(database.query("select count(*) from numbers where n > $1", Tuple.of(1)));

    assertThat(rows.iterator().next().getLong(0)).isEqualTo(2);
  }

  @Test
  void theServerKnowsTheLimits() throws Exception {
    assertThat(setting("statement_timeout")).isEqualTo("2s");
    assertThat(setting("lock_timeout")).isEqualTo("1s");
    assertThat(setting("idle_in_transaction_session_timeout")).isEqualTo("5s");
    assertThat(setting("application_name")).isEqualTo("causerie");
  }

  @Test
  void moreCallersThanMayWaitAreTurnedAwayAtOnce() throws Exception {
    List<Future<RowSet<Row>>> answers = new ArrayList<>();
    for (int caller = 0; caller < 100; caller++) {
      answers.add(database.query("select pg_sleep(0.1)", Tuple.tuple()));
    }
    Future.join(answers).otherwiseEmpty().await(10, TimeUnit.SECONDS);

    long turnedAway = answers.stream()
        .filter(answer -> answer.cause() instanceof ConnectionPoolTooBusyException)
        .count();
    assertThat(turnedAway).isGreaterThanOrEqualTo(100 - 2 - 2 * 8);
    assertThat(answers).filteredOn(Future::succeeded).hasSize(100 - (int) turnedAway);
  }

  /** As at a start on a machine that is slow just now: it is to be waited for. */
  @Test
  void whoGetsNoConnectionInTimeMayTryAgain() throws Exception {
    Database narrow = connect(schema.url(), new Patience(Duration.ofMillis(200), LONG));
    Eventually.is("connected", () -> process(narrow).isPresent());
    Promise<Void> enough = Promise.promise();
    Promise<Void> holds = Promise.promise();
    Future<Void> busy = narrow.pool().withConnection(held -> {
      holds.complete();
      return enough.future();
    });
    await(holds.future());

    Future<RowSet<Row>> late = narrow.query("select 1", Tuple.tuple());

    await(late.otherwiseEmpty());
    assertThat(Outage.is(late.cause())).as("%s", late.cause()).isTrue();
    enough.complete();
    await(busy);
    await(narrow.close());
  }

  @Test
  void aServerThatStoppedAnsweringFailsTheCaller(@TempDir Path data) throws Exception {
    TestDatabase.sharePrograms(data);
    try (var postgres = EmbeddedPostgres.open(data)) {
      Database frozen = connect(postgres.url(), new Patience(LONG, Duration.ofMillis(200)));
      Eventually.is("connected", () -> process(frozen).isPresent());
      int backend = process(frozen).orElseThrow();
      signal("STOP", backend);

      assertThatExceptionOfType(DeadlinePassed.class)
          .isThrownBy(() -> await(frozen.query("select 1", Tuple.tuple())))
          .withMessageContaining("in 200 ms");

      signal("CONT", backend);
      Eventually.is("connected again", () -> process(frozen).isPresent());
      await(frozen.close());
    }
  }

  @Test
  void callersHaveAnAnswerWithinFiveSeconds() {
    assertThat(Patience.USUAL.answer()).isLessThan(Duration.ofSeconds(5));
  }

  private static Database connect(String url, Patience patience) {
    return Database.connect(VERTX, DatabaseUrl.parse(url), 1, patience);
  }

  /** That of the server which answers; empty when none does in time. */
  private static Optional<Integer> process(Database database) {
    try {
      Row row = await(database.query("select pg_backend_pid()", Tuple.tuple()))
          .iterator()
          .next();
      return Optional.of(row.getInteger(0));
    } catch (Exception late) {
      return Optional.empty();
    }
  }

  private static String setting(String name) throws Exception {
    return await(database.query("select current_setting($1)", Tuple.of(name)))
        .iterator()
        .next()
        .getString(0);
  }

  private static void signal(String name, int process) throws Exception {
    new ProcessBuilder("kill", "-" + name, Integer.toString(process)).start().waitFor();
  }

  private static <T> T await(Future<T> future) throws Exception {
    return future.await(10, TimeUnit.SECONDS);
  }
}
