package io.causerie.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.testing.LogChain;
import io.causerie.testing.ServiceTest;
import io.causerie.testing.TestApp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A log of more than one page, whose whole table is tampered with and put right again. */
@ServiceTest(alone = true)
final class TamperedLogTest {
  private static TestApp app;

  @BeforeAll
  static void write(TestApp given) {
    app = given;
    LogChain.write(app, 1500, "'approve'", "'Because ' || i");
    app.database()
        .execute("create table kept_log as select * from moderation_log;"
            + "create table kept_heads as select * from log_heads");
  }

  @AfterEach
  void putRight() {
    LogChain.tamper(
        app.database(),
        "truncate moderation_log; insert into moderation_log select * from kept_log;"
            + "truncate log_heads; insert into log_heads select * from kept_heads");
    assertThat(LogChain.check(app).fault()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "update moderation_log set reason = 'Else' where seq = 7 | entry 7 is not as it was written",
        "update moderation_log set at = at + interval '1 ms' where seq = 7 | entry 7 is not as",
        "update moderation_log set actor = 'console' where seq = 1 | entry 1 is not as it was",
        "update moderation_log set reason = null where seq = 1500 | entry 1500 is not as it was",
        "update moderation_log set reason = null where seq = 1001 | entry 1001 is not as it was",
        "update moderation_log set hash = 'x' where seq = 7 | the hash of entry 7 is not",
        "update moderation_log set hash = 'x' where seq = 1500 | the hash of entry 1500 is not",
        "delete from moderation_log where seq = 7 | entry 7 is missing",
        "delete from moderation_log where seq in (7, 8) | entries 7 to 8 are missing",
        "delete from moderation_log where seq = 1 | entry 1 is missing",
        "delete from moderation_log where seq = 1500 | entry 1500 is missing",
        "delete from moderation_log where seq > 1000 | entries 1001 to 1500 are missing",
        "delete from moderation_log | entries 1 to 1500 are missing",
        "delete from log_heads | entry 1 was added beside the head",
        "update log_heads set hash = 'x' | the hash of entry 1500 is not the one that the head",
        "insert into moderation_log select site_id, 1501, at, actor, actor_name, action, null,"
            + " null, null, null, reason, null, null, hash from moderation_log where seq = 1500"
            + " | entry 1501 was added beside the head",
        "update moderation_log set seq = 1501 where seq = 1500 | entry 1500 is missing",
        "update moderation_log set seq = 0 where seq = 1500 | entry 1500 is missing"
      })
  void whatWasTamperedWithIsNamed(String change, String fault) {
    LogChain.tamper(app.database(), change);

    assertThat(LogChain.check(app).fault()).startsWith(fault);
  }
}
