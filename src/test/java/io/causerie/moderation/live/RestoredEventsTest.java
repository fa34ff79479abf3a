package io.causerie.moderation.live;

import static io.causerie.testing.TestApp.ADMIN;
import static io.causerie.testing.TestApp.comment;
import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.testing.Listening;
import io.causerie.testing.ServiceTest;
import io.causerie.testing.TestApp;
import io.causerie.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** What a team hears after a restore into another database cluster. */
// What a start forgets is of all sites.
@ServiceTest(alone = true)
final class RestoredEventsTest {
  /** As {@code pg_restore} writes them: with the numbers that transactions had in the old cluster. */
  private static final String RESTORED =
      """
      update events set xid = (pg_snapshot_xmax(pg_current_snapshot())::text::bigint + 500)::text::xid8
      """;

  @Test
  void nothingOldIsToldWhenTransactionsReachTheNumbersOfTheOldCluster(TestApp app) {
    app.postId(comment("/live", "Old"));
    TestDatabase database = app.database();
    app.stop();
    database.execute(RESTORED);
    long last = database.count("select max(xid::text::bigint) from events");
    app.startAgain();

    try (Listening listening = Listening.to(app, ADMIN)) {
      while (database.count("select pg_current_xact_id()::text::bigint") <= last) {}
      String id = app.postId(comment("/live", "New"));

      listening.hears("the new one", "arrived", told -> told.getString("id").equals(id));
      assertThat(listening.told("arrived")).hasSize(1);
    }
  }
}
