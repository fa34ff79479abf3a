package io.causerie.moderation.inplace;

import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.db.Database;
import io.causerie.db.DatabaseUrl;
import io.causerie.posting.FormStamps;
import io.causerie.secret.Seal;
import io.causerie.secret.Secrets;
import io.causerie.testing.TestApp;
import io.causerie.testing.TestDatabase;
import io.vertx.core.Vertx;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How long a stamp is good. */
final class InPlaceStampsTest {
  private static final Instant END = Instant.parse("2026-11-25T12:00:00Z");
  private static TestDatabase data;
  private static Vertx vertx;
  private static Database database;
  private static InPlaceStamps stamps;

  @BeforeAll
  static void start() {
    vertx = Vertx.vertx();
    data = TestDatabase.migrated(vertx);
    database = Database.connect(vertx, DatabaseUrl.parse(data.url()), 2);
    stamps = new InPlaceStamps(new Secrets(database, Seal.OFF));
  }

  @AfterAll
  static void stop() {
    TestApp.await(database.close());
    data.close();
    TestApp.await(vertx.close());
  }

  @Test
  void aStampIsGoodUntilItsEnd() {
    String stamp = TestApp.await(stamps.until("news", 7, END));

    assertThat(allows(stamp, 7, END.minusMillis(1))).isTrue();
    assertThat(allows(stamp, 7, END)).isFalse();
    assertThat(allows(stamp, 8, END.minusMillis(1))).isFalse();
  }

  @Test
  void theStampOfAFormIsNoLeaveToLook() {
    String form = TestApp.await(new FormStamps(new Secrets(database, Seal.OFF)).at("news", END));

    assertThat(allows(form, 7, END.minusMillis(1))).isFalse();
  }

  private static boolean allows(String stamp, long id, Instant now) {
    return TestApp.await(stamps.allows(stamp, "news", id, now));
  }
}
