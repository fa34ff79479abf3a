package io.causerie.app;

import static io.causerie.http.RateLimits.Action.FLAG;
import static io.causerie.http.RateLimits.Action.PREVIEW;
import static io.causerie.http.RateLimits.Action.READ;
import static io.causerie.http.RateLimits.Action.SITE_POST;
import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;

import io.causerie.flag.FlagComment;
import io.causerie.flag.FlagHandlers;
import io.causerie.flag.FlagStore;
import io.causerie.http.RateLimits.Action;
import io.causerie.posting.CommentHandlers;
import io.causerie.posting.FormHandlers;
import io.causerie.posting.FormStamps;
import io.causerie.posting.SourceStore;
import io.causerie.thread.ThreadHandlers;

/** The routes of readers: {@code /api/v1/sites/:site/…}. */
final class ReaderRoutes {
  private ReaderRoutes() {}

  static void add(Routes site, Guards guards, Core core) {
    var threads = new ThreadHandlers(core.db, core.encoding, core.memory).following(core.changes);
    site.add(GET, "/comments", guards.anyPage(READ), threads::page);
    site.add(GET, "/counts", guards.anyPage(READ), threads::counts);
    site.add(GET, "/comments/:id", guards.anyPage(READ), threads::permalink);
    site.add(GET, "/comments/:id/replies", guards.anyPage(READ), threads::branch);
    site.add(GET, "/me", guards.ownPage(READ), threads::me);

    var comments = new CommentHandlers(
        core.postComment, new SourceStore(core.db), core.rendering, core.encoding, core.clock);
    site.add(POST, "/comments", guards.ownPage(Action.POST, SITE_POST), comments::post);
    site.add(POST, "/preview", guards.ownPage(PREVIEW), comments::preview);
    site.add(GET, "/comments/:id/source", guards.ownPage(READ), comments::source);

    var flags = new FlagHandlers(
        new FlagComment(new FlagStore(core.db), core.statuses, core.secrets), core.clock);
    site.add(POST, "/comments/:id/flags", guards.ownPage(FLAG), flags::flag);

    var form = new FormHandlers(new FormStamps(core.secrets), core.clock);
    site.add(GET, "/form", guards.ownPage(READ), form::stamp);
  }
}
