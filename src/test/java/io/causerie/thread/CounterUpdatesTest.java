package io.causerie.thread;

import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.testing.Counters;
import io.causerie.testing.Eventually;
import io.causerie.testing.ServiceTest;
import io.causerie.testing.TestApp;
import io.vertx.sqlclient.Row;
import org.junit.jupiter.api.Test;

/** A reply moves the counters of all its ancestors and leaves their entries in the indexes alone. */
// PostgreSQL counts what was done to a table for the whole database.
@ServiceTest(alone = true)
final class CounterUpdatesTest {
  private static final int REPLIES = 1_000;
  /** Those at depth 1 move one counter, those at depth 10 ten. */
  private static final int UPDATES = REPLIES / 10 * 55;

  /** Each in a transaction of its own, as posts come; they answer each other, ten deep. */
  private static final String REPLY =
      """
      do $$
      declare
        above bigint[] := array[1];
      begin
        for n in 1 .. %2$d loop
          above := above[1 : (n - 1) %% 10 + 1] || (n + 1)::bigint;
          insert into comments (id, site_id, thread_id, parent_id, root_id, path, author_id, author_name,
            author_kind, body, body_html, markup_version, status, address_hash, subnet_hash, body_digest,
            minhash, created_at)
          values (n + 1, '%1$s', 1, above[cardinality(above) - 1], 1, above, 1, 'Ann', 'guest',
            repeat('words ', 40), '<p>' || repeat('words ', 40) || '</p>', 1, 'approved',
            sha256('address'), sha256('subnet'), sha256(n::text::bytea), n, now());
          commit;
        end loop;
      end $$
      """;

  private final TestApp app;

  CounterUpdatesTest(TestApp app) {
    this.app = app;
  }

  @Test
  void repliesLeaveTheIndexEntriesOfTheirAncestorsAlone() {
    app.database()
        .execute(
            """
            insert into authors (id, site_id, kind, name, created_at) values (1, '%1$s', 'guest', 'Ann', now());
            insert into threads (id, site_id, key, created_at, open_since)
            values (1, '%1$s', '/a', now(), now());
            insert into comments (id, site_id, thread_id, root_id, path, author_id, author_name, author_kind,
              body, body_html, markup_version, status, created_at)
            values (1, '%1$s', 1, 1, '{1}', 1, 'Ann', 'guest', 'Root', '<p>Root</p>', 1, 'approved', now())
            """
                .formatted(app.site()));

    app.database().execute(REPLY.formatted(app.site(), REPLIES));

    Eventually.is("all updates are counted", () -> updates().getLong("n_tup_upd") >= UPDATES);
    Row updates = updates();
    assertThat(updates.getLong("n_tup_upd")).isEqualTo(UPDATES);
    assertThat((double) updates.getLong("n_tup_hot_upd") / UPDATES).isGreaterThanOrEqualTo(0.95);
    new Counters(app.database()).assertExact();
  }

  private Row updates() {
    return app.database()
        .rows("select n_tup_upd, n_tup_hot_upd from pg_stat_user_tables where relname = 'comments'")
        .get(0);
  }
}
