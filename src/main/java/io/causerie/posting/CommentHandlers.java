package io.causerie.posting;

import io.causerie.account.Network;
import io.causerie.account.Permission;
import io.causerie.account.Viewer;
import io.causerie.comment.BodyFormat;
import io.causerie.comment.CommentJson;
import io.causerie.comment.Status;
import io.causerie.core.Id;
import io.causerie.http.Encoding;
import io.causerie.http.Params;
import io.causerie.http.Problem;
import io.causerie.http.QueryFields;
import io.causerie.posting.SourceStore.Source;
import io.causerie.site.Site;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writing a comment, trying one out, and reading back what was typed. */
public final class CommentHandlers {
  private static final Pattern IDEMPOTENCY_KEY = Pattern.compile("[!-~]{1,64}");

  private final PostComment postComment;
  private final SourceStore sources;
  private final Rendering rendering;
  private final Encoding encoding;
  private final InstantSource clock;

  public CommentHandlers(
      PostComment postComment,
      SourceStore sources,
      Rendering rendering,
      Encoding encoding,
      InstantSource clock) {
    this.postComment = postComment;
    this.sources = sources;
    this.rendering = rendering;
    this.encoding = encoding;
    this.clock = clock;
  }

  public Future<Void> post(RoutingContext ctx) {
    BodyFormat format = format(ctx);
    Site site = Site.of(ctx);
    Viewer viewer = Viewer.of(ctx);
    NewComment comment = NewComment.from(Params.body(ctx), site, viewer);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var origin = new Submission.Origin(viewer, Network.of(ctx), idempotencyKey(ctx), now);
    return postComment
        .run(Submission.of(site, comment, origin))
        .compose(posted -> answer(ctx, posted, format));
  }

  public Future<Void> preview(RoutingContext ctx) {
    BodyFormat format = format(ctx);
    return rendering
        .toHtml(NewComment.bodyFrom(Params.body(ctx), Site.of(ctx)))
        .compose(html -> json(ctx, html.length(), out -> {
          out.writeStartObject();
          CommentJson.writeBody(html, format, out);
          out.writeEndObject();
        }));
  }

  public Future<JsonObject> source(RoutingContext ctx) {
    Viewer viewer = Viewer.of(ctx);
    if (viewer.isAnonymous()) {
      throw Problem.unauthenticated("only the author and moderators may read the source");
    }
    return sources
        .find(Site.of(ctx).id(), Id.parse(Params.path(ctx, "id")))
        .map(found -> found.orElseThrow(() -> Problem.notFound("comment")))
        .map(source -> new JsonObject().put("body", readable(source, viewer)));
  }

  private static BodyFormat format(RoutingContext ctx) {
    QueryFields query = Params.query(ctx);
    BodyFormat format = BodyFormat.of(query);
    query.check();
    return format;
  }

  private static @Nullable String idempotencyKey(RoutingContext ctx) {
    String key = ctx.request().getHeader("Idempotency-Key");
    if (key != null && !IDEMPOTENCY_KEY.matcher(key).matches()) {
      throw Problem.invalid("Idempotency-Key", "must be 1 to 64 visible ASCII characters");
    }
    return key;
  }

  private Future<Void> answer(RoutingContext ctx, Posted posted, BodyFormat format) {
    ctx.response()
        .setStatusCode(posted.answered() == Status.APPROVED ? 201 : 202)
        .putHeader(
            "Location",
            "/api/v1/sites/" + Site.of(ctx).id() + "/comments/"
                + Id.format(posted.comment().id()));
    if (posted.replayed()) {
      ctx.response().putHeader("Idempotency-Replayed", "true");
    }
    return json(ctx, posted.comment().size(), out -> posted.write(format, out));
  }

  private Future<Void> json(RoutingContext ctx, long bytes, CommentJson.Document document) {
    return encoding.json(ctx, bytes, () -> CommentJson.bytes(document));
  }

  private static String readable(Source source, Viewer viewer) {
    if (viewer.may(Permission.READ) || viewer.wrote(source.authorId())) {
      return source.body();
    }
    throw source.status() == Status.APPROVED
        ? Problem.forbidden("only the author and moderators may read the source")
        : Problem.notFound("comment");
  }
}
