package io.causerie.demo;

import io.causerie.account.Actor;
import io.causerie.account.Permission;
import io.causerie.account.Viewer;
import io.causerie.comment.Comment;
import io.causerie.core.Id;
import io.causerie.db.Database;
import io.causerie.db.Outage;
import io.causerie.http.JsonFields;
import io.causerie.posting.NewComment;
import io.causerie.posting.PostComment;
import io.causerie.posting.Posted;
import io.causerie.posting.Submission;
import io.causerie.site.Origins;
import io.causerie.site.Site;
import io.causerie.site.SiteSettings;
import io.causerie.site.SiteStore;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The site {@code demo}: made when it is not there, and seeded with what its threads lack. */
public final class DemoSite {
  private static final Site SITE =
      new Site("demo", List.of(Origins.LOCALHOST), SiteSettings.DEFAULTS);

  /** What we ship needs no screening. */
  private static final Viewer WRITER =
      new Viewer(Set.of(Permission.MODERATE), null, Actor.system("demo"));

  private static final String COUNT =
      """
      select count(*) from comments c join threads t on t.id = c.thread_id
      where t.site_id = $1 and t.key = $2
      """;

  private static final int AT_A_TIME = 8;
  private static final int TRIES = 10;
  private static final Logger LOG = LoggerFactory.getLogger(DemoSite.class);

  private final Database db;
  private final SiteStore sites;
  private final PostComment postComment;
  private final InstantSource clock;

  public DemoSite(Database db, SiteStore sites, PostComment postComment, InstantSource clock) {
    this.db = db;
    this.sites = sites;
    this.postComment = postComment;
    this.clock = clock;
  }

  /** A first start that was cut short is finished by the next one. */
  public Future<Void> prepare() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Future<Void> ready = sites.add(SITE).mapEmpty();
    for (List<SeedComment> thread : DemoSeed.threads()) {
      ready = ready.compose(before -> seed(thread, now));
    }
    return ready;
  }

  private Future<Void> seed(List<SeedComment> thread, Instant now) {
    String key = thread.get(0).threadKey();
    return db.query(COUNT, Tuple.of(SITE.id(), key)).compose(rows -> {
      if (rows.iterator().next().getLong(0) >= thread.size()) {
        return Future.succeededFuture();
      }
      LOG.info("writing {} comments on {}", thread.size(), key);
      return postAll(thread, now, new ArrayList<>(), TRIES);
    });
  }

  /** A few at a time, in the order they were written; a reply waits for its parent. */
  private Future<Void> postAll(
      List<SeedComment> thread, Instant now, List<Future<Comment>> posted, int tries) {
    if (posted.size() == thread.size()) {
      return Future.succeededFuture();
    }
    int first = posted.size();
    int next = Math.min(first + AT_A_TIME, thread.size());
    for (int i = first; i < next; i++) {
      posted.add(post(thread, i, now, posted));
    }
    return Future.join(List.copyOf(posted.subList(first, next))).transform(done -> {
      if (done.succeeded()) {
        return postAll(thread, now, posted, TRIES);
      }
      if (tries == 1 || !Outage.isBehind(done.cause())) {
        return Future.failedFuture(done.cause());
      }
      // What was stored is answered again by its key.
      posted.subList(first, next).clear();
      return postAll(thread, now, posted, tries - 1);
    });
  }

  private Future<Comment> post(
      List<SeedComment> thread, int index, Instant now, List<Future<Comment>> posted) {
    SeedComment seed = thread.get(index);
    Integer parent = seed.parentIndex();
    Future<@Nullable Comment> ready =
        parent == null ? Future.succeededFuture() : posted.get(parent).map(comment -> comment);
    return ready
        .compose(comment -> postComment.run(Submission.of(
            SITE,
            newComment(seed, comment),
            new Submission.Origin(
                WRITER, null, "demo-" + index + seed.threadKey(), now.minus(seed.age())))))
        .map(Posted::comment);
  }

  private static NewComment newComment(SeedComment seed, @Nullable Comment parent) {
    JsonObject json = new JsonObject()
        .put("thread", seed.threadKey())
        .put("title", seed.title())
        .put("parentId", parent == null ? null : Id.format(parent.id()))
        .put("author", new JsonObject().put("name", seed.name()))
        .put("body", seed.body());
    return NewComment.from(JsonFields.parse(json.toBuffer()), SITE, WRITER);
  }
}
