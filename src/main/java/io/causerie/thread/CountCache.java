package io.causerie.thread;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.causerie.db.DatabaseCache;
import io.causerie.event.Changes;
import io.causerie.event.ThreadRef;
import io.causerie.http.EncodedBody;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Comment counts, zeros included, and the answers that were made of them. */
final class CountCache implements Changes.Listener {
  private static final Duration TIME_TO_LIVE = Duration.ofMinutes(1);
  private static final int MOST_COUNTS = 500_000;
  private static final int MOST_ANSWERS = 2_000;

  /** An answer and the counts it tells. */
  private record Answer(List<Integer> counts, EncodedBody body) {}

  private final ThreadStore store;
  private final DatabaseCache<ThreadRef, Integer> counts;
  private final Cache<List<String>, Answer> answers =
      Caffeine.newBuilder().maximumSize(MOST_ANSWERS).executor(Runnable::run).build();

  CountCache(ThreadStore store, Ticker ticker) {
    this.store = store;
    this.counts = new DatabaseCache<>(TIME_TO_LIVE, MOST_COUNTS, count -> 1, ticker);
  }

  /** The counts of the threads, under the keys as they were asked. */
  Future<EncodedBody> answer(Map<String, ThreadRef> askedToThread) {
    List<String> asked = List.copyOf(askedToThread.keySet());
    return counts.getAll(askedToThread.values(), store::counts).map(found -> answer(asked, found)
        .body());
  }

  @Override
  public void threadChanged(ThreadRef thread) {
    counts.drop(thread);
  }

  @Override
  public void changesMissed() {
    counts.dropAll();
  }

  private Answer answer(List<String> asked, List<Integer> found) {
    Answer last = answers.getIfPresent(asked);
    if (last != null && last.counts.equals(found)) {
      return last;
    }
    Map<String, Integer> askedToCount = new LinkedHashMap<>();
    for (int i = 0; i < asked.size(); i++) {
      askedToCount.put(asked.get(i), found.get(i));
    }
    Answer made = new Answer(found, encode(askedToCount));
    answers.put(asked, made);
    return made;
  }

  private static EncodedBody encode(Map<String, Integer> askedToCount) {
    return ThreadCache.json(out -> {
      out.writeStartObject();
      out.writeObjectFieldStart("counts");
      for (Map.Entry<String, Integer> count : askedToCount.entrySet()) {
        out.writeNumberField(count.getKey(), count.getValue());
      }
      out.writeEndObject();
      out.writeEndObject();
    });
  }
}
