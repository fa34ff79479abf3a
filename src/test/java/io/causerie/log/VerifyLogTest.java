package io.causerie.log;

import static io.causerie.testing.TestApp.comment;
import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.testing.Console;
import io.causerie.testing.LogChain;
import io.causerie.testing.TestApp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That a log which was tampered with is told from one which was not. */
final class VerifyLogTest {
  private TestApp app;

  @BeforeEach
  void start() {
    app = TestApp.start();
  }

  @AfterEach
  void stop() {
    app.close();
  }

  @Test
  void aLogThatNobodyTouchedIsSound() {
    assertThat(check()).isEqualTo(new LogCheck.Result(0, "", null));
    LogChain.write(app.database(), 2500, "'approve'", "'Because ' || i");

    LogCheck.Result found = check();

    assertThat(found.fault()).isNull();
    assertThat(found.entries()).isEqualTo(2500);
    assertThat(found.head()).matches("[0-9a-f]{64}");
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
    LogChain.write(app.database(), 1500, "'approve'", "'Because ' || i");

    LogChain.tamper(app.database(), change);

    assertThat(check().fault()).startsWith(fault);
  }

  @Test
  void anEntryWrittenAnewWithItsHashIsNamedByTheOneAfter() {
    LogChain.write(app.database(), 9, "'approve'", "null");

    LogChain.tamper(
        app.database(),
        "update moderation_log set reason = 'Else' where seq = 5;"
            + " update moderation_log e set hash = log_hash("
            + "   (select p.hash from moderation_log p where p.seq = 4), e) where seq = 5");

    assertThat(check().entries()).isEqualTo(5);
    assertThat(check().fault())
        .isEqualTo("entry 6 is not as it was written, or entry 5 and its hash are not");
  }

  @Test
  void theHashDoesNotDependOnHowASessionWritesTimesAndNumbers() {
    String id = app.postId(comment("/numbers", "One"));
    app.setStatus(id, "spam");
    app.database()
        .execute("insert into moderation_log (site_id, actor, actor_name, action, before, after)"
            + " values ('blog', 'admin', 'ä — \"x\" \\ 𝄞', 'settings',"
            + " '{\"b\": 1.50, \"a\": 1e400, \"n\": null}', '[0.1, -0, 12345678901234567890]')");

    String elsewhere = app.database().url()
        + "&TimeZone=Asia/Kathmandu&DateStyle=German&IntervalStyle=iso_8601"
        + "&extra_float_digits=-10&bytea_output=escape&standard_conforming_strings=off";

    assertThat(LogChain.check(elsewhere)).isEqualTo(check());
    assertThat(check().fault()).isNull();
    assertThat(check().entries()).isEqualTo(2);
  }

  @Test
  void theCommandTellsTheHeadAndEndsWithOneWhenSomethingIsWrong() {
    LogChain.write(app.database(), 12, "'approve'", "null");
    app.addSite("quiet", "https://quiet.example", "{}");
    String head = check().head();

    Console.Result all = console().run("verify-log");
    assertThat(all.output())
        .contains("blog: 12 entries, head " + head)
        .contains("quiet: 0 entries");
    assertThat(all.exitCode()).isZero();

    LogChain.tamper(app.database(), "delete from moderation_log where seq = 4");
    Console.Result tampered = console().run("verify-log", "blog", "--expect", head);
    assertThat(tampered.output()).contains("blog: 3 entries, then entry 4 is missing");
    assertThat(tampered.exitCode()).isEqualTo(1);
  }

  @Test
  void aChainWrittenAnewIsToldByAHeadThatWasKeptElsewhere() {
    LogChain.write(app.database(), 3, "'approve'", "null");
    String kept = check().head();
    LogChain.tamper(app.database(), "delete from moderation_log; delete from log_heads");
    LogChain.write(app.database(), 3, "'reject'", "null");

    Console.Result found = console().run("verify-log", "blog", "--expect", kept);

    assertThat(found.output()).contains("blog: the head is not " + kept);
    assertThat(found.exitCode()).isEqualTo(1);
  }

  private Console console() {
    return new Console(app.database().url());
  }

  private LogCheck.Result check() {
    return LogChain.check(app.database().url());
  }
}
