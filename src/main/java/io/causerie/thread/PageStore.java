package io.causerie.thread;

import io.causerie.comment.Comment;
import io.causerie.comment.SizedJson;
import io.causerie.db.Database;
import io.causerie.db.Statement;
import io.causerie.event.ThreadRef;
import io.causerie.thread.ThreadPage.Details;
import io.causerie.thread.ThreadPage.Root;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads the pages of threads as the public sees them, each by one statement. */
final class PageStore {
  /** How many replies come with each root; one more is read to know whether there are more. */
  private static final int FIRST_REPLIES = 5;

  private static final String PAGE =
      """
      with thread as (
        select t.id, t.key, t.comment_count,
          case when t.comment_count > 0 and (t.url_from is null or u.status = 'approved')
            then t.url end as url,
          case when t.comment_count > 0 and (t.title_from is null or n.status = 'approved')
            then t.title end as title,
          is_closed(t.closed_at, t.open_since, :close_after_days) as closed
        from threads t
          left join comments u on u.id = t.url_from
          left join comments n on n.id = t.title_from
        where t.id = find_thread(:site, :thread_key)
      ), pinned as (
        select c.id, c.reply_count, row_number() over (order by c.id desc) as turn
        from comments c
        where c.thread_id = (select id from thread) and c.pinned and c.status = 'approved'
          and c.id < :pinned_below and c.parent_id is null
        order by c.id desc
        limit :limit + 1
      ), others as (
        %1$s
      ), roots as (
        select id, reply_count, row_number() over (order by part, turn) as place
        from (select *, 1 as part from pinned union all select *, 2 from others) both_parts
        order by part, turn
        limit :limit + 1
      ), shown as (
        select place, 0 as turn, id from roots
        union all
        select r.place, reply.turn, reply.id
        from roots r cross join lateral (
          select d.id, row_number() over (order by d.path) as turn
          from comments d
          where d.root_id = r.id and d.path > array[r.id] and d.is_public
          order by d.path
          limit %2$d
        ) reply
        where r.place <= :limit and r.reply_count > 0
      ), measured as (
        select s.place, s.turn, c.*, coalesce(sum(%3$s) over (
          order by s.place, s.turn rows between unbounded preceding and 1 preceding), 0) as bytes_before
        from shown s join comments c on c.id = s.id
      )
      select t.key, t.url, t.title, t.comment_count, t.closed, c.place, c.turn,
        coalesce((select s.rank from comment_scores s where s.comment_id = c.id), 0) as rank,
        c.bytes_before >= %5$d as withheld, %4$s
      from thread t left join measured c on true
      order by c.place, c.turn
      """;

  private final Database db;
  private final Map<SortOrder, Statement> sortToPage = new EnumMap<>(SortOrder.class);

  PageStore(Database db) {
    this.db = db;
    for (SortOrder sort : SortOrder.values()) {
      sortToPage.put(sort, statement(sort));
    }
  }

  static Statement statement(SortOrder sort) {
    String columns = Comment.columns(ThreadStore.withinBytes("c.status = 'approved'"));
    return Statement.of(PAGE.formatted(
        sort.roots, FIRST_REPLIES + 1, Comment.PUBLIC_BYTES, columns, SizedJson.LARGEST_PAGE));
  }

  /** A thread without comments is an empty page. */
  Future<ThreadPage> page(PageRequest request) {
    Statement.Binding asked = Objects.requireNonNull(sortToPage.get(request.sort()))
        .bind("site", request.thread().siteId())
        .bind("thread_key", request.thread().key())
        .bind("limit", request.limit())
        .bind("pinned_below", request.pinnedBelow())
        .bind("after_id", request.afterId())
        .bind("close_after_days", request.closeAfterDays());
    if (request.sort() == SortOrder.BEST) {
      asked.bind("after_rank", request.afterRank());
    }
    return db.query(asked).map(rows -> page(request, rows));
  }

  /** Rows that are withheld only tell that there is more. */
  private static ThreadPage page(PageRequest request, RowSet<Row> rows) {
    Details details = new Details(request.thread(), null, null, 0, false);
    List<Root> roots = new ArrayList<>();
    boolean withheld = false;
    for (Row row : rows) {
      details = details(request, row);
      Integer place = row.getInteger("place");
      if (place == null) {
        break;
      }
      withheld |= row.getBoolean("withheld");
      boolean isRoot = row.getInteger("turn") == 0;
      if (place > request.limit() || (isRoot && withheld)) {
        return new ThreadPage(details, request, roots, true);
      }
      if (isRoot) {
        roots.add(new Root(Comment.from(row), row.getDouble("rank"), new ArrayList<>(), false));
      } else {
        addReply(roots, Comment.from(row), withheld);
      }
    }
    return new ThreadPage(details, request, roots, false);
  }

  private static Details details(PageRequest request, Row row) {
    return new Details(
        new ThreadRef(request.thread().siteId(), row.getString("key")),
        row.getString("url"),
        row.getString("title"),
        row.getInteger("comment_count"),
        row.getBoolean("closed"));
  }

  private static void addReply(List<Root> roots, Comment reply, boolean withheld) {
    int last = roots.size() - 1;
    Root root = roots.get(last);
    if (root.replies().size() < FIRST_REPLIES && !withheld) {
      root.replies().add(reply);
    } else {
      roots.set(last, root.withMore());
    }
  }
}
