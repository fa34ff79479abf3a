package io.causerie.thread;

import io.causerie.cache.Bounded;
import io.causerie.cache.CacheMemory;
import io.causerie.cache.CacheMemory.Share;
import io.causerie.cache.DatabaseCache;
import io.causerie.cache.Sizes;
import io.causerie.comment.CommentJson;
import io.causerie.event.ThreadChanges;
import io.causerie.event.ThreadRef;
import io.causerie.http.EncodedBody;
import io.causerie.http.Encoding;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Comment counts, zeros included, and the answers that were made of them. */
final class CountCache implements ThreadChanges.Listener {
  private static final Duration TIME_TO_LIVE = Duration.ofMinutes(1);

  /** The answer to an open list of articles is asked for again and again; to a search, once. */
  private static final Duration ANSWER_UNUSED = Duration.ofMinutes(1);

  /** An answer and the counts it tells. */
  private record Answer(List<Integer> counts, EncodedBody body) {
    int bytes() {
      return 2 * Sizes.OBJECT + counts.size() * COUNT + body.size();
    }
  }

  /** An integer and the reference to it. */
  private static final int COUNT = 24;

  private final ThreadStore store;
  private final Encoding encoding;
  private final DatabaseCache<ThreadRef, Integer> counts;
  private final Bounded<List<String>, Answer> answers;

  CountCache(ThreadStore store, Encoding encoding, CacheMemory memory) {
    this.store = store;
    this.encoding = encoding;
    this.counts = new DatabaseCache<>(
        memory.part(Share.COUNTS), TIME_TO_LIVE, ThreadRef::bytes, count -> COUNT);
    this.answers = new Bounded<>(
        memory.part(Share.COUNT_ANSWERS), asked -> ANSWER_UNUSED, Sizes::ofAll, Answer::bytes);
  }

  /** The counts of the threads, under the keys as they were asked. */
  Future<EncodedBody> answer(Map<String, ThreadRef> askedToThread) {
    List<String> asked = List.copyOf(askedToThread.keySet());
    long bytes = asked.stream().mapToLong(String::length).sum();
    return counts
        .getAll(askedToThread.values(), store::counts)
        .compose(found -> encoding.of(bytes, () -> answer(asked, found).body()));
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
    Answer last = answers.find(asked);
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
    return ThreadCache.json(CommentJson.bytes(out -> {
      out.writeStartObject();
      out.writeObjectFieldStart("counts");
      for (Map.Entry<String, Integer> count : askedToCount.entrySet()) {
        out.writeNumberField(count.getKey(), count.getValue());
      }
      out.writeEndObject();
      out.writeEndObject();
    }));
  }
}
