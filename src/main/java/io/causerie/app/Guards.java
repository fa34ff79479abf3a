package io.causerie.app;

import static io.causerie.http.RateLimits.Action.MODERATE;
import static io.causerie.http.RateLimits.Action.SIGN_IN;

import io.causerie.account.Access;
import io.causerie.account.Permission;
import io.causerie.account.Session;
import io.causerie.account.Sessions;
import io.causerie.account.StepUp;
import io.causerie.account.TokenStore;
import io.causerie.account.Viewer;
import io.causerie.account.Viewers;
import io.causerie.http.CrossOrigin;
import io.causerie.http.Deadlines;
import io.causerie.http.RateLimits;
import io.causerie.http.RateLimits.Action;
import io.causerie.http.RequestBodies;
import io.causerie.http.SameOrigin;
import io.causerie.site.Site;
import io.causerie.site.SiteGuard;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a request passes before its route answers, for each kind of caller. The order is always the
 * same: the limit, before the database is asked anything; the site, the origin and the caller; the
 * body, of which no byte is read before that. All of it but the body counts to the deadline.
 */
final class Guards {
  private static final long LARGEST_BODY = 128 * 1024;
  /** Word lists are long. */
  private static final long LARGEST_BODY_OF_TEAM = 2 * 1024 * 1024;

  private final Core core;
  private final RateLimits limits;
  private final RequestBodies bodies;
  private final Deadlines deadlines = new Deadlines();
  private final CrossOrigin crossOrigin =
      new CrossOrigin((ctx, origin) -> Site.of(ctx).allows(origin));
  private final SameOrigin sameOrigin;
  private final SiteGuard site;
  private final Viewers viewers;
  private final Sessions sessions;
  private final StepUp stepUp;

  Guards(Core core) {
    this.core = core;
    limits = core.gate.limits();
    bodies = RequestBodies.forHeap(
        Runtime.getRuntime().maxMemory(), core.gate.addresses(), core.gate.refusals());
    sameOrigin = new SameOrigin(core.own, core.cookie);
    site = new SiteGuard(core.sites);
    viewers =
        new Viewers(new TokenStore(core.db, core.clock), core.config.adminToken(), Guards::siteId);
    sessions = new Sessions(core.sessions, core.cookie, Guards::siteId);
    stepUp = new StepUp(core.clock);
  }

  /** Pages of any origin may ask. No token is looked at: the answer is the same for every caller. */
  List<Handler<RoutingContext>> anyPage(Action limit) {
    return thenBody(LARGEST_BODY, List.of(crossOrigin.publicRead(), limits.limit(limit), site));
  }

  /** Pages of the site may ask, without a viewer: no token is looked at. */
  List<Handler<RoutingContext>> ownPageOfAnybody(Action limit) {
    return thenBody(
        LARGEST_BODY,
        List.of(crossOrigin.publicRead(), limits.limit(limit), site, crossOrigin.ownOrigins()));
  }

  /** Pages of the site may ask on behalf of a reader, whose token is recognised if there is one. */
  List<Handler<RoutingContext>> ownPage(Action limit) {
    return ownPage(limit, RoutingContext::next);
  }

  /**
   * The same with a second limit.
   *
   * @param limitOfSite for all callers of the site together
   */
  List<Handler<RoutingContext>> ownPage(Action limit, Action limitOfSite) {
    return ownPage(limit, limits.limit(limitOfSite, Guards::siteId));
  }

  private List<Handler<RoutingContext>> ownPage(Action limit, Handler<RoutingContext> ofSite) {
    return thenBody(
        LARGEST_BODY,
        List.of(
            crossOrigin.publicRead(),
            limits.limit(limit),
            site,
            crossOrigin.ownOrigins(),
            ofSite,
            viewers,
            core.networks));
  }

  /**
   * Members of the site's team may ask, and programs with a token.
   *
   * @param sufficient each of these permissions is enough
   */
  List<Handler<RoutingContext>> team(Permission... sufficient) {
    return team(RoutingContext::next, sufficient);
  }

  /** Members may ask after a recent re-authentication; a token needs none. */
  List<Handler<RoutingContext>> teamConfirmed(Permission... sufficient) {
    return team(stepUp, sufficient);
  }

  private List<Handler<RoutingContext>> team(
      Handler<RoutingContext> confirmed, Permission... sufficient) {
    return thenBody(
        LARGEST_BODY_OF_TEAM,
        List.of(
            limits.limit(MODERATE),
            sameOrigin.byCookie(),
            site,
            sessions.ofTeam(),
            viewers,
            new Access(Set.of(sufficient)),
            confirmed,
            core.networks));
  }

  /** Our own pages may ask, about no site in particular and with or without a session. */
  List<Handler<RoutingContext>> account(Action limit) {
    return account(limit, RoutingContext::next);
  }

  /** Our own pages may ask in a session with a recent re-authentication. */
  List<Handler<RoutingContext>> accountConfirmed() {
    return account(MODERATE, stepUp);
  }

  private List<Handler<RoutingContext>> account(Action limit, Handler<RoutingContext> confirmed) {
    return thenBody(
        LARGEST_BODY,
        List.of(
            limits.limit(limit),
            limit == SIGN_IN ? sameOrigin.always() : sameOrigin.byCookie(),
            sessions.known(),
            confirmed));
  }

  /** The viewer of a request that {@link #team} let through, as of now. */
  Future<Viewer> viewerNow(RoutingContext ctx) {
    return Session.orNull(ctx) == null ? viewers.again(ctx) : sessions.again(ctx);
  }

  private static String siteId(RoutingContext ctx) {
    return Site.of(ctx).id();
  }

  private List<Handler<RoutingContext>> thenBody(
      long largest, List<Handler<RoutingContext>> guards) {
    Stream<Handler<RoutingContext>> before = Stream.of(RequestBodies.later(), deadlines.begin());
    Stream<Handler<RoutingContext>> body =
        Stream.of(Deadlines::pause, bodies.upTo(largest), Deadlines::goOn);
    return Stream.of(before, guards.stream(), body).flatMap(Function.identity()).toList();
  }
}
