package io.causerie;

import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.testing.Eventually;
import io.causerie.testing.ServiceTest;
import io.causerie.testing.TestApp;
import org.junit.jupiter.api.Test;

/** What is kept for a time only. */
// What is forgotten is of all sites.
@ServiceTest(alone = true)
final class ForgettingTest {
  /** The youngest and the oldest of each kind are far from the age at which it is forgotten. */
  private static final String YOUNG_AND_OLD =
      """
      insert into authors values (1, 'blog', 'guest', 'Ann', now());
      insert into threads (id, site_id, key, created_at, open_since) values (1, 'blog', '/a', now(), now());
      insert into comments (id, site_id, thread_id, root_id, path, author_id, author_name,
        author_kind, body, body_html, markup_version, status, address_hash, subnet_hash, created_at)
      select day, 'blog', 1, day, array[day], 1, 'Ann', 'guest', '', '', 1, 'approved', 'x', 'x',
        now() - make_interval(days => day, hours => -12)
      from generate_series(1, 60) day;
      insert into flags (comment_id, viewer_hash, site_id, subnet_hash, reason, weight, created_at)
      select id, 'x', 'blog', 'x', 'spam', 0, created_at from comments;
      insert into tokens (hash, author_id, site_id, created_at, expires_at)
      select int4send(day), 1, 'blog', now(), now() + make_interval(days => day, hours => -12)
      from generate_series(-4, 5) day;
      insert into accounts (id, name, created_at) values (1, 'Olga', now());
      insert into sessions
        (id, hash, account_id, created_at, confirmed_at, last_used_at, expires_at)
      select hour, int4send(hour), 1, now(), now(), now(),
        now() + make_interval(hours => hour, mins => -30)
      from generate_series(-12, 12) hour;
      insert into invitations (id, hash, site_id, role, created_by, created_at, expires_at)
      select hour, int4send(hour), 'blog', 'owner', 'Olga', now(),
        now() + make_interval(hours => hour, mins => -30)
      from generate_series(-72, 72) hour;
      insert into idempotency_keys
      select 'blog', int4send(hour), 'x', 1, 'approved', true,
        now() - make_interval(hours => hour, mins => -30)
      from generate_series(1, 2500) hour;
      insert into accounts (id, name, created_at)
      select n, n, now() from generate_series(2, 90) n;
      insert into second_factors (account_id, offered, offered_at)
      select id, decode(repeat('00', 20), 'hex'),
        now() - make_interval(mins => case when id <= 60 then 20 else 80 end)
      from accounts;
      insert into ceremonies (hash, purpose, challenge, expires_at)
      select int4send(hour), 'sign-in', 'x', now() + make_interval(hours => hour, mins => -30)
      from generate_series(-4, 5) hour;
      insert into events (site_id, thread_id, kind, actor, at)
      select 'blog', 1, 'posted', 'x', now() - make_interval(hours => hour, mins => -30)
      from generate_series(1, 2500) hour;
      insert into looking (site_id, actor, name, comment_id, at)
      select 'blog', n::text, 'Olga', 1, now() + make_interval(hours => n)
      from generate_series(-4, 5) n
      """;

  private final TestApp app;

  ForgettingTest(TestApp app) {
    this.app = app;
  }

  @Test
  void whatIsOldIsForgottenHoweverMuchItIsAndWhatIsYoungIsKept() {
    app.database().execute(YOUNG_AND_OLD);

    app.restart();

    left("idempotency_keys", 24);
    left("tokens", 5);
    left("comments where address_hash is not null", 30);
    left("comments where subnet_hash is not null", 30);
    left("flags where subnet_hash is not null", 30);
    left("sessions", 12);
    left("invitations", 72);
    left("ceremonies", 5);
    left("second_factors where offered is not null", 60);
    left("events", 24);
    left("looking", 6);
    assertThat(count("comments")).isEqualTo(60);
    assertThat(count("second_factors")).isEqualTo(90);
  }

  private void left(String rows, long count) {
    Eventually.is(count + " " + rows, () -> count(rows) <= count);
    assertThat(count(rows)).as(rows).isEqualTo(count);
  }

  private long count(String rows) {
    return app.database().count("select count(*) from " + rows);
  }
}
