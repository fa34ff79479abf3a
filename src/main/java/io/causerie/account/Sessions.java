package io.causerie.account;

import io.causerie.account.SessionStore.Visit;
import io.causerie.core.Token;
import io.causerie.http.OwnCookie;
import io.causerie.http.Problem;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Recognises the session of a request by its cookie. A request with an {@code
 * Authorization} header is left to {@link Viewers}. Stands behind {@code SameOrigin}.
 */
public final class Sessions {
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");

  private final SessionStore store;
  private final OwnCookie cookie;
  private final Function<RoutingContext, String> siteId;

  /** @param siteId of the site that a request is about */
  public Sessions(SessionStore store, OwnCookie cookie, Function<RoutingContext, String> siteId) {
    this.siteId = siteId;
    this.store = store;
    this.cookie = cookie;
  }

  /** For what belongs to the account; afterwards {@link Session#of} answers. */
  public Handler<RoutingContext> known() {
    return ctx -> found(ctx.request())
        .onSuccess(session -> {
          session.ifPresent(known -> known.put(ctx));
          ctx.next();
        })
        .onFailure(ctx::fail);
  }

  /**
   * For what belongs to a site; afterwards {@link Viewer#of} answers. Fails with UNAUTHENTICATED when
   * the session has ended, and with FORBIDDEN for an account that is no member of the site.
   */
  public Handler<RoutingContext> ofTeam() {
    return ctx -> {
      String token = value(ctx.request());
      if (token == null) {
        ctx.next();
        return;
      }
      visit(token, siteId.apply(ctx))
          .onSuccess(visit -> {
            visit.session().put(ctx);
            ctx.put(Viewers.VIEWER, visit.viewer());
            ctx.next();
          })
          .onFailure(ctx::fail);
    };
  }

  /** The viewer as of now, for a long-lived answer; fails as {@link #ofTeam} does. */
  public Future<Viewer> again(RoutingContext ctx) {
    String token = value(ctx.request());
    return token == null
        ? Future.failedFuture(ended())
        : visit(token, siteId.apply(ctx)).map(visit -> {
          Viewer viewer = visit.viewer();
          return viewer == null ? Viewer.ANONYMOUS : viewer;
        });
  }

  private Future<Optional<Session>> found(HttpServerRequest request) {
    String token = value(request);
    return token == null || !TOKEN.matcher(token).matches()
        ? Future.succeededFuture(Optional.empty())
        : store.find(new Token(token));
  }

  private Future<Visit> visit(String token, String siteId) {
    if (!TOKEN.matcher(token).matches()) {
      return Future.failedFuture(ended());
    }
    return store.visit(new Token(token), siteId).map(found -> {
      Visit visit = found.orElseThrow(Sessions::ended);
      if (visit.viewer() == null) {
        throw Problem.forbidden("you are not on the team of this site");
      }
      return visit;
    });
  }

  private static Problem ended() {
    return Problem.unauthenticated("the session has ended: sign in again");
  }

  /** Null without a cookie, and when a token identifies the caller. */
  private @Nullable String value(HttpServerRequest request) {
    return request.getHeader(HttpHeaders.AUTHORIZATION) == null ? cookie.read(request) : null;
  }
}
