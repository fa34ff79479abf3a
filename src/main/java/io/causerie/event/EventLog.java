package io.causerie.event;

import io.causerie.db.Background;
import io.causerie.db.Background.Next;
import io.causerie.db.Background.Pace;
import io.causerie.db.Background.Timer;
import io.causerie.db.Database;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the log of events from its start on, so that this node learns within half a second what
 * other nodes changed. Every node reads every event; what must be heard once, and not lost by a
 * restart, is for a {@link Follower}.
 */
public final class EventLog {
  static final int BATCH = 1_000;
  private static final Duration PAUSE = Duration.ofMillis(400);
  private static final Logger LOG = LoggerFactory.getLogger(EventLog.class);

  private final Database db;
  private final EventStore store;
  private final ThreadChanges changes;
  private final Listeners<CommentEvent.Listener> listeners = new Listeners<>();
  private final HeldBack heldBack;
  private final Background rounds;

  // Of the round under way.
  private Position position = Position.before(0);
  private boolean lost;

  public EventLog(Vertx vertx, Database db, ThreadChanges changes) {
    this(Timer.of(vertx), InstantSource.system(), db, changes);
  }

  EventLog(Timer timer, InstantSource clock, Database db, ThreadChanges changes) {
    this.db = db;
    this.store = new EventStore(db);
    this.changes = changes;
    heldBack = new HeldBack(clock);
    rounds = new Background("following events", timer, new Pace(PAUSE, PAUSE), this::round);
  }

  /** Follows from now on; a second call changes nothing once the first has succeeded. */
  public Future<Void> start() {
    return store
        .forgetForeign()
        .compose(done -> store.now())
        .onSuccess(this::start)
        .mapEmpty();
  }

  synchronized void start(Position first) {
    if (position.xid() == 0) {
      position = first;
      rounds.start();
    }
  }

  /** What happens to comments, on any node, is told from now on. */
  public void listen(CommentEvent.Listener listener) {
    listeners.add(listener);
  }

  public Future<Void> stop() {
    return rounds.stop();
  }

  private Future<Next> round() {
    return EventStore.after(db::query, position, BATCH)
        .map(this::tellAll)
        .onFailure(failure -> lost = true);
  }

  private Next tellAll(EventStore.Batch batch) {
    heldBack.seen(batch.horizon());
    if (position.xid() > batch.horizon().xmax()) {
      LOG.warn(
          "this is another database cluster than before: following from its transaction {}",
          batch.horizon().xmin());
      position = Position.before(batch.horizon().xmin());
      lost = true;
    }
    if (lost) {
      lost = false;
      changes.missed();
    }
    batch.events().forEach(this::tell);
    return batch.events().size() < BATCH ? Next.in(PAUSE) : Next.AT_ONCE;
  }

  private void tell(Event event) {
    event.keys().forEach(key -> changes.changed(new ThreadRef(event.siteId(), key)));
    CommentEvent happening = event.happening();
    if (happening != null) {
      listeners.tell(listener -> listener.happened(happening));
    }
    position = event.position();
  }
}
