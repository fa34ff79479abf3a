package io.causerie.event;

import static io.causerie.testing.TestApp.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.testing.Eventually;
import io.causerie.testing.HandTimer;
import io.causerie.testing.LogLines;
import io.vertx.pgclient.PgConnection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The reading of the log of events that every node does for itself. */
final class EventLogTest {
  private final PlantedEvents planted = new PlantedEvents();
  private final HandTimer timer = new HandTimer();
  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
  private final ThreadChanges changes = new ThreadChanges();
  private final EventLog log = new EventLog(timer, now::get, planted.database, changes);
  private final List<String> told = new CopyOnWriteArrayList<>();
  private final List<String> changed = new CopyOnWriteArrayList<>();

  EventLogTest() {
    changes.listen(new ThreadChanges.Listener() {
      @Override
      public void threadChanged(ThreadRef thread) {
        changed.add(thread.key());
      }

      @Override
      public void changesMissed() {
        changed.add("missed");
      }
    });
    log.listen(happening -> told.add(PlantedEvents.number(happening)));
  }

  @AfterEach
  void stop() {
    await(log.stop());
    planted.close();
  }

  @Test
  void whatHappensFromTheStartOnIsTold() {
    planted.happens(1);
    await(log.start());
    planted.happens(2);
    planted.happens(3);

    round();

    assertThat(told).containsExactly("2", "3");
    assertThat(changed).containsExactly("/a", "/a");
  }

  @Test
  void aListenerThatThrowsKeepsTheNewsFromNobodyElse() {
    List<String> heard = new ArrayList<>();
    List<String> tries = new ArrayList<>();
    log.listen(happening -> {
      tries.add(PlantedEvents.number(happening));
      throw new IllegalStateException("on purpose");
    });
    log.listen(happening -> {
      if (PlantedEvents.number(happening).equals("2")) {
        throw new IllegalStateException("on purpose");
      }
      heard.add(PlantedEvents.number(happening));
    });
    await(log.start());
    planted.happen(1, 3);

    try (LogLines lines = LogLines.of(Listeners.class)) {
      round();

      assertThat(lines.told())
          .hasSize(3)
          .filteredOn(line -> line.contains("does not take the news"))
          .hasSize(2);
      assertThat(lines.told()).last().asString().endsWith("takes news again");
    }
    assertThat(told).containsExactly("1", "2", "3");
    assertThat(heard).containsExactly("1", "3");
    assertThat(tries).containsExactly("1", "1", "1", "2", "2", "2", "3", "3", "3");
  }

  @Test
  void aFullBatchIsFollowedByTheNextAtOnce() {
    await(log.start());
    planted.happen(1, EventLog.BATCH + 1);

    round();

    assertThat(timer.pauses()).containsExactly(Duration.ZERO);
    round();
    assertThat(told)
        .isEqualTo(IntStream.rangeClosed(1, EventLog.BATCH + 1)
            .mapToObj(String::valueOf)
            .toList());
    assertThat(timer.pauses()).doesNotContain(Duration.ZERO);
  }

  @Test
  void whatCommitsLateIsNotLost() {
    await(log.start());
    PgConnection late = planted.begin();
    PlantedEvents.run(late, PlantedEvents.event(1, 1));
    planted.happens(2);
    round();
    assertThat(told).isEmpty();

    PlantedEvents.run(late, "commit");

    round();
    assertThat(told).containsExactly("1", "2");
  }

  @Test
  void aTransactionThatHoldsEverythingBackForLongIsToldOnceAndSoIsItsEnd() {
    await(log.start());
    PgConnection foreign = planted.begin();
    PlantedEvents.run(foreign, "select pg_current_xact_id()");
    try (LogLines lines = LogLines.of(HeldBack.class)) {
      round();
      pass(Duration.ofHours(1));
      round();
      assertThat(lines.told()).as("of a transaction that holds nothing back").isEmpty();

      planted.happens(1);
      round();
      pass(Duration.ofSeconds(31));
      round();
      round();
      assertThat(lines.told())
          .singleElement()
          .asString()
          .startsWith("WARN no events are followed: the transaction ");

      PlantedEvents.run(foreign, "rollback");
      round();
      assertThat(lines.told()).hasSize(2).last().asString().startsWith("INFO events are followed");
    }
    assertThat(told).containsExactly("1");
  }

  /** As {@code pg_restore} leaves it in a new cluster: the numbers are those of the old one. */
  @Test
  void whatARestoreBroughtIsNotToldWhenOurTransactionsReachItsNumbers() {
    planted.happens(1);
    planted.data.execute("update events set xid = (xid::text::bigint + 1000)::text::xid8;"
        + "insert into events (xid, site_id, thread_id, kind, actor)"
        + " values ('9000000000000000000', 's', 1, 'posted', 'x')");
    long number = planted.data.count("select min(xid::text::bigint) from events");

    await(log.start());
    planted.passTransaction(number);
    planted.happens(2);
    round();

    assertThat(told).containsExactly("2");
    assertThat(planted.data.count("select count(*) from events")).isEqualTo(1);
  }

  @Test
  void anotherClusterInThePlaceOfTheOneBeforeIsFollowedFromThereOn() {
    planted.happens(1);
    log.start(new Position(Long.MAX_VALUE, 7));
    round();
    assertThat(changed).containsExactly("missed");

    planted.happens(2);
    round();

    assertThat(told).containsExactly("2");
  }

  private void pass(Duration time) {
    now.updateAndGet(before -> before.plus(time));
  }

  /** Waits for its end, too. */
  private void round() {
    timer.fire();
    Eventually.is("the round has ended", () -> !timer.pauses().isEmpty());
  }
}
