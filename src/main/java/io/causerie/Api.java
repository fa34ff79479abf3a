package io.causerie;

import static io.causerie.http.RateLimits.Action.FLAG;
import static io.causerie.http.RateLimits.Action.MODERATE;
import static io.causerie.http.RateLimits.Action.POST;
import static io.causerie.http.RateLimits.Action.PREVIEW;
import static io.causerie.http.RateLimits.Action.READ;
import static io.causerie.http.RateLimits.Action.SITE_POST;
import static io.vertx.core.http.HttpMethod.DELETE;
import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.PATCH;
import static io.vertx.core.http.HttpMethod.PUT;

import io.causerie.account.Access;
import io.causerie.account.ApiTokenHandlers;
import io.causerie.account.Permission;
import io.causerie.account.StepUp;
import io.causerie.http.HeadAsGet;
import io.causerie.http.RateLimits.Action;
import io.causerie.http.RequestBodies;
import io.causerie.http.SecurityHeaders;
import io.causerie.signin.TeamHandlers;
import io.causerie.site.SiteSlug;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import java.util.Set;

/** Every route of the service: its limit, who may call it from where, and what answers. */
final class Api {
  private static final String SITES = "/api/v1/sites/";
  private static final String SITE = SITES + ":site";
  static final long LARGEST_REQUEST = 128 * 1024;
  /** Word lists are long. */
  private static final long LARGEST_TEAM_REQUEST = 2 * 1024 * 1024;

  private Api() {}

  static Router router(Vertx vertx, Parts parts) {
    Router api = Router.router(vertx);
    api.route()
        .handler(new SecurityHeaders())
        .handler(new HeadAsGet())
        .handler(new SiteSlug(SITES));
    service(api, parts);
    publicReads(api, parts);
    ownReads(api, parts);
    writes(api, parts);
    team(api, parts);
    OwnPagesApi.add(api, parts);
    parts.problems().install(api, path -> isFile(parts, path));
    return api;
  }

  /** For operators and for pages: no site, and no limit but that of all requests. */
  private static void service(Router api, Parts parts) {
    api.get("/health/live").respond(parts.health()::live);
    api.get("/health/ready").respond(parts.health()::ready);
    api.get("/metrics").handler(parts.metrics());
    if (!parts.demo()) {
      api.get("/demo/*").handler(ctx -> ctx.fail(404));
    }
    api.get().handler(parts.assets());
  }

  private static boolean isFile(Parts parts, String path) {
    return parts.assets().has(path) && (parts.demo() || !path.startsWith("/demo/"));
  }

  /** The same bytes for everybody: no token is looked at, and any page may read them. */
  private static void publicReads(Router api, Parts parts) {
    for (String path :
        new String[] {"/comments", "/counts", "/comments/:id", "/comments/:id/replies"}) {
      api.get(SITE + path)
          .handler(parts.crossOrigin().publicRead())
          .handler(parts.limits().limit(READ))
          .handler(parts.deadlines().answer());
    }
    api.get(SITE + "/comments").handler(parts.threads()::page);
    api.get(SITE + "/counts").handler(parts.threads()::counts);
    api.get(SITE + "/comments/:id").handler(parts.threads()::permalink);
    api.get(SITE + "/comments/:id/replies").handler(parts.threads()::branch);
  }

  /** For the viewer alone, from the site's own pages. */
  private static void ownReads(Router api, Parts parts) {
    for (String path : new String[] {"/me", "/form", "/comments/:id/source"}) {
      api.get(SITE + path)
          .handler(parts.crossOrigin().publicRead())
          .handler(parts.limits().limit(READ))
          .handler(parts.crossOrigin().ownOrigins())
          .handler(parts.deadlines().answer())
          .handler(parts.viewers());
    }
    // Who looks has no token but leave to see this one comment.
    api.get(SITE + "/comments/:id/look")
        .handler(parts.crossOrigin().publicRead())
        .handler(parts.limits().limit(READ))
        .handler(parts.crossOrigin().ownOrigins())
        .handler(parts.deadlines().answer())
        .respond(parts.look()::read);
    api.get(SITE + "/me").respond(parts.threads()::me);
    api.get(SITE + "/form").respond(parts.form()::stamp);
    api.get(SITE + "/comments/:id/source").respond(parts.comments()::source);
  }

  /**
   * From the site's own pages. The limit comes before anybody asks the database and before the body; a
   * page may read that it is over, whichever it is.
   */
  private static void writes(Router api, Parts parts) {
    api.options(SITE + "/moderation/*").handler(parts.crossOrigin().nobody());
    api.options(SITE + "/*")
        .handler(parts.limits().limit(READ))
        .handler(parts.crossOrigin().preflight());
    write(api, parts, "/comments", POST).respond(parts.comments()::post);
    write(api, parts, "/comments/:id/flags", FLAG).respond(parts.flags()::flag);
    write(api, parts, "/preview", PREVIEW).respond(parts.comments()::preview);
  }

  private static Route write(Router api, Parts parts, String path, Action limit) {
    String address = SITE + path;
    api.post(address)
        .handler(parts.crossOrigin().publicRead())
        .handler(parts.limits().limit(limit))
        .handler(parts.crossOrigin().ownOrigins());
    if (limit == POST) {
      api.post(address).handler(parts.limits().limit(SITE_POST));
    }
    api.post(address).handler(parts.bodies().upTo(LARGEST_REQUEST));
    return api.post(address).handler(parts.deadlines().answer()).handler(parts.viewers());
  }

  /** For the site's team and its programs: with a token, or signed in on a page of our own. */
  private static void team(Router api, Parts parts) {
    TeamParts team = parts.team();
    teamRoute(api, parts, GET, "/comments", Permission.READ).respond(team.queue()::queue);
    teamRoute(api, parts, GET, "/comments/:id", Permission.READ).respond(team.queue()::item);
    teamRoute(api, parts, GET, "/comments/:id/context", Permission.READ)
        .respond(team.queue()::context);
    teamRoute(api, parts, HttpMethod.POST, "/comments/:id/look", Permission.READ)
        .respond(parts.look()::link);
    teamRoute(api, parts, GET, "/totals", Permission.READ).respond(team.queue()::totals);
    teamRoute(api, parts, GET, "/live", Permission.READ).respond(team.live()::stream);
    teamRoute(api, parts, PUT, "/looking", Permission.READ).respond(team.live()::looking);
    teamRoute(api, parts, HttpMethod.POST, "/decisions", Permission.MODERATE)
        .respond(team.decisions()::decide);
    teamRoute(api, parts, GET, "/threads", Permission.READ).respond(team.threads()::list);
    teamRoute(api, parts, PATCH, "/threads", Permission.MODERATE).respond(team.threads()::change);
    teamRoute(api, parts, HttpMethod.POST, "/threads/merge", Permission.MODERATE)
        .respond(team.threads()::merge);
    teamRoute(api, parts, GET, "/bans", Permission.READ).respond(team.bans()::list);
    teamRoute(api, parts, HttpMethod.POST, "/bans", Permission.MODERATE)
        .respond(team.bans()::create);
    teamRoute(api, parts, DELETE, "/bans/:id", Permission.MODERATE).respond(team.bans()::lift);
    teamRoute(api, parts, GET, "/settings", Permission.READ, Permission.SETTINGS)
        .respond(team.settings()::read);
    teamRoute(api, parts, PATCH, "/settings", Permission.SETTINGS).respond(team.settings()::change);
    teamRoute(
            api, parts, HttpMethod.POST, "/settings/preview", Permission.READ, Permission.SETTINGS)
        .respond(team.preview()::run);
    teamRoute(api, parts, GET, "/dashboard", Permission.READ).respond(team.dashboard()::read);
    teamRoute(api, parts, GET, "/log", Permission.READ).respond(team.log()::list);
    teamRoute(api, parts, GET, "/log/export", Permission.READ).respond(team.log()::export);
    whoMayWhat(api, parts);
  }

  /** For owners: who signed in must have confirmed it lately. */
  private static void whoMayWhat(Router api, Parts parts) {
    StepUp stepUp = parts.signIn().stepUp();
    ApiTokenHandlers tokens = parts.team().tokens();
    teamRoute(api, parts, GET, "/tokens", Permission.TEAM).respond(tokens::list);
    teamRoute(api, parts, HttpMethod.POST, "/tokens", Permission.TEAM)
        .handler(stepUp)
        .respond(tokens::create);
    teamRoute(api, parts, DELETE, "/tokens/:id", Permission.TEAM)
        .handler(stepUp)
        .respond(tokens::revoke);
    TeamHandlers team = parts.signIn().team();
    teamRoute(api, parts, GET, "/team", Permission.READ).respond(team::list);
    teamRoute(api, parts, HttpMethod.POST, "/team/invitations", Permission.TEAM)
        .handler(stepUp)
        .respond(team::invite);
    teamRoute(api, parts, DELETE, "/team/invitations/:id", Permission.TEAM)
        .handler(stepUp)
        .respond(team::uninvite);
    teamRoute(api, parts, PATCH, "/team/members/:id", Permission.TEAM)
        .handler(stepUp)
        .respond(team::changeRole);
    teamRoute(api, parts, DELETE, "/team/members/:id", Permission.TEAM)
        .handler(stepUp)
        .respond(team::remove);
  }

  private static Route teamRoute(
      Router api, Parts parts, HttpMethod method, String path, Permission... sufficient) {
    String address = SITE + "/moderation" + path;
    api.route(method, address)
        .handler(parts.limits().limit(MODERATE))
        .handler(parts.signIn().sameOrigin().byCookie())
        .handler(RequestBodies.later())
        .handler(parts.signIn().sessions().ofTeam())
        .handler(parts.viewers())
        .handler(new Access(Set.of(sufficient)));
    return withBody(api, parts, method, address, LARGEST_TEAM_REQUEST);
  }

  /** Reads the body, of which nothing has come so far, for a caller who is known by now. */
  static Route withBody(Router api, Parts parts, HttpMethod method, String address, long largest) {
    return api.route(method, address)
        .handler(parts.bodies().upTo(largest))
        .handler(parts.deadlines().answer());
  }
}
