package io.causerie.thread;

import static io.causerie.testing.TestApp.comment;
import static io.causerie.testing.TestApp.reply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.causerie.account.Actor;
import io.causerie.comment.Status;
import io.causerie.comment.StatusChange;
import io.causerie.comment.StatusStore;
import io.causerie.core.Id;
import io.causerie.db.Database;
import io.causerie.db.DatabaseUrl;
import io.causerie.event.ThreadChanges;
import io.causerie.testing.Answer;
import io.causerie.testing.Counters;
import io.causerie.testing.ServiceTest;
import io.causerie.testing.TestApp;
import io.causerie.upkeep.Recount;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens to comments, in whatever order and at once: what is stored is what is there. */
// Recounts are of all sites, and one breaks the triggers.
@ServiceTest(alone = true)
final class CountersPropertyTest {
  private static final List<String> STATUSES =
      List.of("approved", "pending", "rejected", "spam", "deleted");
  private static final int STEPS = 60;
  private static final String FLAG =
      """
      insert into flags (comment_id, viewer_hash, site_id, reason, weight, created_at)
      values (%1$d, convert_to('%2$d', 'UTF8'), '%3$s', 'spam', 1, now());
      update comments set flag_count = flag_count + 1 where id = %1$d
      """;

  private final Vertx vertx = Vertx.vertx();
  private final TestApp app;
  private final Counters counters;
  private final Database database;

  CountersPropertyTest(TestApp app) {
    this.app = app;
    counters = new Counters(app.database());
    database = Database.connect(vertx, DatabaseUrl.parse(app.database().url()), 8);
  }

  @AfterEach
  void stop() {
    TestApp.await(database.close());
    TestApp.await(vertx.close());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 20, 300})
  void countersAreExactAfterEveryStep(long seed) {
    Random random = new Random(seed);
    List<String> ids = new ArrayList<>();
    for (int step = 0; step < STEPS; step++) {
      if (ids.isEmpty() || random.nextInt(3) > 0) {
        Answer answer = app.post(anyComment(random, ids));
        if (answer.status() == 201) {
          ids.add(TestApp.id(answer));
        }
      } else {
        change(random, any(random, ids));
      }

      counters.assertExact();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 50})
  void countersAreExactAfterManyThingsAtOnce(long seed) {
    Random random = new Random(seed);
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      ids.add(app.postId(anyComment(random, ids)));
    }
    for (int round = 0; round < 4; round++) {
      List<Future<?>> atOnce = new ArrayList<>();
      List<Future<Answer>> posting = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        posting.add(app.posting(anyComment(random, ids), Map.of()));
        atOnce.add(deciding(random, any(random, ids)));
      }
      atOnce.add(shadowing(any(random, ids)));
      atOnce.add(shadowing(any(random, ids)));
      atOnce.addAll(posting);

      TestApp.await(Future.all(atOnce));

      counters.assertExact();
      posting.stream()
          .map(Future::result)
          .filter(answer -> answer.status() == 201)
          .forEach(answer -> ids.add(TestApp.id(answer)));
    }
    Recount.Result recounted = TestApp.await(new Recount(database).run());
    assertThat(recounted).isEqualTo(right(recounted.threads()));
  }

  @Test
  void aStatementThatChangesManyCommentsCountsThemAll() {
    String root = app.postId(comment("/many", "Root"));
    for (int i = 0; i < 5; i++) {
      root = app.postId(reply("/many", root, "Deeper"));
    }

    app.database().execute("update comments set status = 'spam' where depth % 2 = 1");
    counters.assertExact();
    app.database().execute("update comments set status = 'approved'");
    counters.assertExact();

    assertThat(app.database().count("select comment_count from threads")).isEqualTo(6);
  }

  @Test
  void decidingTwiceCountsOnce() {
    String root = app.postId(comment("/twice", "Root"));
    for (String status : List.of("deleted", "deleted", "approved", "approved")) {
      app.setStatus(root, status);

      counters.assertExact();
    }
  }

  @Test
  void aCounterCannotBeNegative() {
    app.postId(comment("/negative", "Root"));

    for (String change :
        List.of("update threads set comment_count = -1", "update comments set reply_count = -1")) {
      assertThatThrownBy(() -> app.database().execute(change)).hasMessageContaining("check");
    }
  }

  @Test
  void aRecountMendsWhatIsWrongAndFindsNothingAfterwards() {
    String root = app.postId(comment("/mend", "Root"));
    app.postId(reply("/mend", root, "Reply"));
    app.postId(comment("/right", "Root"));
    app.database().execute("update threads set comment_count = 7 where key = '/mend'");
    app.database().execute("update comments set reply_count = 7 where depth = 1");
    app.database().execute("update comments set flag_count = 7 where depth = 1");
    app.database()
        .execute("update authors set spam_count = 7 where id in (select min(id) from authors)");
    app.database().execute("update queue_totals set count = count + 7");
    app.database()
        .execute("insert into queue_totals values ('" + app.site() + "', 'deleted', 3, -7)");

    Recount.Result first = TestApp.await(new Recount(database).run());
    Recount.Result second = TestApp.await(new Recount(database).run());

    assertThat(first).isEqualTo(new Recount.Result(2, 1, 1, 1, 1, 3));
    assertThat(second).isEqualTo(right(2));
    counters.assertExact();
  }

  @Test
  void aRecountWhileOthersWriteMendsNothingThatIsRight() {
    Random random = new Random(7);
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      ids.add(app.postId(comment("/busy/" + i % 3, "Busy")));
    }
    app.database().execute("update queue_totals set count = count + 7");
    List<Future<?>> atOnce = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      atOnce.add(app.posting(comment("/busy/" + i % 3, "More"), Map.of()));
      atOnce.add(app.deciding(List.of(any(random, ids)), any(random, STATUSES), TestApp.ADMIN));
      atOnce.add(new Recount(database).run());
    }

    TestApp.await(Future.all(atOnce));

    counters.assertExact();
  }

  /** The comparison of these tests is worth something only if it can fail. */
  @Test
  void withoutTheTriggersTheComparisonFails() {
    app.database()
        .execute("create or replace function apply_count_changes(changes count_change[])"
            + " returns void language sql as ''");
    app.postId(comment("/broken", "Root"));

    assertThatThrownBy(() -> counters.assertExact()).isInstanceOf(AssertionError.class);
  }

  /** A moderator decides, a ban shadows, or a reader flags. */
  private void change(Random random, String id) {
    switch (random.nextInt(4)) {
      case 0 -> TestApp.await(shadowing(id));
      case 1 -> app.database().execute(FLAG.formatted(Id.parse(id), random.nextInt(), app.site()));
      default -> app.setStatus(id, any(random, STATUSES));
    }
  }

  private Future<Answer> deciding(Random random, String id) {
    return app.deciding(List.of(id), any(random, STATUSES), TestApp.ADMIN);
  }

  private Future<?> shadowing(String id) {
    return new StatusStore(database, new ThreadChanges())
        .change(new StatusChange(
            app.site(),
            List.of(Id.parse(id)),
            Status.REJECTED,
            null,
            Actor.system("ban"),
            null,
            null,
            null,
            true,
            false,
            null));
  }

  private static Recount.Result right(long threads) {
    return new Recount.Result(threads, 0, 0, 0, 0, 0);
  }

  private JsonObject anyComment(Random random, List<String> ids) {
    return ids.isEmpty() || random.nextInt(4) == 0
        ? comment("/any", "Root")
        : reply("/any", any(random, ids), "Reply");
  }

  private static <T> T any(Random random, List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
