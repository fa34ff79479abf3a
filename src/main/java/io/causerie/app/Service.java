package io.causerie.app;

import io.causerie.config.Config;
import io.causerie.http.Metrics;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.ext.web.Route;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running service: what the commands {@code serve} and {@code demo} start. */
public final class Service implements AutoCloseable {
  private static final long CLOSING_SECONDS = 20;
  private static final Logger LOG = LoggerFactory.getLogger(Service.class);

  private final Vertx vertx;
  private final Storage storage;
  private final App app;

  private Service(Vertx vertx, Storage storage, App app) {
    this.vertx = vertx;
    this.storage = storage;
    this.app = app;
  }

  /** Blocks until requests are answered. */
  public static Service start(Config config, Tuning tuning, boolean demo) throws IOException {
    Metrics metrics = new Metrics();
    Vertx vertx = Vertx.builder()
        .with(new VertxOptions().setMetricsOptions(metrics.options()))
        .withMetrics(metrics.factory())
        .build();
    Storage storage = Storage.open(vertx, config);
    App app = new App(vertx, config, tuning, storage, demo, metrics);
    Service service = new Service(vertx, storage, app);
    try {
      app.start().await();
      return service;
    } catch (RuntimeException failure) {
      service.close();
      throw failure;
    }
  }

  public int port() {
    return app.port();
  }

  /** What to print about sites without an owner. */
  public Future<List<String>> linksToOwners() {
    return app.linksToOwners();
  }

  /** Every route that is served. */
  public List<Route> routes() {
    return app.router().getRoutes();
  }

  /** Finishes the requests under way, then closes the database. */
  @Override
  public void close() {
    attempt(() -> app.stop().await(CLOSING_SECONDS, TimeUnit.SECONDS));
    attempt(storage::close);
    attempt(() -> vertx.close().await(CLOSING_SECONDS, TimeUnit.SECONDS));
  }

  /** A step of closing that fails does not keep the next one from being taken. */
  private static void attempt(Step step) {
    try {
      step.run();
    } catch (Exception failure) {
      LOG.warn("not closed cleanly: {}", failure.toString());
    }
  }

  /** A step of closing. */
  private interface Step {
    void run() throws Exception;
  }
}
