package io.causerie.thread;

import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.comment.SizedJson;
import io.causerie.db.Statement;
import io.causerie.testing.ServiceTest;
import io.causerie.testing.TestApp;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A page of a large, old thread costs what is on it, wherever it is and whatever is pinned. */
// What a plan costs depends on all that is in the database.
@ServiceTest(alone = true)
final class PagePlanTest {
  private static final String SEED =
      """
      insert into authors values (1, '%1$s', 'guest', 'Ann', now());
      insert into threads (id, site_id, key, created_at, open_since)
      select n, '%1$s', '/' || n, now(), now() from generate_series(1, 50) n;
      insert into comments (id, site_id, thread_id, root_id, path, author_id, author_name,
        author_kind, body, body_html, markup_version, status, created_at, pinned)
      select n, '%1$s', case when n <= 2000 then 1 else 2 + n %% 48 end, n, array[n], 1, 'Ann', 'guest', 'Hello',
        '<p>Hello</p>', 1, 'approved', now(), n in (10, 500, 1990)
      from generate_series(1, 20000) n;
      insert into comment_scores (comment_id, thread_id, is_root, upvotes, downvotes)
      select id, thread_id, true, id %% 7, id %% 5 from comments where id %% 3 = 0;
      set plan_cache_mode = force_generic_plan
      """;

  private static final Pattern ACTUAL =
      Pattern.compile("actual rows=(\\d+)(?:\\.\\d+)? loops=(\\d+)");
  private static final Pattern REMOVED = Pattern.compile("Rows Removed by .*: (\\d+)");

  private static TestApp app;

  @BeforeAll
  static void fill(TestApp given) {
    app = given;
    app.database().execute(SEED.formatted(app.site()));
    app.database().analyzeAll();
  }

  @ParameterizedTest
  @EnumSource
  void theFirstPageReadsNoMoreThanItShows(SortOrder sort) {
    assertThat(mostRows(sort, Long.MAX_VALUE, sort.start, "Infinity")).isLessThan(100);
  }

  @ParameterizedTest
  @EnumSource
  void aPageInTheMiddleReadsNoMoreThanItShows(SortOrder sort) {
    assertThat(mostRows(sort, Long.MIN_VALUE, 1_000, "0")).isLessThan(100);
  }

  @ParameterizedTest
  @EnumSource
  void theDatabaseSendsNotMuchMoreThanFits(SortOrder sort) {
    app.database()
        .execute(
            """
            insert into threads (id, site_id, key, created_at, open_since)
            values (51, '%1$s', '/51', now(), now()) on conflict do nothing;
            insert into comments (id, site_id, thread_id, root_id, path, author_id, author_name,
              author_kind, body, body_html, markup_version, status, created_at)
            select n, '%1$s', 51, n, array[n], 1, 'Ann', 'guest', 'Hello', repeat('x', 60000), 1,
              'approved', now()
            from generate_series(100001, 100050) n on conflict do nothing
            """
                .formatted(app.site()));
    app.database().execute("prepare page as " + PageStore.statement(sort).sql());
    List<Row> rows = app.database()
        .rows(execution(sort, "/51", 50, new Place(Long.MAX_VALUE, sort.start, "Infinity")));
    app.database().execute("deallocate page");

    assertThat(rows).hasSize(50);
    assertThat(
            rows.stream().mapToInt(row -> row.getString("body_html").length()).sum())
        .isBetween(SizedJson.LARGEST_PAGE, SizedJson.LARGEST_PAGE + 60_000);
  }

  /** Where a page begins. */
  private record Place(long pinnedBelow, long after, String rank) {}

  /** Of the prepared statement. */
  private static String execution(SortOrder sort, String thread, int limit, Place place) {
    Statement.Binding page = PageStore.statement(sort)
        .bind("site", app.site())
        .bind("thread_key", thread)
        .bind("limit", limit)
        .bind("pinned_below", place.pinnedBelow)
        .bind("after_id", place.after)
        .bind("close_after_days", 0);
    if (sort == SortOrder.BEST) {
      page.bind("after_rank", place.rank);
    }
    Tuple values = page.tuple();
    return IntStream.range(0, values.size())
        .mapToObj(i -> "'" + values.getValue(i) + "'")
        .collect(Collectors.joining(", ", "execute page(", ")"));
  }

  /** The most rows that any step of the plan met. */
  private static long mostRows(SortOrder sort, long pinnedBelow, long after, String rank) {
    app.database().execute("prepare page as " + PageStore.statement(sort).sql());
    List<String> plan = app
        .database()
        .rows("explain (analyze, costs off, timing off, summary off) "
            + execution(sort, "/1", 20, new Place(pinnedBelow, after, rank)))
        .stream()
        .map(row -> row.getString(0))
        .toList();
    app.database().execute("deallocate page");
    assertThat(plan).as("the page has its comments").anyMatch(line -> line.contains("rows=21"));
    return plan.stream()
        .flatMapToLong(line -> rows(line).mapToLong(Long::longValue))
        .max()
        .orElse(0);
  }

  private static Stream<Long> rows(String line) {
    Matcher removed = REMOVED.matcher(line);
    if (removed.find()) {
      return Stream.of(Long.valueOf(removed.group(1)));
    }
    return ACTUAL
        .matcher(line)
        .results()
        .map(match -> Long.parseLong(match.group(1)) * Long.parseLong(match.group(2)));
  }
}
