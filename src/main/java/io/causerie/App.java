package io.causerie;

import com.github.benmanes.caffeine.cache.Ticker;
import io.causerie.account.ApiTokenHandlers;
import io.causerie.account.ApiTokenStore;
import io.causerie.account.Networks;
import io.causerie.account.TokenStore;
import io.causerie.account.Viewers;
import io.causerie.ban.BanHandlers;
import io.causerie.ban.BanStore;
import io.causerie.ban.Removal;
import io.causerie.ban.TargetStore;
import io.causerie.cache.CacheMemory;
import io.causerie.comment.CommentHandlers;
import io.causerie.comment.CommentStore;
import io.causerie.comment.FormStamps;
import io.causerie.comment.LookHandlers;
import io.causerie.comment.PostComment;
import io.causerie.comment.Rehearsal;
import io.causerie.comment.Reindex;
import io.causerie.comment.Rendering;
import io.causerie.comment.Retention;
import io.causerie.comment.Screen;
import io.causerie.comment.Screening;
import io.causerie.comment.SourceStore;
import io.causerie.comment.StandingStore;
import io.causerie.comment.StatusStore;
import io.causerie.config.Config;
import io.causerie.db.Database;
import io.causerie.db.Secrets;
import io.causerie.demo.DemoSite;
import io.causerie.event.Changes;
import io.causerie.event.EventLog;
import io.causerie.flag.FlagComment;
import io.causerie.flag.FlagHandlers;
import io.causerie.flag.FlagStore;
import io.causerie.http.Assets;
import io.causerie.http.ClientAddress;
import io.causerie.http.Connections;
import io.causerie.http.CrossOrigin;
import io.causerie.http.Deadlines;
import io.causerie.http.Encoding;
import io.causerie.http.Gate;
import io.causerie.http.Health;
import io.causerie.http.Metrics;
import io.causerie.http.ProblemHandler;
import io.causerie.http.RateLimits;
import io.causerie.http.Refusals;
import io.causerie.http.RequestBodies;
import io.causerie.log.HeadReport;
import io.causerie.log.LogHandlers;
import io.causerie.moderation.DashboardHandlers;
import io.causerie.moderation.DecisionHandlers;
import io.causerie.moderation.Live;
import io.causerie.moderation.LiveHandlers;
import io.causerie.moderation.PreviewHandlers;
import io.causerie.moderation.QueueHandlers;
import io.causerie.moderation.SettingsHandlers;
import io.causerie.moderation.ThreadChangeHandlers;
import io.causerie.screening.FormHandlers;
import io.causerie.screening.Policy;
import io.causerie.site.SiteStore;
import io.causerie.thread.ThreadHandlers;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The service put together: the one class that knows every part. */
final class App {
  private static final long REPORT_MILLIS = 60_000;

  private final Vertx vertx;
  private final Config config;
  private final Tuning tuning;
  private final Database db;
  private final InstantSource clock = InstantSource.system();
  private final CacheMemory memory;
  private final List<Screen> screens;
  private final Changes changes = new Changes();
  private final EventLog eventLog;
  private final Live live;
  private final Secrets secrets;
  private final ClientAddress addresses;
  private final Encoding encoding;
  private final RateLimits limits;
  private final Gate gate;
  private final Networks networks;
  private final SiteStore sites;
  private final StatusStore statuses;
  private final CommentStore comments;
  private final Rendering rendering;
  private final PostComment postComment;
  private final Removal removal;
  private final Reindex reindex;
  private final Retention retention;
  private final HeadReport headReport;
  private final Startup startup;
  private final SignInWiring signIn;
  private final Parts parts;
  private final AtomicInteger port = new AtomicInteger();

  /** @param demo whether to make, seed and show the demonstration site */
  App(Vertx vertx, Config config, Tuning tuning, Storage storage, boolean demo, Metrics metrics) {
    this.vertx = vertx;
    this.config = config;
    this.tuning = tuning;
    db = storage.database();
    eventLog = new EventLog(vertx, db, changes);
    live = new Live(vertx, db);
    eventLog.listen(live);
    secrets = new Secrets(db, config.seal());
    addresses = new ClientAddress(config.trustedProxies());
    networks = new Networks(addresses, secrets);
    memory = new CacheMemory(config.cacheMegabytes() * 1024L * 1024L, Ticker.systemTicker());
    screens = Policy.screens(memory);
    sites = new SiteStore(db, memory);
    statuses = new StatusStore(db, changes);
    comments = new CommentStore(db, changes);
    rendering = new Rendering(vertx);
    postComment = new PostComment(
        rendering, new StandingStore(db), new Screening(vertx, screens), comments, secrets);
    removal = new Removal(vertx, db, statuses, networks, clock, tuning.longestPost());
    reindex = new Reindex(vertx, db);
    retention = new Retention(vertx, db, clock);
    headReport = new HeadReport(vertx, db);
    DemoSite demoSite = new DemoSite(db, sites, postComment, clock);
    startup = new Startup(vertx, storage, () -> follow(demo ? demoSite : null));
    encoding = new Encoding(vertx);
    Refusals refusals = new Refusals(metrics.registry());
    limits = new RateLimits(config.limits(), addresses, refusals, memory);
    Connections connections = new Connections(config.connections(), addresses, refusals);
    gate = new Gate(addresses, connections, limits, refusals);
    signIn = new SignInWiring(vertx, config, db, sites, secrets, limits, clock, tuning);
    parts = parts(metrics, demo);
  }

  /**
   * Succeeds when requests are answered, also while the database is away: then it is waited for in the
   * background. Fails when the database is there but not fit, or the port is taken.
   */
  Future<Void> start() {
    vertx.setPeriodic(REPORT_MILLIS, minute -> gate.refusals().report());
    retention.start();
    headReport.start();
    live.start();
    return startup.run().compose(ready -> rendering.prepare()).compose(prepared -> listen());
  }

  /** Takes no new requests, and succeeds when those under way are answered. */
  Future<Void> stop() {
    eventLog.stop();
    live.stop();
    removal.stop();
    reindex.stop();
    List<Future<Void>> undeployed =
        vertx.deploymentIDs().stream().map(vertx::undeploy).toList();
    return Future.join(undeployed).mapEmpty();
  }

  int port() {
    return port.get();
  }

  /** What to print about sites that nobody owns yet. */
  Future<List<String>> linksToOwners() {
    return signIn.links("http://localhost:" + port()).toOwners();
  }

  /** The route table, as each event loop gets one. */
  Router router() {
    return Api.router(vertx, parts);
  }

  private Parts parts(Metrics metrics, boolean demo) {
    Viewers viewers = new Viewers(new TokenStore(db, clock), config.adminToken());
    return new Parts(
        new Deadlines(),
        new ProblemHandler(gate),
        new CrossOrigin((site, origin) -> sites.find(site).map(found -> found.allows(origin))),
        limits,
        RequestBodies.forHeap(Runtime.getRuntime().maxMemory(), addresses, gate.refusals()),
        viewers,
        new CommentHandlers(
            sites, postComment, new SourceStore(db), rendering, encoding, networks, clock),
        new LookHandlers(sites, db, secrets, clock),
        threads(),
        new FlagHandlers(
            sites, networks, new FlagComment(new FlagStore(db), statuses, secrets), clock),
        new FormHandlers(sites, new FormStamps(secrets), clock),
        team(viewers),
        signIn.parts(),
        new Health(db::ping),
        metrics,
        Assets.load(),
        demo);
  }

  private ThreadHandlers threads() {
    return new ThreadHandlers(sites, db, encoding, memory).following(changes);
  }

  private TeamParts team(Viewers viewers) {
    return new TeamParts(
        new QueueHandlers(sites, db, encoding),
        new LiveHandlers(sites, db, live, viewers, signIn.parts().sessions(), tuning.liveCheck()),
        new DecisionHandlers(sites, statuses),
        new ThreadChangeHandlers(sites, db, changes, encoding),
        new BanHandlers(sites, networks, new TargetStore(db), new BanStore(db), removal, clock),
        new SettingsHandlers(sites, encoding),
        new PreviewHandlers(sites, db, new Rehearsal(vertx, screens), clock),
        new DashboardHandlers(sites, db, clock, memory),
        new LogHandlers(sites, db, encoding),
        new ApiTokenHandlers(sites, new ApiTokenStore(db, clock)));
  }

  /** What begins once the schema is there. */
  private Future<Void> follow(@Nullable DemoSite demoSite) {
    return eventLog
        .start()
        .onSuccess(following -> removal.start())
        .onSuccess(following -> reindex.start())
        .compose(following -> demoSite == null ? Future.succeededFuture() : demoSite.prepare());
  }

  private Future<Void> listen() {
    return vertx
        .deployVerticle(
            () -> new HttpVerticle(gate, router(), config, port),
            new DeploymentOptions().setInstances(Runtime.getRuntime().availableProcessors()))
        .mapEmpty();
  }
}
