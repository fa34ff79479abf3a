package io.causerie.screening;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.causerie.comment.Candidate;
import io.causerie.comment.FoldedText;
import io.causerie.comment.Screen;
import io.causerie.comment.Verdict;
import io.causerie.site.Setting;
import io.causerie.site.SiteSettings;
import java.util.List;
import java.util.function.Function;

/** Looks for the words of a list of the site in the name and in the body. */
public final class Words implements Screen {
  private static final long MOST_CHARACTERS_COMPILED = 2_000_000;

  private final String name;
  private final Setting<List<String>> list;
  private final Function<String, Verdict> consequence;
  private final Cache<List<String>, WordList> compiled = Caffeine.newBuilder()
      .maximumWeight(MOST_CHARACTERS_COMPILED)
      .weigher((List<String> words, WordList any) ->
          words.stream().mapToInt(String::length).sum())
      .build();

  private Words(String name, Setting<List<String>> list, Function<String, Verdict> consequence) {
    this.name = name;
    this.list = list;
    this.consequence = consequence;
  }

  public static Words banned() {
    return new Words("banned-word", SiteSettings.BANNED_WORDS, Verdict::reject);
  }

  public static Words suspect() {
    return new Words("suspect-word", SiteSettings.SUSPECT_WORDS, Verdict::hold);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Verdict verdict(Candidate candidate) {
    List<String> words = candidate.setting(list);
    if (words.isEmpty()) {
      return Verdict.PASS;
    }
    WordList known = compiled.get(words, WordList::new);
    String found = new WordSearch(known, FoldedText.of(candidate.text())).run();
    return found == null ? Verdict.PASS : consequence.apply(found);
  }
}
