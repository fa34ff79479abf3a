package io.causerie.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.causerie.testing.TestDatabase;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class MigrationsTest {
  private static final Vertx VERTX = Vertx.vertx();
  private static final String ONE = "classpath:migrations/one";
  private static final String TWO = "classpath:migrations/two";
  private static final String FUNCTIONS = "classpath:migrations/functions";
  private static final String OTHER_FUNCTIONS = "classpath:migrations/other";

  private TestDatabase database;

  @BeforeEach
  void makeASchema() {
    database = TestDatabase.empty(VERTX);
  }

  @AfterEach
  void dropIt() {
    database.close();
  }

  @AfterAll
  static void stop() {
    VERTX.close().await();
  }

  @Test
  void theFilesAreAppliedInOrderAndAsTheyAreWritten() throws Exception {
    await(migrate(TWO));

    assertThat(database.rows("select letter from letters").get(0).getString(0)).isEqualTo("${a}");
  }

  @Test
  void twiceIsTheSameAsOnce() throws Exception {
    await(migrate(TWO));
    await(migrate(TWO));

    assertThat(database.count("select count(*) from letters")).isEqualTo(1);
    assertThat(database.count("select count(*) from migrations")).isEqualTo(2);
  }

  @Test
  void twoNodesMayStartAtOnce() throws Exception {
    await(Future.join(migrate(TWO), migrate(TWO)).mapEmpty());

    assertThat(database.count("select count(*) from migrations")).isEqualTo(2);
  }

  @Test
  void aNewReleaseAddsWhatIsMissing() throws Exception {
    await(migrate(ONE));
    await(migrate(TWO));

    assertThat(database.count("select count(*) from letters")).isEqualTo(1);
  }

  @Test
  void aSchemaNewerThanTheProgramIsRefused() throws Exception {
    await(migrate(TWO));

    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> await(migrate(ONE)))
        .withMessageContaining("at version 0002")
        .withMessageContaining("knows only 0001");
  }

  @Test
  void functionsAreReplacedWhenTheyHaveChanged() throws Exception {
    await(migrate(FUNCTIONS));
    await(migrate(FUNCTIONS));
    await(migrate(OTHER_FUNCTIONS));

    assertThat(database.rows("select greeting()").get(0).getString(0)).isEqualTo("Good evening");
    assertThat(database.count("select count(*) from migrations")).isEqualTo(3);
  }

  @Test
  void olderFunctionsDoNotReplaceNewerOnes() throws Exception {
    await(migrate(FUNCTIONS));
    await(migrate(OTHER_FUNCTIONS));

    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> await(migrate(FUNCTIONS)))
        .withMessageContaining("R_functions.sql was replaced");
    assertThat(database.rows("select greeting()").get(0).getString(0)).isEqualTo("Good evening");
  }

  private Future<Void> migrate(String location) {
    return Migrations.run(VERTX, DatabaseUrl.parse(database.url()), location);
  }

  private static void await(Future<Void> migration) throws Exception {
    migration.await(60, TimeUnit.SECONDS);
  }
}
