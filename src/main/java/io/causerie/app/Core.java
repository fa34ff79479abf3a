package io.causerie.app;

import com.github.benmanes.caffeine.cache.Ticker;
import io.causerie.account.Networks;
import io.causerie.account.SessionStore;
import io.causerie.ban.Removal;
import io.causerie.cache.CacheMemory;
import io.causerie.comment.StatusStore;
import io.causerie.config.Config;
import io.causerie.db.Background.Timer;
import io.causerie.db.Database;
import io.causerie.event.ThreadChanges;
import io.causerie.http.ClientAddress;
import io.causerie.http.Connections;
import io.causerie.http.Encoding;
import io.causerie.http.Gate;
import io.causerie.http.Metrics;
import io.causerie.http.OwnCookie;
import io.causerie.http.OwnOrigin;
import io.causerie.http.RateLimits;
import io.causerie.http.Refusals;
import io.causerie.moderation.live.Live;
import io.causerie.posting.CommentStore;
import io.causerie.posting.PostComment;
import io.causerie.posting.PostingContextStore;
import io.causerie.posting.Rendering;
import io.causerie.screening.Policy;
import io.causerie.screening.Screen;
import io.causerie.screening.Screening;
import io.causerie.secret.Secrets;
import io.causerie.site.SiteStore;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.List;

/** What more than one part of the service uses. Made once, and shared by all event loops. */
final class Core {
  final Vertx vertx;
  final Config config;
  final Tuning tuning;
  final Database db;
  final Metrics metrics;
  final InstantSource clock = InstantSource.system();
  final ThreadChanges changes = new ThreadChanges();
  final Secrets secrets;
  final CacheMemory memory;
  final Encoding encoding;
  final Gate gate;
  final OwnOrigin own;
  final OwnCookie cookie;
  final SiteStore sites;
  final Networks networks;
  final SessionStore sessions;
  final StatusStore statuses;
  final Rendering rendering;
  final List<Screen> screens;
  final PostComment postComment;
  final Removal removal;
  final Live live;

  Core(Vertx vertx, Config config, Tuning tuning, Database db, Metrics metrics) {
    this.vertx = vertx;
    this.config = config;
    this.tuning = tuning;
    this.db = db;
    this.metrics = metrics;
    secrets = new Secrets(db, config.seal());
    memory = new CacheMemory(config.cacheMegabytes() * 1024L * 1024L, Ticker.systemTicker());
    encoding = new Encoding(vertx);
    ClientAddress addresses = new ClientAddress(config.trustedProxies());
    gate = gate(addresses, new Refusals(metrics.registry()));
    own = new OwnOrigin(config.url());
    cookie = new OwnCookie("causerie", own);
    sites = new SiteStore(db, memory);
    networks = new Networks(addresses, secrets);
    sessions = new SessionStore(db, clock);
    statuses = new StatusStore(db, changes);
    rendering = new Rendering(vertx, tuning.text());
    screens = Policy.screens(memory);
    postComment = new PostComment(
        rendering,
        new PostingContextStore(db),
        new Screening(vertx, tuning.text(), screens),
        new CommentStore(db, changes),
        secrets);
    removal = new Removal(Timer.of(vertx), db, statuses, networks, clock, tuning.longestPost());
    live = new Live(vertx, db);
  }

  private Gate gate(ClientAddress addresses, Refusals refusals) {
    return new Gate(
        addresses,
        new Connections(config.connections(), addresses, refusals),
        new RateLimits(config.limits(), addresses, refusals, memory),
        refusals);
  }
}
