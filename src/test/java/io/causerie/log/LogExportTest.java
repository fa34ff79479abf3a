package io.causerie.log;

import static io.causerie.testing.TestApp.ADMIN;
import static io.causerie.testing.TestApp.comment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.causerie.core.Id;
import io.causerie.testing.Answer;
import io.causerie.testing.Eventually;
import io.causerie.testing.LogChain;
import io.causerie.testing.ServiceTest;
import io.causerie.testing.TestApp;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The log as a file. */
@ServiceTest
final class LogExportTest {
  private static final int ENTRIES = 4_000;
  private static final String QUERIES =
      """
      select count(*) from pg_stat_activity
      where query like '%from moderation_log e%' and query not like '%pg_stat_activity%'
        and query_start > clock_timestamp() - interval '1 second'
      """;
  private static final String EXPORT = "/moderation/log/export";
  private final TestApp app;

  LogExportTest(TestApp app) {
    this.app = app;
  }

  @Test
  void jsonLinesAreTheEntriesOldestFirst() {
    String id = app.postId(comment("/tea", "Tea"));
    app.setStatus(id, "spam");
    app.setStatus(id, "approved");

    Answer answer = app.get(EXPORT + "?format=jsonl", ADMIN);

    assertThat(answer.header("Content-Type")).isEqualTo("application/jsonl");
    assertThat(answer.header("Content-Disposition"))
        .isEqualTo("attachment; filename=\"" + app.site() + "-moderation-log.jsonl\"");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    JsonArray listed = app.get("/moderation/log", ADMIN).json().getJsonArray("entries");
    assertThat(answer.text()).endsWith("}\n");
    assertThat(entries("")).isEqualTo(List.of(listed.getJsonObject(1), listed.getJsonObject(0)));
  }

  @Test
  void anEmptyLogIsAFileToo() {
    assertThat(app.get(EXPORT, ADMIN).text()).isEmpty();
    assertThat(app.get(EXPORT + "?format=csv", ADMIN).text())
        .isEqualTo("\"seq\",\"at\",\"actor\",\"actorName\",\"action\",\"commentId\",\"threadId\","
            + "\"thread\",\"authorId\",\"banId\",\"reason\",\"before\",\"after\",\"hash\"\r\n");
  }

  @Test
  void aLogOfManyPagesIsWholeAndMayBeFiltered() {
    LogChain.write(app, 3_456, "case when i % 3 = 0 then 'spam' else 'hold' end", "null");

    List<Integer> seqs =
        entries("").stream().map(entry -> entry.getInteger("seq")).toList();

    assertThat(seqs).hasSize(3_456).isSorted().doesNotHaveDuplicates();
    assertThat(entries("?action=spam&from=2026-01-01T00:10:00Z")).hasSize(953);
    assertThat(app.get(EXPORT + "?format=csv", ADMIN).text().split("\r\n")).hasSize(3_457);
  }

  @Test
  void theChainCanBeCheckedFromTheFileAlone() throws NoSuchAlgorithmException {
    String id = app.postId(comment("/tea", "Tea"));
    app.setStatus(id, "spam");
    app.database()
        .execute("insert into moderation_log (site_id, actor, actor_name, action, reason, before)"
            + " values ('" + app.site()
            + "', 'admin', 'Zoë', 'settings', E'\\t\"\\\\ \\u0007 — 𝄞',"
            + " '{\"long\": [1, true, null], \"b\": {\"x\": \"\\u0001\"}}')");
    app.setStatus(id, "approved");

    byte[] hash = new byte[0];
    for (JsonObject entry : entries("")) {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(hash);
      hash = sha256.digest(chained(entry).getBytes(StandardCharsets.UTF_8));
      assertThat(HexFormat.of().formatHex(hash)).isEqualTo(entry.getString("hash"));
    }
    assertThat(hash).hasSize(32);
  }

  @Test
  void cellsAreQuotedAndNoneIsAFormula() {
    app.database()
        .execute(
            """
            insert into moderation_log (site_id, actor, actor_name, action, reason) values
              ('%1$s', 'admin', '=cmd|''/c calc''!A0', 'hold', '+1'),
              ('%1$s', 'admin', '-1', 'hold', '@sum(1)'),
              ('%1$s', 'admin', E'\\t=1', 'hold', E'\\r=1'),
              ('%1$s', 'admin', 'Zoë;=1', 'hold', E'two\\nlines, "quoted"')
            """
                .formatted(app.site()));

    String[] rows = app.get(EXPORT + "?format=csv", ADMIN).text().split("\r\n");

    assertThat(rows).hasSize(5);
    assertThat(rows[1]).contains("\"'=cmd|'/c calc'!A0\"").contains("\"'+1\"");
    assertThat(rows[2]).contains("\"'-1\"").contains("\"'@sum(1)\"");
    assertThat(rows[3]).contains("\"'\t=1\"").contains("\"'\r=1\"");
    assertThat(rows[4]).contains("\"Zoë;=1\"").contains("\"two\nlines, \"\"quoted\"\"\"");
    assertThat(Arrays.stream(rows).skip(1)).allMatch(row -> row.matches("(?s)\"[1-4]\",.*"));
  }

  /**
   * Had it been read ahead, the rest would have come although the table is gone. It is three times what
   * the kernel keeps of a connection whose reader takes little at once. Its own service, since its
   * schema breaks.
   */
  @Test
  void whoStopsReadingStopsTheQueriesAndWhatBreaksOffHasNoEnd() {
    try (TestApp own = TestApp.start()) {
      LogChain.write(own, ENTRIES, "'hold'", "repeat('Because. ', 400)");
      Vertx vertx = Vertx.vertx();
      try {
        HttpClientResponse response = TestApp.await(reading(vertx, own));
        Eventually.is("no query for a second", () -> own.database().count(QUERIES) == 0);
        own.database().execute("alter table moderation_log rename to gone");

        Buffer received = Buffer.buffer();
        response.handler(received::appendBuffer);
        var end = response.end();
        response.resume();

        assertThatThrownBy(() -> TestApp.await(end)).hasMessageContaining("closed");
        assertThat(received.toString().lines().count()).isBetween(1L, ENTRIES - 1L);
      } finally {
        TestApp.await(vertx.close());
      }
    }
  }

  /** Somebody who reads nothing, and has hardly any room for what comes. */
  private static Future<HttpClientResponse> reading(Vertx vertx, TestApp app) {
    return vertx
        .createHttpClient(new HttpClientOptions().setReceiveBufferSize(16 * 1024))
        .request(HttpMethod.GET, app.port(), "127.0.0.1", app.path() + EXPORT)
        .compose(request -> request
            .putHeader("Authorization", ADMIN.get("Authorization"))
            .send()
            .onSuccess(HttpClientResponse::pause));
  }

  private List<JsonObject> entries(String query) {
    return app.get(EXPORT + query, ADMIN).text().lines().map(JsonObject::new).toList();
  }

  /** What the hash covers besides the hash before: a JSON array as PostgreSQL writes it. */
  private String chained(JsonObject entry) {
    List<@Nullable Object> parts = new ArrayList<>(List.of(
        app.site(),
        entry.getLong("seq"),
        Instant.parse(entry.getString("at")).toEpochMilli(),
        entry.getString("actor"),
        entry.getString("actorName"),
        entry.getString("action")));
    for (String id : List.of("commentId", "threadId", "authorId", "banId")) {
      String text = entry.getString(id);
      parts.add(text == null ? null : Id.parse(text));
    }
    for (String name : List.of("reason", "before", "after")) {
      parts.add(entry.getValue(name));
    }
    return spaced(new JsonArray(parts));
  }

  private static String spaced(@Nullable Object json) {
    if (json instanceof JsonArray array) {
      return array.stream().map(LogExportTest::spaced).collect(Collectors.joining(", ", "[", "]"));
    }
    if (json instanceof JsonObject object) {
      return object.stream()
          .map(field -> spaced(field.getKey()) + ": " + spaced(field.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    return json == null ? "null" : Json.encode(json);
  }
}
