package io.causerie.demo;

import io.causerie.account.Viewer;
import io.causerie.comment.Comment;
import io.causerie.comment.NewComment;
import io.causerie.comment.PostComment;
import io.causerie.comment.Posting;
import io.causerie.db.Database;
import io.causerie.db.Id;
import io.causerie.http.JsonFields;
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
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The site {@code demo}: made when it is not there, and seeded with what its threads lack. */
public final class DemoSite {
  private static final Site SITE =
      new Site("demo", List.of(Origins.LOCALHOST), SiteSettings.DEFAULTS);

  private static final String COUNT =
      """
      select count(*) from comments c join threads t on t.id = c.thread_id
      where t.site_id = $1 and t.key = $2
      """;

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
    return sites
        .add(SITE)
        .compose(added -> Future.join(
            DemoSeed.threads().stream().map(thread -> seed(thread, now)).toList()))
        .mapEmpty();
  }

  private Future<Void> seed(List<SeedComment> thread, Instant now) {
    String key = thread.get(0).threadKey();
    return db.query(COUNT, Tuple.of(SITE.id(), key)).compose(rows -> {
      if (rows.iterator().next().getLong(0) >= thread.size()) {
        return Future.succeededFuture();
      }
      LOG.info("writing {} comments on {}", thread.size(), key);
      return postAll(thread, now, new ArrayList<>());
    });
  }

  /** One after the other, as they were written: a reply needs the id of its parent. */
  private Future<Void> postAll(List<SeedComment> thread, Instant now, List<Comment> posted) {
    if (posted.size() == thread.size()) {
      return Future.succeededFuture();
    }
    SeedComment seed = thread.get(posted.size());
    Integer parent = seed.parentIndex();
    Posting posting = new Posting(
        SITE,
        Viewer.ANONYMOUS,
        newComment(seed, parent == null ? null : posted.get(parent)),
        null,
        "demo-" + posted.size() + seed.threadKey(),
        now.minus(seed.age()));
    return postComment.run(posting).compose(answer -> {
      posted.add(answer.comment());
      return postAll(thread, now, posted);
    });
  }

  private static NewComment newComment(SeedComment seed, @Nullable Comment parent) {
    JsonObject json = new JsonObject()
        .put("thread", seed.threadKey())
        .put("title", seed.title())
        .put("parentId", parent == null ? null : Id.format(parent.id()))
        .put("author", new JsonObject().put("name", seed.name()))
        .put("body", seed.body());
    return NewComment.from(JsonFields.parse(json.toBuffer()), SITE, Viewer.ANONYMOUS);
  }
}
