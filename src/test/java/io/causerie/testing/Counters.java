package io.causerie.testing;

import static org.assertj.core.api.Assertions.assertThat;

/** Every stored counter beside the rows it counts. */
public record Counters(TestDatabase database) {
  private static final String WRONG_THREADS =
      """
      select count(*) from threads t
      where t.site_id like '%1$s' and t.comment_count <> (
        select count(*) from comments c where c.thread_id = t.id and c.status = 'approved')
      """;

  private static final String WRONG_COMMENTS =
      """
      select count(*) from comments p
      where p.site_id like '%1$s' and p.reply_count <> (
        select count(*) from comments d
        where d.site_id = p.site_id and d.id <> p.id and p.id = any (d.path) and d.status = 'approved')
      """;

  private static final String WRONG_AUTHORS =
      """
      select count(*) from authors a cross join lateral (
        select count(*) filter (where status = 'approved') as approved,
          count(*) filter (where status = 'pending') as pending,
          count(*) filter (where status = 'rejected') as rejected,
          count(*) filter (where status = 'spam') as spam,
          count(*) filter (where status = 'deleted') as deleted
        from comments where author_id = a.id
      ) n
      where a.site_id like '%1$s' and (a.approved_count, a.pending_count, a.rejected_count, a.spam_count, a.deleted_count)
        <> (n.approved, n.pending, n.rejected, n.spam, n.deleted)
      """;

  private static final String WRONG_TOTALS =
      """
      with counted as (
        select site_id, status::text as tab, count(*) as count
        from comments group by site_id, status
        union all
        select site_id, 'flagged', count(*) from comments where flag_count > 0 group by site_id
      ), stored as (
        select site_id, tab, sum(count) as count from queue_totals group by site_id, tab
      )
      select count(*) from counted full join stored using (site_id, tab)
      where site_id like '%1$s' and coalesce(counted.count, 0) <> coalesce(stored.count, 0)
      """;

  private static final String WRONG_FLAGS =
      """
      select count(*) from comments c
      where c.site_id like '%1$s' and c.flag_count <> (
        select count(*) from flags f where f.comment_id = c.id and f.outcome is null)
      """;

  /** On every site of the database. */
  public void assertExact() {
    assertExact("%");
  }

  /** On that site. */
  public void assertExact(String site) {
    assertThat(count(WRONG_THREADS, site)).as("threads that count wrongly").isZero();
    assertThat(count(WRONG_COMMENTS, site)).as("comments that count wrongly").isZero();
    assertThat(count(WRONG_AUTHORS, site)).as("authors that count wrongly").isZero();
    assertThat(count(WRONG_TOTALS, site)).as("tabs that count wrongly").isZero();
    assertThat(count(WRONG_FLAGS, site)).as("comments that count flags wrongly").isZero();
  }

  private long count(String wrong, String site) {
    return database.count(wrong.formatted(site));
  }
}
