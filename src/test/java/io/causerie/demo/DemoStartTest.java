package io.causerie.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.app.Service;
import io.causerie.app.Tuning;
import io.causerie.config.Config;
import io.causerie.testing.TestApp;
import io.causerie.testing.TestDatabase;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The demonstration's first start. */
final class DemoStartTest {
  /** A thread that lacks nothing. */
  private static final String WRITTEN =
      """
      insert into threads (id, site_id, key, created_at, open_since)
      values (%1$d, 'demo', '%2$s', now(), now());
      insert into comments (id, site_id, thread_id, root_id, path, author_id, author_name,
        author_kind, body, body_html, markup_version, status, created_at)
      select %1$d + n, 'demo', %1$d, %1$d + n, array[%1$d + n], 1, 'Ann', 'guest', '', '', 1,
        'approved', now()
      from generate_series(1, %3$d) n
      """;

  private final Vertx vertx = Vertx.vertx();
  private final TestDatabase database = TestDatabase.migrated(vertx);

  @AfterEach
  void stop() {
    database.close();
    TestApp.await(vertx.close());
  }

  /** One thread is enough: what it takes to connect is the same for all of them. */
  @Test
  void aDatabaseThatIsSlowToConnectDelaysTheStartAndDoesNotEndIt() throws IOException {
    List<List<SeedComment>> threads = DemoSeed.threads();
    database.execute("insert into sites (id, origins) values ('demo', '{}');"
        + "insert into authors values (1, 'demo', 'guest', 'Ann', now())");
    for (int i = 1; i < threads.size(); i++) {
      List<SeedComment> thread = threads.get(i);
      database.execute(WRITTEN.formatted(10_000 * i, thread.get(0).threadKey(), thread.size()));
    }
    Config config = Config.from(Map.of(
        "CAUSERIE_PORT", "0", "DATABASE_URL", database.url(), "CAUSERIE_DATABASE_POOL", "1"));

    Service.start(config, Tuning.usual(), true).close();

    assertThat(database.count("select count(*) from comments"))
        .isEqualTo(threads.stream().mapToLong(List::size).sum());
  }
}
