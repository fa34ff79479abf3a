package io.causerie.log;

import static io.causerie.testing.TestApp.comment;
import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.testing.Console;
import io.causerie.testing.LogChain;
import io.causerie.testing.ServiceTest;
import io.causerie.testing.TestApp;
import org.junit.jupiter.api.Test;

/** That a log which was tampered with is told from one which was not. */
@ServiceTest
final class VerifyLogTest {
  private final TestApp app;

  VerifyLogTest(TestApp app) {
    this.app = app;
  }

  @Test
  void aLogThatNobodyTouchedIsSound() {
    assertThat(check()).isEqualTo(new LogCheck.Result(0, "", null));
    LogChain.write(app, 2500, "'approve'", "'Because ' || i");

    LogCheck.Result found = check();

    assertThat(found.fault()).isNull();
    assertThat(found.entries()).isEqualTo(2500);
    assertThat(found.head()).matches("[0-9a-f]{64}");
  }

  @Test
  void anEntryWrittenAnewWithItsHashIsNamedByTheOneAfter() {
    LogChain.write(app, 9, "'approve'", "null");

    LogChain.tamper(
        app.database(),
        """
        update moderation_log set reason = 'Else' where seq = 5 and site_id = '%1$s';
        update moderation_log e set hash = log_hash((select p.hash from moderation_log p
          where p.seq = 4 and p.site_id = '%1$s'), e)
        where seq = 5 and site_id = '%1$s'
        """
            .formatted(app.site()));

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
            + " values ('" + app.site() + "', 'admin', 'ä — \"x\" \\ 𝄞', 'settings',"
            + " '{\"b\": 1.50, \"a\": 1e400, \"n\": null}', '[0.1, -0, 12345678901234567890]')");

    String elsewhere = app.database().url()
        + (app.database().url().contains("?") ? "&" : "?")
        + "TimeZone=Asia/Kathmandu&DateStyle=German&IntervalStyle=iso_8601"
        + "&extra_float_digits=-10&bytea_output=escape&standard_conforming_strings=off";

    assertThat(LogChain.check(elsewhere, app.site())).isEqualTo(check());
    assertThat(check().fault()).isNull();
    assertThat(check().entries()).isEqualTo(2);
  }

  /** On a database of its own, all of whose logs are sound. */
  @Test
  void theCommandTellsTheHeadAndEndsWithOneWhenSomethingIsWrong() {
    try (TestApp own = TestApp.start()) {
      LogChain.write(own, 12, "'approve'", "null");
      String quiet = own.anotherSite("{}");
      String head = LogChain.check(own).head();
      Console console = new Console(own.database().url());

      Console.Result all = console.run("verify-log");
      assertThat(all.output())
          .contains(own.site() + ": 12 entries, head " + head)
          .contains(quiet + ": 0 entries");
      assertThat(all.exitCode()).isZero();

      LogChain.tamper(own.database(), "delete from moderation_log where seq = 4");
      Console.Result tampered = console.run("verify-log", own.site(), "--expect", head);
      assertThat(tampered.output()).contains(own.site() + ": 3 entries, then entry 4 is missing");
      assertThat(tampered.exitCode()).isEqualTo(1);
    }
  }

  @Test
  void aChainWrittenAnewIsToldByAHeadThatWasKeptElsewhere() {
    LogChain.write(app, 3, "'approve'", "null");
    String kept = check().head();
    LogChain.tamper(
        app.database(),
        "delete from moderation_log where site_id = '%1$s';".formatted(app.site())
            + "delete from log_heads where site_id = '%1$s'".formatted(app.site()));
    LogChain.write(app, 3, "'reject'", "null");

    Console.Result found =
        new Console(app.database().url()).run("verify-log", app.site(), "--expect", kept);

    assertThat(found.output()).contains(app.site() + ": the head is not " + kept);
    assertThat(found.exitCode()).isEqualTo(1);
  }

  private LogCheck.Result check() {
    return LogChain.check(app);
  }
}
