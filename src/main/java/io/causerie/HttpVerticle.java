package io.causerie;

import io.causerie.http.Server;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import java.util.concurrent.atomic.AtomicInteger;

/** One event loop serving the routes; deployed once per core. */
final class HttpVerticle extends VerticleBase {
  /** Stands for any free port, the same for all instances of one deployment. */
  private static final int ANY_SHARED = -1;

  private final Parts parts;
  private final Config config;
  private final AtomicInteger port;

  /** @param port where to write which port it got */
  HttpVerticle(Parts parts, Config config, AtomicInteger port) {
    this.parts = parts;
    this.config = config;
    this.port = port;
  }

  @Override
  public Future<HttpServer> start() {
    return Server.create(vertx, Api.router(vertx, parts))
        .listen(config.port() == 0 ? ANY_SHARED : config.port(), config.host())
        .onSuccess(server -> port.set(server.actualPort()));
  }
}
