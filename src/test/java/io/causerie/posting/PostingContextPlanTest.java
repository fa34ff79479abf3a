package io.causerie.posting;

import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.db.Database;
import io.causerie.db.DatabaseUrl;
import io.causerie.db.Migrations;
import io.causerie.db.Statement;
import io.causerie.testing.TestDatabase;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a post asks before it is stored costs the same however much one author has written. */
@ExtendWith(VertxExtension.class)
final class PostingContextPlanTest {
  private static final int COMMENTS = 5_000;
  /** The last comments of an author, of a network and of a site that are looked at. */
  private static final int WINDOW = 500;

  private TestDatabase data;
  private Database database;

  @BeforeEach
  void fill(Vertx vertx) {
    data = TestDatabase.migrated(vertx);
    var address = DatabaseUrl.parse(data.url());
    database = Database.connect(vertx, address, 1);
    Migrations.run(vertx, address).await();
    data.execute(
        """
        insert into sites (id, origins) values ('s', '{}');
        insert into authors (id, site_id, kind, name, created_at) values (1, 's', 'guest', 'Ann', now());
        insert into threads (id, site_id, key, created_at, open_since, slow_mode_seconds)
        values (1, 's', '/a', now(), now(), 60);
        insert into comments (id, site_id, thread_id, root_id, path, author_id, author_name, author_kind,
          body, body_html, markup_version, status, address_hash, created_at, body_digest, minhash)
        select n, 's', 1, n, array[n], 1, 'Ann', 'guest', '', '', 1, 'pending', 'x', now(),
          int4send(n::int), n
        from generate_series(1, %d) n;
        insert into bans (id, site_id, author_id, shadow, reason, created_by, created_at, lifted_at)
        select n, 's', 1, false, '', 'admin', now(), now() from generate_series(1, %1$d) n
        """
            .formatted(COMMENTS));
    data.analyzeAll();
  }

  @AfterEach
  void close() {
    database.close().await();
    data.close();
  }

  @Test
  void noPartOfItReadsMoreThanItsWindow() {
    Statement.Binding asked = PostingContextStore.FIND
        .bind("site", "s")
        .bind("thread_key", "/a")
        .bind("author_id", 1L)
        .bind("address_hash", Buffer.buffer("x"))
        .bind("subnet_hash", Buffer.buffer("y"))
        .bind("address", "203.0.113.1")
        .bind("key_hash", null)
        .bind("at", Instant.now())
        .bind("body_digest", Buffer.buffer("none"))
        .bind("minhash", -1L)
        .bind("repeats_from", 0L);
    JsonObject plan = database
        .query("explain (analyze, format json) " + asked.sql(), asked.tuple())
        .await()
        .iterator()
        .next()
        .getJsonArray(0)
        .getJsonObject(0)
        .getJsonObject("Plan");

    List<JsonObject> scans = scans(plan);

    assertThat(scans).hasSizeGreaterThan(5).allSatisfy(scan -> {
      double removed = scan.getDouble("Rows Removed by Filter", 0.0);
      assertThat(scan.getDouble("Actual Rows") + removed)
          .as(scan.encode())
          .isLessThanOrEqualTo(WINDOW);
    });
  }

  private static List<JsonObject> scans(JsonObject node) {
    List<JsonObject> scans = new ArrayList<>();
    if (node.containsKey("Relation Name")) {
      scans.add(node);
    }
    for (Object child : node.getJsonArray("Plans", new JsonArray())) {
      scans.addAll(scans((JsonObject) child));
    }
    return scans;
  }
}
