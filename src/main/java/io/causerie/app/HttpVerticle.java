package io.causerie.app;

import io.causerie.config.Config;
import io.causerie.http.Gate;
import io.causerie.http.Server;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One event loop serving the routes; deployed once per core. */
final class HttpVerticle extends VerticleBase {
  /** Stands for any free port, the same for all instances of one deployment. */
  private static final int ANY_SHARED = -1;

  private static final long DRAINING_SECONDS = 10;

  private final Gate gate;
  private final Router router;
  private final Config config;
  private final AtomicInteger port;
  private @Nullable HttpServer server;

  /** @param port where to write which port it got */
  HttpVerticle(Gate gate, Router router, Config config, AtomicInteger port) {
    this.gate = gate;
    this.router = router;
    this.config = config;
    this.port = port;
  }

  @Override
  public Future<HttpServer> start() {
    return Server.create(vertx, gate, router)
        .listen(config.port() == 0 ? ANY_SHARED : config.port(), config.host())
        .onSuccess(listening -> {
          server = listening;
          port.set(listening.actualPort());
        });
  }

  /** Lets the requests under way be answered. */
  @Override
  public Future<?> stop() {
    return server == null
        ? Future.succeededFuture()
        : server.shutdown(DRAINING_SECONDS, TimeUnit.SECONDS);
  }
}
