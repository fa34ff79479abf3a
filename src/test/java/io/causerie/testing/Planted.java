package io.causerie.testing;

/**
 * Comments of one guest that are written past the service: more, larger or deeper ones than tests post.
 *
 * @param first the id of the guest, with a million ids after it that nothing else has
 */
public record Planted(TestApp app, long first) {
  /** For SQL on the connection of the tests. */
  private static final String PLANT =
      """
      create or replace function pg_temp.plant(comment_id bigint, thread bigint, parent bigint,
        html text, up int default 0, down int default 0, pin boolean default false) returns void
      language sql begin atomic
        insert into comments (id, site_id, thread_id, parent_id, root_id, path, author_id,
          author_name, author_kind, body, body_html, markup_version, status, pinned, created_at)
        select comment_id, t.site_id, t.id, p.id, coalesce(p.root_id, comment_id),
          coalesce(p.path, '{}') || comment_id, a.id, a.name, a.kind, 'Hello', html, 1, 'approved',
          pin, now()
        from threads t
          join authors a on a.site_id = t.site_id and a.id = %1$d
          left join comments p on p.id = parent
        where t.id = thread;
        insert into comment_scores (comment_id, thread_id, is_root, upvotes, downvotes)
        select comment_id, thread, parent is null, up, down where up + down > 0;
      end;
      insert into authors (id, site_id, kind, name, created_at)
      values (%1$d, '%2$s', 'guest', 'Ann', now())
      """;

  private static final String THREAD =
      """
      insert into threads (id, site_id, key, created_at, open_since)
      values (%d, '%s', '%s', now(), now())
      """;

  /** With the guest, and the function {@code pg_temp.plant} for what {@link #run} is given. */
  public static Planted on(TestApp app) {
    Planted planted = new Planted(app, TestApp.unique() * 1_000_000);
    planted.run(PLANT.formatted(planted.first, app.site()));
    return planted;
  }

  /** A thread with that number after {@link #first}, from 1. */
  public long thread(int number, String key) {
    run(THREAD.formatted(first + number, app.site(), key));
    return first + number;
  }

  public void run(String sql) {
    app.database().execute(sql);
  }
}
