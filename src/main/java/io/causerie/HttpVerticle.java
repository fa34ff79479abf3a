package io.causerie;

import io.causerie.http.Server;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import java.util.concurrent.atomic.AtomicInteger;

/** One event loop serving the routes; deployed once per core. */
final class HttpVerticle extends VerticleBase {
  /** To Vert.x a free port that all instances share; 0 would be another one for each. */
  private static final int ANY_SHARED = -1;

  private final Parts parts;
  private final String host;
  private final int port;
  private final AtomicInteger bound;

  /** @param bound where the instances write which port they got */
  HttpVerticle(Parts parts, String host, int port, AtomicInteger bound) {
    this.parts = parts;
    this.host = host;
    this.port = port;
    this.bound = bound;
  }

  @Override
  public Future<HttpServer> start() {
    return Server.create(vertx, Api.router(vertx, parts))
        .listen(port == 0 ? ANY_SHARED : port, host)
        .onSuccess(server -> bound.set(server.actualPort()));
  }
}
