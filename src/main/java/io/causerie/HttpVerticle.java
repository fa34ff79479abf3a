package io.causerie;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** One event loop serving the routes; deployed once per core. */
final class HttpVerticle extends VerticleBase {
  private final Supplier<Router> routes;
  private final HttpServerOptions options;
  private final AtomicInteger port;

  /**
   * @param port where to listen; with 0 the first instance picks a free one and writes it here for the
   *     others
   */
  HttpVerticle(Supplier<Router> routes, HttpServerOptions options, AtomicInteger port) {
    this.routes = routes;
    this.options = options;
    this.port = port;
  }

  @Override
  public Future<HttpServer> start() {
    return vertx
        .createHttpServer(options)
        .requestHandler(routes.get())
        .listen(port.get(), options.getHost())
        .onSuccess(server -> port.set(server.actualPort()));
  }
}
