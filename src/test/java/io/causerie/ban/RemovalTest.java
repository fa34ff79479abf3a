package io.causerie.ban;

import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.account.Networks;
import io.causerie.comment.StatusStore;
import io.causerie.db.Background;
import io.causerie.db.Database;
import io.causerie.db.DatabaseUrl;
import io.causerie.db.Migrations;
import io.causerie.event.ThreadChanges;
import io.causerie.http.ClientAddress;
import io.causerie.secret.Seal;
import io.causerie.secret.Secrets;
import io.causerie.testing.Eventually;
import io.causerie.testing.HandTimer;
import io.causerie.testing.LogLines;
import io.causerie.testing.TestDatabase;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The work of bans, round by round. */
@ExtendWith(VertxExtension.class)
final class RemovalTest {
  private static final String BAN =
      """
      insert into bans (id, site_id, author_id, shadow, reason, created_by, created_at, work)
      values (%1$d, 's', %1$d, false, '', 'admin', now() - interval '1 hour', 'remove')
      """;

  private TestDatabase data;
  private final HandTimer timer = new HandTimer();
  private Database database;
  private Removal removal;

  @BeforeEach
  void fill(Vertx vertx) {
    data = TestDatabase.migrated(vertx);
    var address = DatabaseUrl.parse(data.url());
    database = Database.connect(vertx, address, 4);
    Migrations.run(vertx, address).await();
    data.execute(
        """
        insert into sites (id, origins) values ('s', '{}');
        insert into authors (id, site_id, kind, name, created_at)
        select n, 's', 'guest', 'Ann', now() from generate_series(1, 2) n;
        insert into threads (id, site_id, key, created_at, open_since)
        select n, 's', n::text, now(), now() from generate_series(1, 2) n;
        insert into comments (id, site_id, thread_id, root_id, path, author_id, author_name,
          author_kind, body, body_html, markup_version, status, created_at)
        select n, 's', n, n, array[n], n, 'Ann', 'guest', '', '', 1, 'approved', now()
        from generate_series(1, 2) n
        """);
    removal = new Removal(
        timer,
        database,
        new StatusStore(database, new ThreadChanges()),
        new Networks(new ClientAddress(List.of()), new Secrets(database, Seal.OFF)),
        InstantSource.system(),
        Removal.LONGEST_POST);
  }

  @AfterEach
  void close() {
    removal.stop().await();
    database.close().await();
    data.close();
  }

  /** The first round waits for a thread, which it does not get; the second ban is not of that round. */
  @Test
  void whoAsksDuringARoundIsNotForgotten() {
    data.execute(BAN.formatted(2));
    data.execute("begin; select from threads where id = 2 for update");
    removal.start();
    timer.fire();
    Eventually.is(
        "the round waits", () -> data.count("select count(*) from pg_locks where not granted") > 0);

    database.query(BAN.formatted(1), Tuple.tuple()).await();
    removal.kick();

    Eventually.is("the round has ended", () -> !timer.pauses().isEmpty());
    assertThat(timer.pauses()).containsExactly(Duration.ZERO);
    timer.fire();
    Eventually.is("the second ban is worked for", () -> isRejected(1));
    data.execute("commit");
  }

  @Test
  void aBanWhoseWorkFailsHoldsUpNoOtherAndIsToldOnce() {
    data.execute(BAN.formatted(1) + ";" + BAN.formatted(2));
    data.execute(
        """
        create function refuse() returns trigger language plpgsql as
          $$ begin raise exception 'on purpose'; end $$;
        create trigger refuse before update on comments for each row when (old.id = 1)
          execute function refuse()
        """);
    removal.start();
    try (LogLines log = LogLines.of(Background.class)) {
      for (int round = 0; round < 3; round++) {
        timer.fire();
        Eventually.is("the round has ended", () -> !timer.pauses().isEmpty());
      }

      assertThat(isRejected(2)).isTrue();
      assertThat(log.told()).containsExactly("ERROR working for bans failed, and is tried again");
      data.execute("drop trigger refuse on comments");
      timer.fire();
      Eventually.is("the other ban's turn has come", () -> isRejected(1));
      Eventually.is("the round has ended", () -> !timer.pauses().isEmpty());
      assertThat(log.told()).hasSize(2).last().isEqualTo("INFO working for bans works again");
    }
  }

  private boolean isRejected(long comment) {
    return data.count("select count(*) from comments where status = 'rejected' and id = " + comment)
        == 1;
  }
}
