package io.causerie.moderation.live;

import io.causerie.http.Problem;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The streams of one site on this node, and what they were told last. */
final class LiveSite {
  private static final int MOST_OF_ONE = 20;
  private static final int MOST = 200;
  private static final Duration RETRY_AFTER = Duration.ofSeconds(30);

  private final List<LiveStream> streams = new CopyOnWriteArrayList<>();
  private final AtomicBoolean touched = new AtomicBoolean();
  private @Nullable Future<JsonObject> totals;

  List<LiveStream> streams() {
    return streams;
  }

  /** Fails with TOO_MANY_REQUESTS when as many are open as may be. */
  synchronized void add(LiveStream stream) {
    long ofOne =
        streams.stream().filter(other -> other.actor().equals(stream.actor())).count();
    if (ofOne >= MOST_OF_ONE || streams.size() >= MOST) {
      throw Problem.tooManyRequests(
          RETRY_AFTER, "too many live streams are open; close some pages");
    }
    streams.add(stream);
  }

  synchronized boolean removeAndTellWhetherEmpty(LiveStream stream) {
    streams.remove(stream);
    return streams.isEmpty();
  }

  /** What was told last; the first stream has it read, and others wait for the same reading. */
  synchronized Future<JsonObject> totals(Supplier<Future<JsonObject>> read) {
    Future<JsonObject> known = totals;
    if (known == null || known.failed()) {
      known = read.get();
      totals = known;
    }
    return known;
  }

  /** Something may have changed the totals. */
  void touch() {
    touched.set(true);
  }

  boolean takeTouched() {
    return touched.getAndSet(false);
  }

  /** Tells the totals, unless they are what was told last. */
  void tell(JsonObject now) {
    if (changed(now)) {
      streams.forEach(stream -> stream.send(new LiveEvent("totals", now)));
    }
  }

  private synchronized boolean changed(JsonObject now) {
    Future<JsonObject> last = totals;
    if (last != null && last.succeeded() && last.result().equals(now)) {
      return false;
    }
    totals = Future.succeededFuture(now);
    return true;
  }
}
