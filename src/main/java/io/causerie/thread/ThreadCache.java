package io.causerie.thread;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.causerie.comment.CommentJson;
import io.causerie.db.DatabaseCache;
import io.causerie.event.Changes;
import io.causerie.event.ThreadRef;
import io.causerie.http.EncodedBody;
import io.vertx.core.Future;
import java.time.Duration;

/**
 * Encoded pages and branches. The pages of a thread hang on its generation: a change gives the thread a
 * new one, which leaves all its pages behind at once, also those that are still being loaded.
 */
final class ThreadCache implements Changes.Listener {
  private static final Duration TIME_TO_LIVE = Duration.ofMinutes(1);
  private static final int MOST_THREADS = 200_000;

  /** Compared by identity. */
  private static final class Generation {}

  /** A page or a branch of one generation. */
  private record Key(Generation generation, Object request) {}

  private final PageStore pages;
  private final ThreadStore store;
  private final DatabaseCache<Key, EncodedBody> bodies;
  private final Cache<ThreadRef, Generation> generations =
      Caffeine.newBuilder().maximumSize(MOST_THREADS).executor(Runnable::run).build();
  private final Cache<Long, ThreadRef> branchToThread =
      Caffeine.newBuilder().maximumSize(MOST_THREADS).executor(Runnable::run).build();

  /** Keeps at most that many bytes of pages. */
  ThreadCache(PageStore pages, ThreadStore store, long bytes, Ticker ticker) {
    this.pages = pages;
    this.store = store;
    this.bodies = new DatabaseCache<>(TIME_TO_LIVE, bytes, EncodedBody::size, ticker);
  }

  Future<EncodedBody> page(PageRequest request) {
    return bodies.get(
        new Key(generation(request.thread()), request),
        key -> pages.page(request).map(page -> json(out -> page.write(request.format(), out))));
  }

  /** The first branch of a comment is read to learn its thread; from then on they are kept. */
  Future<EncodedBody> branch(BranchRequest request) {
    ThreadRef thread = branchToThread.getIfPresent(request.commentId());
    return thread != null && thread.siteId().equals(request.siteId())
        ? bodies.get(new Key(generation(thread), request), key -> loadBranch(request))
        : loadBranch(request);
  }

  @Override
  public void threadChanged(ThreadRef thread) {
    generations.invalidate(thread);
  }

  @Override
  public void changesMissed() {
    generations.invalidateAll();
  }

  private Generation generation(ThreadRef thread) {
    return generations.get(thread, missing -> new Generation());
  }

  private Future<EncodedBody> loadBranch(BranchRequest request) {
    return store
        .branch(request)
        .onSuccess(branch -> branchToThread.put(request.commentId(), branch.thread()))
        .map(branch -> json(out -> branch.write(request.format(), out)));
  }

  static EncodedBody json(CommentJson.Document document) {
    return EncodedBody.of("application/json", CommentJson.bytes(document));
  }
}
