package io.causerie.thread;

import io.causerie.comment.BodyFormat;
import io.causerie.core.Id;
import io.causerie.http.Cursor;
import io.causerie.http.Params;
import io.causerie.http.Problem;
import io.causerie.http.QueryFields;
import io.causerie.site.Site;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/** Which part of the replies below a comment is asked for. */
record BranchRequest(
    String siteId, long commentId, int limit, @Nullable Cursor after, BodyFormat format) {

  static BranchRequest from(RoutingContext ctx) {
    QueryFields query = Params.query(ctx);
    long commentId = commentId(ctx);
    int limit = query.integer("limit", 1, 100, 50);
    Cursor after = Cursor.from(query, list(commentId));
    var request =
        new BranchRequest(Site.of(ctx).id(), commentId, limit, after, BodyFormat.of(query));
    query.check();
    return request;
  }

  static long commentId(RoutingContext ctx) {
    long id = Id.parse(Params.path(ctx, "id"));
    if (id == Id.NONE) {
      throw Problem.notFound("comment");
    }
    return id;
  }

  static Cursor cursor(long commentId, long lastId) {
    return new Cursor(list(commentId), lastId, 0);
  }

  private static int list(long commentId) {
    return Long.hashCode(commentId);
  }
}
