package io.causerie.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.Service;
import io.causerie.Tuning;
import io.causerie.config.Config;
import io.causerie.testing.TestApp;
import io.causerie.testing.TestDatabase;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The demonstration's first start. */
final class DemoStartTest {
  private final Vertx vertx = Vertx.vertx();
  private final TestDatabase database = TestDatabase.empty(vertx);

  @AfterEach
  void stop() {
    database.close();
    TestApp.await(vertx.close());
  }

  @Test
  void aDatabaseThatIsSlowToConnectDelaysTheStartAndDoesNotEndIt() throws IOException {
    Config config = Config.from(Map.of(
        "CAUSERIE_PORT", "0", "DATABASE_URL", database.url(), "CAUSERIE_DATABASE_POOL", "1"));

    Service.start(config, Tuning.usual(), true).close();

    assertThat(database.count("select count(*) from comments")).isGreaterThan(2_000);
  }
}
