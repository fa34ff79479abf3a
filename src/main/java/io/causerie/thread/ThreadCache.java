package io.causerie.thread;

import io.causerie.cache.Bounded;
import io.causerie.cache.CacheMemory;
import io.causerie.cache.CacheMemory.Share;
import io.causerie.cache.DatabaseCache;
import io.causerie.cache.Sizes;
import io.causerie.comment.Comment;
import io.causerie.comment.SizedJson;
import io.causerie.db.Database;
import io.causerie.event.ThreadChanges;
import io.causerie.event.ThreadRef;
import io.causerie.http.EncodedBody;
import io.causerie.http.Encoding;
import io.vertx.core.Future;
import java.time.Duration;

/**
 * Encoded pages and branches. The pages of a thread hang on its generation: a change gives the thread a
 * new one, which leaves all its pages behind at once, also those that are still being loaded.
 */
final class ThreadCache implements ThreadChanges.Listener {
  private static final Duration TIME_TO_LIVE = Duration.ofMinutes(1);
  private static final Duration UNUSED = Duration.ofMinutes(10);

  /** Compared by identity. */
  private static final class Generation {}

  /** A page or a branch of one generation. */
  private record Key(Generation generation, ThreadRef thread, Object request) {
    int bytes() {
      return 4 * Sizes.OBJECT + thread.bytes();
    }
  }

  private final PageStore pages;
  private final ThreadStore store;
  private final Encoding encoding;
  private final DatabaseCache<Key, EncodedBody> bodies;
  private final Bounded<ThreadRef, Generation> generations;
  private final Bounded<Long, ThreadRef> branchToThread;

  ThreadCache(Database db, Encoding encoding, CacheMemory memory) {
    this.pages = new PageStore(db);
    this.store = new ThreadStore(db);
    this.encoding = encoding;
    this.bodies =
        new DatabaseCache<>(memory.part(Share.PAGES), TIME_TO_LIVE, Key::bytes, EncodedBody::size);
    this.generations = new Bounded<>(
        memory.part(Share.THREADS), thread -> UNUSED, ThreadRef::bytes, any -> Sizes.OBJECT);
    this.branchToThread = new Bounded<>(
        memory.part(Share.BRANCHES), comment -> UNUSED, comment -> Sizes.OBJECT, ThreadRef::bytes);
  }

  Future<EncodedBody> page(PageRequest request) {
    return bodies.get(
        new Key(generation(request.thread()), request.thread(), request),
        key -> pages.page(request).compose(page -> encode(page.size(), page::write)));
  }

  /** The first branch of a comment is read to learn its thread; from then on they are kept. */
  Future<EncodedBody> branch(BranchRequest request) {
    ThreadRef thread = branchToThread.find(request.commentId());
    return thread != null && thread.siteId().equals(request.siteId())
        ? bodies.get(new Key(generation(thread), thread, request), key -> loadBranch(request))
        : loadBranch(request);
  }

  @Override
  public void threadChanged(ThreadRef thread) {
    generations.drop(thread);
  }

  @Override
  public void changesMissed() {
    generations.dropAll();
  }

  private Generation generation(ThreadRef thread) {
    return generations.get(thread, missing -> new Generation());
  }

  private Future<EncodedBody> loadBranch(BranchRequest request) {
    return store
        .branch(request)
        .onSuccess(branch -> branchToThread.put(request.commentId(), branch.thread()))
        .compose(branch -> encode(Comment.size(branch.comments()), branch::write));
  }

  private Future<EncodedBody> encode(long bytes, SizedJson.Document document) {
    return encoding.of(bytes, () -> json(SizedJson.bytes(SizedJson.LARGEST_PAGE, document)));
  }

  static EncodedBody json(byte[] document) {
    return EncodedBody.of("application/json", document);
  }
}
