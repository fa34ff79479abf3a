package io.causerie.screening;

import io.causerie.cache.Bounded;
import io.causerie.cache.CacheMemory;
import io.causerie.cache.CacheMemory.Share;
import io.causerie.cache.Sizes;
import java.time.Duration;
import java.util.List;

/** The compiled word lists of all sites, kept while comments are screened by them. */
public final class WordLists {
  private static final Duration UNUSED = Duration.ofHours(1);

  private final Bounded<List<String>, WordList> lists;

  public WordLists(CacheMemory memory) {
    this.lists = new Bounded<>(
        memory.part(Share.WORD_LISTS),
        words -> UNUSED,
        Sizes::ofAll,
        list -> Math.toIntExact(list.bytes()));
  }

  WordList compiled(List<String> words) {
    return lists.get(words, WordList::new);
  }
}
