package io.causerie.log;

import static io.causerie.testing.TestApp.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.db.Database;
import io.causerie.db.DatabaseUrl;
import io.causerie.testing.LogChain;
import io.causerie.testing.LogLines;
import io.causerie.testing.ServiceTest;
import io.causerie.testing.TestApp;
import io.vertx.core.Vertx;
import org.junit.jupiter.api.Test;

/** The copy of each log's head that lies elsewhere. */
@ServiceTest
final class HeadReportTest {
  @Test
  void theHeadOfALogThatHasEntriesIsWrittenToTheLogOfTheService(TestApp app) {
    LogChain.write(app, 3, "'approve'", "null");
    String quiet = app.anotherSite("{}");
    Vertx vertx = Vertx.vertx();
    Database database = Database.connect(vertx, DatabaseUrl.parse(app.database().url()), 1);

    try (LogLines lines = LogLines.of(HeadReport.class)) {
      await(new HeadReport(vertx, database).report());

      assertThat(lines.told())
          .contains("INFO moderation log of " + app.site() + ": 3 entries, head "
              + LogChain.check(app).head())
          .noneMatch(line -> line.contains(quiet));
    } finally {
      await(database.close());
      await(vertx.close());
    }
  }
}
