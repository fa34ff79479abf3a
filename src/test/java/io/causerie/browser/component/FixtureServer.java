package io.causerie.browser.component;

import io.causerie.http.Assets;
import io.causerie.http.CrossOrigin;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import org.jspecify.annotations.Nullable;

/**
 * In the place of the service: its files with their headers, so that browsers cache them and the page's
 * policy is in force, and for its API what the test of the moment has stated.
 */
public final class FixtureServer implements AutoCloseable {
  private final Vertx vertx;
  private final HttpServer server;
  private volatile Api api = new Api("nobody");
  private int tests;

  private FixtureServer() {
    vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    CrossOrigin everybody = new CrossOrigin((ctx, origin) -> true);
    Router router = Router.router(vertx);
    router.route("/api/*").handler(everybody.publicRead());
    router
        .options("/api/v1/sites/:site/*")
        .handler(everybody.ownOrigins())
        .respond(CrossOrigin::preflight);
    router.route("/api/*").handler(BodyHandler.create(false)).handler(this::answer);
    router.get().handler(Assets.load());
    router.route().handler(ctx -> api.fault(ctx.request()));
    server = vertx.createHttpServer().requestHandler(router);
  }

  public static FixtureServer start() {
    FixtureServer started = new FixtureServer();
    started.server.listen(0, "127.0.0.1").await();
    return started;
  }

  /** Of the next test, which has a site of its own. */
  public Api next() {
    tests++;
    api = new Api("test-" + tests);
    return api;
  }

  public String origin() {
    return "http://127.0.0.1:" + server.actualPort();
  }

  private void answer(RoutingContext ctx) {
    Api current = api;
    String sites = "/api/v1/sites/";
    if (ctx.request().path().startsWith(sites)
        && !ctx.request().path().startsWith(sites + current.site() + "/")) {
      // A last word of the page of an earlier test.
      ctx.response().setStatusCode(410).end();
      return;
    }
    @Nullable Buffer body = ctx.body().buffer();
    current.handle(ctx.request(), body == null ? Buffer.buffer() : body);
  }

  @Override
  public void close() {
    vertx.close().await();
  }
}
