package io.causerie;

import io.causerie.http.Server;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import java.util.concurrent.atomic.AtomicInteger;

/** One event loop serving the routes; deployed once per core. */
final class HttpVerticle extends VerticleBase {
  private final Parts parts;
  private final String host;
  private final AtomicInteger port;

  /** @param port where to listen; for 0 the first instance writes here which port it got */
  HttpVerticle(Parts parts, String host, AtomicInteger port) {
    this.parts = parts;
    this.host = host;
    this.port = port;
  }

  @Override
  public Future<HttpServer> start() {
    return Server.create(vertx, Api.router(vertx, parts))
        .listen(port.get(), host)
        .onSuccess(server -> port.set(server.actualPort()));
  }
}
