package io.causerie.moderation.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.comment.BodyFormat;
import io.causerie.comment.Status;
import io.causerie.moderation.dashboard.DashboardStore;
import io.causerie.site.Site;
import io.causerie.site.SiteSettings;
import io.causerie.testing.ServiceTest;
import io.causerie.testing.TestApp;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A queue of 100,000 comments, of which a page costs what it costs in a queue of a hundred. */
// What a plan costs depends on all that is in the database.
@ServiceTest(alone = true)
final class QueueScaleTest {
  private static final int COMMENTS = 100_000;
  private static final int BATCH = 10_000;
  private static final int LIMIT = 50;
  private static final List<Status> ALL = List.of(Status.values());

  private static final String AUTHORS_AND_THREADS =
      """
      insert into authors (id, site_id, kind, name, created_at)
      select n, '%1$s', 'guest', 'Author ' || n, now() from generate_series(1, 10000) n;
      insert into threads (id, site_id, key, created_at, open_since)
      select n, '%1$s', '/' || n, now(), now() from generate_series(1, 100) n
      """;

  /**
   * Nine of ten wait; each thousandth is flagged, each 5,000th is rare, and so are those held for many
   * links; some of them have a link, and all that wait do so for the first comments too.
   */
  private static final String SOME =
      """
      insert into comments (id, site_id, thread_id, root_id, path, author_id, author_name,
        author_kind, body, body_html, markup_version, status, held_for, flag_count, created_at)
      select n, '%3$s', n %% 100 + 1, n, array[n], n %% 10000 + 1, 'Ann', 'guest', 'Hello',
        case n %% 500 when 6 then '<p><a href="https://x.example">x</a></p>' else '<p>Hello</p>' end,
        1, case n %% 10 when 0 then 'spam' else 'pending' end::comment_status,
        case when n %% 10 = 0 then '{}' when n %% 2000 = 7 then '{first-comments,many-links:3}'
          else '{first-comments}' end::text[],
        0, now()
      from generate_series(%1$d::bigint, %2$d) n;
      insert into comment_search (comment_id, site_id, words, version)
      select n, '%3$s',
        to_tsvector('simple', 'ann hello ' || n || case n %% 5000 when 7 then ' rare' else '' end), 1
      from generate_series(%1$d::bigint, %2$d) n
      """;

  private static TestApp app;

  @BeforeAll
  static void fill(TestApp given) {
    app = given;
    app.database().execute(AUTHORS_AND_THREADS.formatted(app.site()));
    for (int first = 1; first < COMMENTS; first += BATCH) {
      app.database().execute(SOME.formatted(first, first + BATCH - 1, app.site()));
    }
    app.database().execute("update comments set flag_count = 1 where id % 1000 = 0");
    app.database().analyzeAll();
  }

  static List<QueueRequest> pages() {
    return List.of(
        request(List.of(Status.PENDING), Long.MAX_VALUE),
        request(List.of(Status.PENDING), COMMENTS / 2),
        request(List.of(Status.PENDING), LIMIT),
        request(ALL, Long.MAX_VALUE),
        request(ALL, COMMENTS / 2),
        oldestFirst(COMMENTS / 2),
        narrowed(filter(false, "/7", null, null)),
        narrowed(filter(false, null, 7L, null)),
        narrowed(filter(true, null, null, null)),
        narrowed(filter(false, null, null, "'rare':*")),
        narrowed(held(ALL, null, "many-links", false)),
        narrowed(held(List.of(Status.PENDING), "/8", "many-links", false)),
        narrowed(held(ALL, null, null, true)),
        narrowed(held(List.of(Status.PENDING), null, null, true)),
        narrowed(held(ALL, "/7", null, true)));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void aPageTouchesItsOwnRowsOnly(QueueRequest request) {
    QueueSql sql = new QueueSql(request);

    JsonObject plan = plan(sql.text(), sql.arguments());

    assertThat(plan.getInteger("Actual Rows")).isPositive();
    assertThat(mostRows(plan)).as(told(plan)).isLessThanOrEqualTo(4 * (LIMIT + 1));
  }

  static List<QueueRequest> common() {
    return List.of(
        narrowed(filter(false, null, null, "'hello':*")),
        narrowed(held(ALL, null, "first-comments", false)),
        narrowed(held(List.of(Status.PENDING), null, "first-comments", false)));
  }

  @ParameterizedTest
  @MethodSource("common")
  void whatNearlyEveryCommentHasIsNotLookedUpInAll(QueueRequest request) {
    QueueSql sql = new QueueSql(request);

    JsonObject plan = plan(sql.text(), sql.arguments());

    assertThat(plan.getInteger("Actual Rows")).isEqualTo(LIMIT + 1);
    assertThat(mostRows(plan)).as(told(plan)).isLessThanOrEqualTo(COMMENTS / 10);
  }

  /** Its thread has a thousand comments and its author ten. */
  @Test
  void contextTouchesWhatItAnswersOnly() {
    JsonObject plan = plan(CommentContextStore.AROUND, Tuple.of(COMMENTS / 2, app.site()));

    assertThat(plan.getInteger("Actual Rows")).isEqualTo(5 + 5 + 9);
    assertThat(mostRows(plan)).as(told(plan)).isLessThanOrEqualTo(5 * 5);
  }

  /** Of each status the newest 20,000, and the oldest one that waits. */
  @Test
  void theOverviewReadsABoundedPart() {
    JsonObject threads = plan(DashboardStore.THREADS, Tuple.of(app.site(), Long.MIN_VALUE));
    JsonObject days = plan(DashboardStore.DAYS, Tuple.of(app.site(), "{0,50000,100001}"));
    JsonObject oldest = plan(DashboardStore.OLDEST_HELD, Tuple.of(app.site()));

    assertThat(mostRows(threads)).as(told(threads)).isLessThanOrEqualTo(20_000 + 10_000);
    assertThat(mostRows(days)).as(told(days)).isLessThanOrEqualTo(2 * 20_000 + 10_000);
    assertThat(mostRows(oldest)).as(told(oldest)).isEqualTo(1);
  }

  @Test
  void totalsCostTheSameHoweverManyThereAre() {
    JsonObject plan = plan(QueueTotals.OF_SITES, Tuple.tuple().addValue(new String[] {app.site()}));

    assertThat(mostRows(plan)).as(told(plan)).isLessThanOrEqualTo(16 * 7);
    JsonObject totals = app.get("/moderation/totals", TestApp.ADMIN).json().getJsonObject("totals");
    assertThat(totals)
        .isEqualTo(new JsonObject()
            .put("pending", 90_000)
            .put("approved", 0)
            .put("rejected", 0)
            .put("spam", 10_000)
            .put("deleted", 0)
            .put("flagged", 100)
            .put("all", 100_000));
  }

  /** The judgement of these tests is worth something only if it can be a bad one. */
  @Test
  void withoutTheIndexTheJudgementIsBad() {
    QueueSql sql = new QueueSql(request(List.of(Status.PENDING), COMMENTS / 2));
    app.database().execute("begin; drop index comments_queue");
    try {
      assertThat(mostRows(plan(sql.text(), sql.arguments()))).isGreaterThan(COMMENTS / 4);
    } finally {
      app.database().execute("rollback");
    }
  }

  /** The plan that the database keeps for all pages. */
  private static JsonObject plan(String sql, Tuple arguments) {
    String values = IntStream.range(0, arguments.size())
        .mapToObj(i -> literal(arguments.getValue(i)))
        .collect(Collectors.joining(", "));
    app.database().execute("set plan_cache_mode = force_generic_plan");
    app.database().execute("prepare page as " + sql);
    try {
      JsonArray plans = (JsonArray) app.database()
          .rows("explain (analyze, buffers, format json) execute page(" + values + ")")
          .get(0)
          .getJson(0);
      return plans.getJsonObject(0).getJsonObject("Plan");
    } finally {
      app.database().execute("deallocate page");
    }
  }

  private static String literal(Object value) {
    if (value instanceof Number) {
      return value.toString();
    }
    String text =
        value instanceof String[] words ? "{" + String.join(",", words) + "}" : value.toString();
    return "'" + text.replace("'", "''") + "'";
  }

  private static String told(JsonObject node) {
    StringBuilder told = new StringBuilder("%s %s %s: %.0f rows%n"
        .formatted(
            node.getString("Node Type"),
            node.getString("Relation Name", ""),
            node.getString("Index Name", ""),
            rows(node)));
    node.getJsonArray("Plans", new JsonArray())
        .forEach(below -> told.append(told((JsonObject) below).indent(2)));
    return told.toString();
  }

  /** How many rows the busiest scan of the plan has read, those it threw away included. */
  private static double mostRows(JsonObject node) {
    double most = !node.getString("Node Type").equals("Bitmap Index Scan")
            && node.getString("Node Type").endsWith("Scan")
        ? rows(node)
        : 0;
    JsonArray below = node.getJsonArray("Plans", new JsonArray());
    for (int i = 0; i < below.size(); i++) {
      most = Math.max(most, mostRows(below.getJsonObject(i)));
    }
    return most;
  }

  private static double rows(JsonObject scan) {
    double each = scan.getDouble("Actual Rows")
        + scan.getDouble("Rows Removed by Filter", 0.0)
        + scan.getDouble("Rows Removed by Index Recheck", 0.0);
    return each * scan.getDouble("Actual Loops");
  }

  private static QueueRequest request(List<Status> statuses, long below) {
    return request(held(statuses, null, null, false), Long.MIN_VALUE, below, false);
  }

  private static QueueRequest oldestFirst(long above) {
    return request(held(ALL, null, null, false), above, Long.MAX_VALUE, true);
  }

  private static QueueRequest narrowed(QueueFilter filter) {
    return request(filter, Long.MIN_VALUE, Long.MAX_VALUE, false);
  }

  private static QueueRequest request(
      QueueFilter filter, long above, long below, boolean oldestFirst) {
    Site site = new Site(app.site(), List.of(), SiteSettings.DEFAULTS);
    return new QueueRequest(site, filter, above, below, oldestFirst, LIMIT, BodyFormat.HTML, 0);
  }

  private static QueueFilter filter(
      boolean flagged,
      @Nullable String threadKey,
      @Nullable Long authorId,
      @Nullable String search) {
    return new QueueFilter(ALL, flagged, threadKey, authorId, search, null, false);
  }

  private static QueueFilter held(
      List<Status> statuses, @Nullable String threadKey, @Nullable String reason, boolean hasLink) {
    return new QueueFilter(statuses, false, threadKey, null, null, reason, hasLink);
  }
}
