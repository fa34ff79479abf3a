package io.causerie;

import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.testing.TestDatabase;

/** Every stored counter beside the rows it counts. */
record Counters(TestDatabase database) {
  private static final String WRONG_THREADS =
      """
      select count(*) from threads t
      where t.comment_count <> (
        select count(*) from comments c where c.thread_id = t.id and c.status = 'approved')
      """;

  private static final String WRONG_COMMENTS =
      """
      select count(*) from comments p
      where p.reply_count <> (
        select count(*) from comments d
        where d.id <> p.id and p.id = any (d.path) and d.status = 'approved')
      """;

  void assertExact() {
    assertThat(database.count(WRONG_THREADS)).as("threads that count wrongly").isZero();
    assertThat(database.count(WRONG_COMMENTS)).as("comments that count wrongly").isZero();
  }
}
