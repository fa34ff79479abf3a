package io.causerie.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.db.Database;
import io.causerie.db.DatabaseUrl;
import io.causerie.db.Migrations;
import io.causerie.testing.TestDatabase;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class RetentionTest {
  private static final Instant NOW = Instant.parse("2026-03-31T12:00:00Z");

  private TestDatabase data;
  private Database database;
  private Retention retention;

  @BeforeEach
  void migrate(Vertx vertx) {
    data = TestDatabase.migrated(vertx);
    var address = DatabaseUrl.parse(data.url());
    database = Database.connect(vertx, address, 2);
    retention = new Retention(vertx, database, InstantSource.fixed(NOW));
    Migrations.run(vertx, address).await();
    data.execute(
        """
        insert into sites values ('s', '{}');
        insert into authors values (1, 's', 'guest', 'Ann', now());
        insert into threads (id, site_id, key, created_at, open_since) values (1, 's', '/a', now(), now());
        insert into comments (id, site_id, thread_id, root_id, path, author_id, author_name,
          author_kind, body, body_html, markup_version, status, address_hash, created_at)
        select day, 's', 1, day, array[day], 1, 'Ann', 'guest', '', '', 1, 'approved', 'x',
          timestamptz '2026-03-31T12:00:00Z' - make_interval(days => day)
        from generate_series(1, 60) day;
        insert into flags (comment_id, viewer_hash, site_id, subnet_hash, reason, weight, created_at)
        select id, 'x', 's', 'x', 'spam', 0, created_at from comments;
        insert into tokens (hash, author_id, site_id, created_at, expires_at)
        select int4send(day), 1, 's', now(),
          timestamptz '2026-03-31T12:00:00Z' + make_interval(days => day)
        from generate_series(-4, 5) day;
        insert into accounts (id, name, created_at) values (1, 'Olga', now());
        insert into sessions
          (id, hash, account_id, created_at, confirmed_at, last_used_at, expires_at)
        select hour, int4send(hour), 1, now(), now(), now(),
          timestamptz '2026-03-31T12:00:00Z' + make_interval(hours => hour)
        from generate_series(-12, 12) hour;
        insert into invitations (id, hash, site_id, role, created_by, created_at, expires_at)
        select hour, int4send(hour), 's', 'owner', 'Olga', now(),
          timestamptz '2026-03-31T12:00:00Z' + make_interval(hours => hour)
        from generate_series(-72, 72) hour;
        insert into idempotency_keys
        select 's', int4send(hour), 'x', 1, 'approved', true,
          timestamptz '2026-03-31T12:00:00Z' - make_interval(hours => hour)
        from generate_series(1, 1500) hour;
        insert into accounts (id, name, created_at)
        select minute, minute, now() from generate_series(2, 90) minute;
        insert into second_factors (account_id, offered, offered_at)
        select id, decode(repeat('00', 20), 'hex'),
          timestamptz '2026-03-31T12:00:00Z' - make_interval(mins => id::integer)
        from accounts;
        insert into ceremonies (hash, purpose, challenge, expires_at)
        select int4send(minute), 'sign-in', 'x',
          timestamptz '2026-03-31T12:00:00Z' + make_interval(mins => minute)
        from generate_series(-4, 5) minute;
        """);
  }

  @AfterEach
  void close() {
    database.close().await();
    data.close();
  }

  @Test
  void whatIsOldIsForgottenHoweverMuchItIsAndWhatIsYoungIsKept() {
    retention.forget().await();

    assertThat(data.count("select count(*) from idempotency_keys")).isEqualTo(24);
    assertThat(data.count("select count(*) from tokens")).isEqualTo(6);
    assertThat(data.count("select count(*) from sessions")).isEqualTo(13);
    assertThat(data.count("select count(*) from invitations")).isEqualTo(73);
    assertThat(data.count("select count(*) from comments where address_hash is not null"))
        .isEqualTo(30);
    assertThat(data.count("select count(*) from flags where subnet_hash is not null"))
        .isEqualTo(30);
    assertThat(data.count("select count(*) from comments")).isEqualTo(60);
    assertThat(data.count("select count(*) from ceremonies")).isEqualTo(6);
    assertThat(data.count("select count(*) from second_factors where offered is not null"))
        .isEqualTo(60);
    assertThat(data.count("select count(*) from second_factors")).isEqualTo(90);
  }
}
