package io.causerie.moderation.live;

import io.causerie.db.Background;
import io.causerie.db.Background.Next;
import io.causerie.db.Background.Pace;
import io.causerie.db.Background.Timer;
import io.causerie.db.Database;
import io.causerie.event.CommentEvent;
import io.causerie.http.Problem;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Tells the streams of this node what happens to comments, on every node. Totals and presence are read
 * once a second, for the sites that have a stream. Safe from any thread.
 */
public final class Live implements CommentEvent.Listener {
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

  private final LiveStore store;
  private final Background rounds;
  private final Map<String, LiveSite> sites = new ConcurrentHashMap<>();
  private volatile boolean stopped;

  public Live(Vertx vertx, Database db) {
    this.store = new LiveStore(db);
    rounds = new Background(
        "telling the live streams", Timer.of(vertx), new Pace(PAUSE, PAUSE), this::read);
  }

  public void start() {
    rounds.start();
  }

  /** Ends all streams, and takes no new ones. */
  public Future<Void> stop() {
    stopped = true;
    sites.values().forEach(site -> site.streams().forEach(LiveStream::end));
    return rounds.stop();
  }

  /** Ends with the stream. Fails with TOO_MANY_REQUESTS when as many are open as may be. */
  Future<Void> open(String siteId, LiveStream stream) {
    if (stopped) {
      return Future.failedFuture(Problem.unavailable(RETRY_AFTER));
    }
    LiveSite site = join(siteId, stream);
    stream.whenGone(() -> leave(siteId, stream));
    return site.totals(() -> totals(siteId)).compose(totals -> {
      stream.begin(totals);
      // What happened since they were read has not been told to this stream.
      site.touch();
      if (stopped) {
        stream.end();
      }
      return stream.ended();
    });
  }

  /** Deletes presence that has expired. */
  public Future<Integer> forget(OffsetDateTime now) {
    return store.forget(now);
  }

  @Override
  public void happened(CommentEvent happening) {
    LiveSite site = sites.get(happening.siteId());
    if (site != null) {
      site.touch();
      LiveEvent event = LiveEvent.of(happening);
      site.streams().forEach(stream -> stream.send(event));
    }
  }

  private LiveSite join(String siteId, LiveStream stream) {
    return sites.compute(siteId, (id, known) -> {
      LiveSite site = known == null ? new LiveSite() : known;
      site.add(stream);
      return site;
    });
  }

  private void leave(String siteId, LiveStream stream) {
    sites.computeIfPresent(
        siteId, (id, site) -> site.removeAndTellWhetherEmpty(stream) ? null : site);
  }

  private Future<JsonObject> totals(String siteId) {
    return store.totals(List.of(siteId)).map(found -> found.get(siteId));
  }

  private Future<Next> read() {
    return sites.isEmpty()
        ? Future.succeededFuture(Next.in(PAUSE))
        : Future.join(readTotals(), readLooking()).map(Next.in(PAUSE));
  }

  private Future<Void> readTotals() {
    List<String> touched = sites.entrySet().stream()
        .filter(entry -> entry.getValue().takeTouched())
        .map(Map.Entry::getKey)
        .toList();
    if (touched.isEmpty()) {
      return Future.succeededFuture();
    }
    return store
        .totals(touched)
        .onSuccess(found -> found.forEach((id, totals) -> with(id, site -> site.tell(totals))))
        .onFailure(away -> touched.forEach(id -> with(id, LiveSite::touch)))
        .mapEmpty();
  }

  private Future<Void> readLooking() {
    return store
        .looking(List.copyOf(sites.keySet()))
        .onSuccess(found -> sites.forEach((id, site) ->
            site.streams().forEach(stream -> stream.look(found.getOrDefault(id, List.of())))))
        .mapEmpty();
  }

  private void with(String siteId, Consumer<LiveSite> act) {
    LiveSite site = sites.get(siteId);
    if (site != null) {
      act.accept(site);
    }
  }
}
