package io.causerie.app;

import io.causerie.config.Config;
import io.causerie.demo.DemoSite;
import io.causerie.event.EventLog;
import io.causerie.http.Metrics;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The service put together: what is served, what runs in the background, and when each begins. */
final class App {
  private static final long REPORT_MILLIS = 60_000;

  private final Core core;
  private final Storage storage;
  private final boolean demo;
  private final Api api;
  private final EventLog eventLog;
  private final Upkeep upkeep;
  private final Startup startup;
  private final AtomicInteger port = new AtomicInteger();

  /** @param demo whether to make, seed and show the demonstration site */
  App(Vertx vertx, Config config, Tuning tuning, Storage storage, boolean demo, Metrics metrics) {
    this.storage = storage;
    this.demo = demo;
    core = new Core(vertx, config, tuning, storage.database(), metrics);
    api = new Api(core, demo);
    eventLog = new EventLog(vertx, core.db, core.changes);
    eventLog.listen(core.live);
    upkeep = new Upkeep(core);
    startup = new Startup(vertx, storage, this::follow);
  }

  /**
   * Succeeds when requests are answered, also while the database is away: then it is waited for in the
   * background. Fails when the database is there but not fit, or the port is taken.
   */
  Future<Void> start() {
    core.vertx.setPeriodic(REPORT_MILLIS, minute -> core.gate.refusals().report());
    core.live.start();
    return startup.run().compose(ready -> core.rendering.prepare()).compose(prepared -> listen());
  }

  /** Takes no new requests, and succeeds when those under way are answered and nothing runs any more. */
  Future<Void> stop() {
    List<Future<Void>> ends = new ArrayList<>(List.of(
        startup.stop(), eventLog.stop(), core.live.stop(), core.removal.stop(), upkeep.stop()));
    core.vertx.deploymentIDs().forEach(id -> ends.add(core.vertx.undeploy(id)));
    return Future.join(ends).mapEmpty();
  }

  int port() {
    return port.get();
  }

  /** What to print about sites without an owner. */
  Future<List<String>> linksToOwners() {
    return storage.links(port()).toOwners();
  }

  /** The routes, as each event loop gets them. */
  Router router() {
    return api.router(core.vertx);
  }

  /** What begins once the schema is there. */
  private Future<Void> follow() {
    return eventLog
        .start()
        .onSuccess(following -> core.removal.start())
        .onSuccess(following -> upkeep.start())
        .compose(following -> demo
            ? new DemoSite(core.db, core.sites, core.postComment, core.clock).prepare()
            : Future.succeededFuture());
  }

  private Future<Void> listen() {
    return core.vertx
        .deployVerticle(
            () -> new HttpVerticle(core.gate, router(), core.config, port),
            new DeploymentOptions().setInstances(Runtime.getRuntime().availableProcessors()))
        .mapEmpty();
  }
}
