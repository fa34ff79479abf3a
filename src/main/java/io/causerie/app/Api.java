package io.causerie.app;

import static io.causerie.http.RateLimits.Action.READ;
import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.OPTIONS;

import io.causerie.db.Outage;
import io.causerie.http.Assets;
import io.causerie.http.CrossOrigin;
import io.causerie.http.HeadAsGet;
import io.causerie.http.Health;
import io.causerie.http.ProblemHandler;
import io.causerie.http.SecurityHeaders;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.util.List;

/** Every address of the service: the routes, and the files of the front end. */
final class Api {
  private static final String DEMO = "/demo/";

  private final Assets assets = Assets.load();
  private final Routes routes = new Routes();
  private final ProblemHandler problems;
  private final boolean demo;

  /** @param demo whether the pages of the demonstration are served */
  Api(Core core, boolean demo) {
    this.demo = demo;
    problems = new ProblemHandler(core.gate, Outage::is);
    Guards guards = new Guards(core);
    service(core);
    Routes api = routes.below("/api/v1");
    Routes site = api.below("/sites/:site");
    preflights(site, guards);
    ReaderRoutes.add(site, guards, core);
    TeamRoutes.add(site, guards, core);
    AccountRoutes.add(api, guards, core);
  }

  /** For operators: no site, and no limit but that of all requests. */
  private void service(Core core) {
    Health health = new Health(core.db::ping);
    routes.add(GET, "/health/live", List.of(), health::live);
    routes.add(GET, "/health/ready", List.of(), health::ready);
    routes.add(GET, "/metrics", List.of(), core.metrics::read);
  }

  private static void preflights(Routes site, Guards guards) {
    site.add(OPTIONS, "/moderation/*", List.of(), CrossOrigin::refuse);
    site.add(OPTIONS, "/*", guards.ownPageOfAnybody(READ), CrossOrigin::preflight);
  }

  /** A router of these routes; each event loop gets one of its own. */
  Router router(Vertx vertx) {
    Router router = Router.router(vertx);
    router.route().handler(new SecurityHeaders()).handler(new HeadAsGet());
    routes.addTo(router);
    if (!demo) {
      router.get(DEMO + "*").handler(ctx -> ctx.fail(404));
    }
    router.get().handler(assets);
    problems.install(router, this::isFile);
    return router;
  }

  private boolean isFile(String path) {
    return assets.has(path) && (demo || !path.startsWith(DEMO));
  }
}
