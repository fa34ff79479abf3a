package io.causerie.event;

import static io.causerie.testing.TestApp.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.testing.Eventually;
import io.causerie.testing.HandTimer;
import io.causerie.testing.LogLines;
import io.vertx.core.Future;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reading every event once. What is read is written to a table of the test, in the same transaction. */
final class FollowerTest {
  private final PlantedEvents planted = new PlantedEvents();
  private final HandTimer timer = new HandTimer();
  private final List<Follower> nodes = new ArrayList<>();

  @BeforeEach
  void makeATable() {
    planted.data.execute("create table heard (place serial, number text)");
  }

  @AfterEach
  void stop() {
    nodes.forEach(node -> await(node.stop()));
    planted.close();
  }

  @Test
  void everyEventIsReadOnceInOrderAlsoAfterARestart() {
    planted.happens(1);
    Follower first = node(FollowerTest::hear);
    planted.happen(2, 3);
    round();
    round();
    await(first.stop());
    timer.fire();
    planted.happens(4);

    node(FollowerTest::hear);
    planted.happens(5);
    round();

    assertThat(heard()).containsExactly("2", "3", "4", "5");
  }

  @Test
  void aFullBatchIsFollowedByTheNextAtOnce() {
    node(FollowerTest::hear);
    planted.happen(1, Follower.BATCH + 1);

    round();

    assertThat(timer.pauses()).containsExactly(Duration.ZERO);
    round();
    assertThat(heard())
        .isEqualTo(IntStream.rangeClosed(1, Follower.BATCH + 1)
            .mapToObj(String::valueOf)
            .toList());
  }

  @Test
  void whatCannotBeReadIsTriedAFewTimesAndThenPassedOver() {
    List<String> tried = new ArrayList<>();
    node((conn, event) -> {
      String number = number(event);
      if (number.equals("2")) {
        tried.add(number);
        return hear(conn, event).compose(written -> Future.failedFuture("on purpose"));
      }
      return hear(conn, event);
    });
    planted.happen(1, 3);

    try (LogLines lines = LogLines.of(Follower.class)) {
      Eventually.is("all that can be read is", () -> {
        round();
        return heard().contains("3");
      });

      assertThat(lines.told())
          .singleElement()
          .asString()
          .startsWith("ERROR notices passes over the event ");
    }
    assertThat(heard()).containsExactly("1", "3");
    assertThat(tried).as("once with the batch, and then alone").hasSize(1 + Follower.TRIES);
  }

  @Test
  void whatFailsForAWhileIsReadInTheEnd() {
    List<String> tried = new ArrayList<>();
    node((conn, event) -> {
      tried.add(number(event));
      return tried.size() < 4
          ? conn.query("select from nothing_of_that_name").execute().mapEmpty()
          : hear(conn, event);
    });
    planted.happen(1, 2);

    Eventually.is("both are read", () -> {
      round();
      return heard().contains("2");
    });

    assertThat(heard()).containsExactly("1", "2");
    assertThat(tried).containsExactly("1", "1", "1", "1", "2");
  }

  @Test
  void oneNodeReadsAtATime() {
    node(FollowerTest::hear);
    planted.happens(1);
    PgConnection other = planted.begin();
    PlantedEvents.run(other, "select from followers where name = 'notices' for update");

    round();
    assertThat(heard()).isEmpty();
    assertThat(timer.pauses()).as("no failure").containsExactly(Follower.PAUSE);

    PlantedEvents.run(other, "rollback");
    round();
    assertThat(heard()).containsExactly("1");
  }

  @Test
  void whatCommitsLateIsNotLost() {
    node(FollowerTest::hear);
    PgConnection late = planted.begin();
    PlantedEvents.run(late, PlantedEvents.event(1, 1));
    planted.happens(2);
    round();
    assertThat(heard()).isEmpty();

    PlantedEvents.run(late, "commit");

    round();
    assertThat(heard()).containsExactly("1", "2");
  }

  @Test
  void aPositionOfAnotherClusterIsLeftForWhatHappensFromNowOn() {
    planted.happens(1);
    planted.data.execute("update events set xid = (xid::text::bigint + 1000)::text::xid8;"
        + "insert into followers (name, xid, id)"
        + " values ('notices', '9000000000000000000', 7)");
    long number = planted.data.count("select xid::text::bigint from events");

    await(new EventStore(planted.database).forgetForeign());
    planted.passTransaction(number);
    node(FollowerTest::hear);
    planted.happens(2);
    round();

    assertThat(heard()).containsExactly("2");
  }

  @Test
  void whatIsNotReadIsForgottenAfterAWeekAndTheRestAfterADay() {
    EventStore store = new EventStore(planted.database);
    node(FollowerTest::hear);
    planted.happen(1, 10);
    round();
    planted.happen(11, 20);
    planted.data.execute(
        "update events set at = now() - make_interval(hours => 13 * actor_name::int)");

    try (LogLines lines = LogLines.of(EventStore.class)) {
      assertThat(await(store.forget(OffsetDateTime.now(ZoneOffset.UTC)))).isEqualTo(17);
      assertThat(await(store.forget(OffsetDateTime.now(ZoneOffset.UTC)))).isZero();

      assertThat(lines.told())
          .containsExactly(
              "WARN events are forgotten that these have not read for a week: [notices]");
    }
    assertThat(planted.data.rows("select actor_name::int from events order by 1"))
        .extracting(row -> row.getInteger(0))
        .containsExactly(1, 11, 12);
  }

  /** Of a follower that takes up where the one before was. */
  private Follower node(Follower.Reader reader) {
    Follower node = new Follower("notices", timer, planted.database, reader);
    nodes.add(node);
    await(node.start());
    return node;
  }

  /** Waits for its end, too. */
  private void round() {
    timer.fire();
    Eventually.is("the round has ended", () -> !timer.pauses().isEmpty());
  }

  private static Future<Void> hear(SqlConnection conn, Event event) {
    return conn.preparedQuery("insert into heard (number) values ($1)")
        .execute(Tuple.of(number(event)))
        .mapEmpty();
  }

  private static String number(Event event) {
    CommentEvent happening = event.happening();
    return happening == null ? "" : PlantedEvents.number(happening);
  }

  private List<String> heard() {
    return planted.data.rows("select number from heard order by place").stream()
        .map(row -> row.getString(0))
        .toList();
  }
}
