package io.causerie.moderation.inplace;

import io.causerie.comment.BodyFormat;
import io.causerie.comment.CommentJson;
import io.causerie.core.Id;
import io.causerie.db.Database;
import io.causerie.http.Params;
import io.causerie.http.Problem;
import io.causerie.http.QueryFields;
import io.causerie.http.SteppedBody;
import io.causerie.moderation.inplace.InPlaceStore.InPlace;
import io.causerie.secret.Secrets;
import io.causerie.site.Site;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lets a moderator see one comment in its place on the host's page, which knows nothing of moderators:
 * a link from the moderators' page brings leave to read just that one.
 */
public final class InPlaceHandlers {
  private static final Duration GOOD_FOR = Duration.ofMinutes(10);
  private static final Pattern BEARER = Pattern.compile("(?i:bearer) +([A-Za-z0-9._-]{1,100})");

  private final InPlaceStore store;
  private final InPlaceStamps stamps;
  private final InstantSource clock;

  public InPlaceHandlers(Database db, Secrets secrets, InstantSource clock) {
    this.store = new InPlaceStore(db);
    this.stamps = new InPlaceStamps(secrets);
    this.clock = clock;
  }

  /** For the team: the link. */
  public Future<JsonObject> link(RoutingContext ctx) {
    Instant end = clock.instant().plus(GOOD_FOR).truncatedTo(ChronoUnit.MILLIS);
    Site site = Site.of(ctx);
    return store.find(site.id(), commentId(ctx)).compose(found -> stamps
        .until(site.id(), found.comment().id(), end)
        .map(stamp ->
            new JsonObject().put("url", url(site, found, stamp)).put("expiresAt", end.toString())));
  }

  /**
   * The comment, for the holder of such a link. Fails with UNAUTHENTICATED without a valid stamp for
   * this comment.
   */
  public Future<Void> read(RoutingContext ctx) {
    QueryFields query = Params.query(ctx);
    BodyFormat format = BodyFormat.of(query);
    query.check();
    ctx.response().putHeader(HttpHeaders.CONTENT_TYPE, "application/json");
    String site = Site.of(ctx).id();
    return stamps
        .allows(stamp(ctx), site, commentId(ctx), clock.instant())
        .compose(allowed -> allowed
            ? store.find(site, commentId(ctx))
            : Future.failedFuture(
                Problem.unauthenticated("open the comment from the moderators' page again")))
        .map(found -> Buffer.buffer(CommentJson.bytes(
            out -> CommentJson.writeInPlace(found.comment(), found.threadKey(), format, out))))
        .compose(json -> SteppedBody.send(ctx, json));
  }

  private static long commentId(RoutingContext ctx) {
    return Id.parse(Params.path(ctx, "id"));
  }

  /**
   * The fragment goes to no server and into no log. Null for a page of unknown address, and for one of
   * another site: its scripts would read the stamp.
   */
  private static @Nullable String url(Site site, InPlace found, String stamp) {
    String page = found.url();
    return page == null || !site.hasPage(page)
        ? null
        : page.split("#", 2)[0] + "#causerie-" + Id.format(found.comment().id()) + "&look=" + stamp;
  }

  /** Empty when there is none. */
  private static String stamp(RoutingContext ctx) {
    String header = ctx.request().getHeader(HttpHeaders.AUTHORIZATION);
    Matcher bearer = BEARER.matcher(header == null ? "" : header.strip());
    return bearer.matches() ? bearer.group(1) : "";
  }
}
