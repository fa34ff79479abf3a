package io.causerie;

import com.github.benmanes.caffeine.cache.Ticker;
import io.causerie.account.ApiTokenHandlers;
import io.causerie.account.ApiTokenStore;
import io.causerie.account.Networks;
import io.causerie.account.TokenStore;
import io.causerie.account.Viewers;
import io.causerie.ban.BanHandlers;
import io.causerie.comment.CommentHandlers;
import io.causerie.comment.CommentStore;
import io.causerie.comment.PostComment;
import io.causerie.comment.Rendering;
import io.causerie.comment.Retention;
import io.causerie.comment.Screen;
import io.causerie.comment.Screening;
import io.causerie.comment.StandingStore;
import io.causerie.comment.StatusStore;
import io.causerie.db.Database;
import io.causerie.db.Secrets;
import io.causerie.demo.DemoSite;
import io.causerie.event.Changes;
import io.causerie.event.EventLog;
import io.causerie.flag.FlagHandlers;
import io.causerie.http.Assets;
import io.causerie.http.ClientAddress;
import io.causerie.http.CrossOrigin;
import io.causerie.http.Deadlines;
import io.causerie.http.Health;
import io.causerie.http.ProblemHandler;
import io.causerie.http.RateLimits;
import io.causerie.log.HeadReport;
import io.causerie.log.LogHandlers;
import io.causerie.moderation.DecisionHandlers;
import io.causerie.moderation.QueueHandlers;
import io.causerie.moderation.SettingsHandlers;
import io.causerie.screening.FormHandlers;
import io.causerie.screening.Premoderation;
import io.causerie.site.SiteStore;
import io.causerie.thread.ThreadHandlers;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The service put together: the one class that knows every part. */
public final class App {
  /** The automatic checks of a new comment. Their order is the policy. */
  private static final List<Screen> SCREENS = List.of(new Premoderation());

  private static final long RETRY_MILLIS = 1_000;
  private static final Logger LOG = LoggerFactory.getLogger(App.class);

  private final Vertx vertx;
  private final Config config;
  private final Storage storage;
  private final boolean demo;
  private final InstantSource clock;
  private final PrometheusMeterRegistry metrics;
  private final AtomicInteger port = new AtomicInteger();
  private final Changes changes = new Changes();
  private final EventLog eventLog;
  private @Nullable Parts parts;

  /** @param demo whether to make, seed and show the demonstration site */
  App(Vertx vertx, Config config, Storage storage, boolean demo, PrometheusMeterRegistry metrics) {
    this.vertx = vertx;
    this.config = config;
    this.storage = storage;
    this.demo = demo;
    this.clock = InstantSource.system();
    this.metrics = metrics;
    this.eventLog = new EventLog(vertx, storage.database(), changes);
  }

  /**
   * Succeeds when requests are answered, also while the database is away: then it is waited for in the
   * background. Fails when the database is there but not fit, or the port is taken.
   */
  Future<Void> start() {
    Database db = storage.database();
    SiteStore sites = new SiteStore(db, Ticker.systemTicker());
    Rendering rendering = new Rendering(vertx);
    CommentStore comments = new CommentStore(db, changes);
    Secrets secrets = new Secrets(db);
    Networks networks = new Networks(new ClientAddress(config.trustedProxies()), secrets);
    PostComment postComment = new PostComment(
        rendering, new StandingStore(db), new Screening(vertx, SCREENS), comments, secrets);
    Parts served = parts(sites, rendering, comments, postComment, networks);
    this.parts = served;
    DemoSite demoSite = new DemoSite(db, sites, postComment, clock);
    new Retention(vertx, db, clock).start();
    new HeadReport(vertx, db).start();
    return storage
        .migrate()
        .compose(migrated -> prepare(demoSite))
        .recover(failure -> waitForDatabase(failure, demoSite))
        .compose(ready -> listen(served));
  }

  /** Takes no new requests, and succeeds when those under way are answered. */
  Future<Void> stop() {
    eventLog.stop();
    List<Future<Void>> undeployed =
        vertx.deploymentIDs().stream().map(vertx::undeploy).toList();
    return Future.join(undeployed).mapEmpty();
  }

  int port() {
    return port.get();
  }

  /** The route table, as each event loop gets one. */
  Router router() {
    return Api.router(vertx, Objects.requireNonNull(parts, "not started"));
  }

  private Parts parts(
      SiteStore sites,
      Rendering rendering,
      CommentStore comments,
      PostComment postComment,
      Networks networks) {
    Database db = storage.database();
    ClientAddress addresses = new ClientAddress(config.trustedProxies());
    return new Parts(
        new Deadlines(),
        new ProblemHandler(),
        new CrossOrigin((site, origin) -> sites.find(site).map(found -> found.allows(origin))),
        new RateLimits(config.limits(), addresses),
        new Viewers(new TokenStore(db, clock), config.adminToken()),
        new CommentHandlers(sites, postComment, comments, rendering, networks, clock),
        new ThreadHandlers(
            sites, db, changes, config.cacheMegabytes() * 1024L * 1024L, Ticker.systemTicker()),
        new FlagHandlers(),
        new FormHandlers(),
        team(sites),
        new Health(db::ping),
        ctx -> ctx.response()
            .putHeader("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
            .end(metrics.scrape()),
        Assets.load(),
        demo);
  }

  private TeamParts team(SiteStore sites) {
    Database db = storage.database();
    return new TeamParts(
        new QueueHandlers(),
        new DecisionHandlers(sites, new StatusStore(db, changes)),
        new io.causerie.moderation.ThreadHandlers(),
        new BanHandlers(),
        new SettingsHandlers(),
        new LogHandlers(sites, db),
        new ApiTokenHandlers(sites, new ApiTokenStore(db, clock)));
  }

  private Future<Void> prepare(DemoSite demoSite) {
    return eventLog
        .start()
        .compose(following -> demo ? demoSite.prepare() : Future.succeededFuture());
  }

  private Future<Void> waitForDatabase(Throwable failure, DemoSite demoSite) {
    if (!Database.isAway(failure)) {
      return Future.failedFuture(failure);
    }
    LOG.warn("the database is away, waiting for it: {}", failure.getMessage());
    tryAgainLater(demoSite);
    return Future.succeededFuture();
  }

  private void tryAgainLater(DemoSite demoSite) {
    vertx
        .timer(RETRY_MILLIS, TimeUnit.MILLISECONDS)
        .compose(tick -> storage.migrate())
        .compose(migrated -> prepare(demoSite))
        .onSuccess(prepared -> LOG.info("the database is there"))
        .onFailure(failure -> {
          if (!Database.isAway(failure)) {
            LOG.error("the database is there, but not fit: {}", failure.getMessage());
          }
          tryAgainLater(demoSite);
        });
  }

  private Future<Void> listen(Parts parts) {
    return vertx
        .deployVerticle(
            () -> new HttpVerticle(parts, config, port),
            new DeploymentOptions().setInstances(Runtime.getRuntime().availableProcessors()))
        .mapEmpty();
  }
}
