package io.causerie.testing;

import io.causerie.db.Database;
import io.causerie.db.DatabaseUrl;
import io.causerie.log.LogCheck;
import io.vertx.core.Vertx;

/** The moderation log of a site, written and tampered with past its triggers. */
public final class LogChain {
  /** As the trigger would, but in one go. */
  private static final String WRITE =
      """
      do $$
      declare
        head log_heads;
        entry moderation_log;
      begin
        insert into log_heads (site_id, seq, at, hash) values ('%4$s', 0, '-infinity', '')
          on conflict do nothing;
        select * into head from log_heads where site_id = '%4$s';
        for i in 1..%1$d loop
          entry := null;
          entry.site_id := '%4$s';
          entry.seq := head.seq + i;
          entry.at := timestamptz '2026-01-01' + make_interval(secs => i);
          entry.actor := 'admin';
          entry.actor_name := 'administrator';
          entry.action := %2$s;
          entry.reason := %3$s;
          entry.hash := log_hash(head.hash, entry);
          head.hash := entry.hash;
          insert into moderation_log select entry.*;
        end loop;
        update log_heads set seq = entry.seq, at = entry.at, hash = entry.hash
        where site_id = '%4$s';
      end $$
      """;

  private LogChain() {}

  /** Adds entries; {@code i} counts them in the two SQL expressions. */
  public static void write(TestApp app, int entries, String action, String reason) {
    tamper(app.database(), WRITE.formatted(entries, action, reason, app.site()));
  }

  /** What only the owner of the table can do, wholly or not at all. */
  public static void tamper(TestDatabase database, String sql) {
    database.execute("alter table moderation_log disable trigger user;"
        + sql
        + "; alter table moderation_log enable trigger user");
  }

  public static LogCheck.Result check(TestApp app) {
    return check(app.database().url(), app.site());
  }

  /** By a connection of that address. */
  public static LogCheck.Result check(String databaseUrl, String site) {
    Vertx vertx = Vertx.vertx();
    Database database = Database.connect(vertx, DatabaseUrl.parse(databaseUrl), 1);
    try {
      return TestApp.await(new LogCheck(database, site).run());
    } finally {
      TestApp.await(database.close());
      TestApp.await(vertx.close());
    }
  }
}
