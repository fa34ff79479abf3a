package io.causerie.screening;

import io.causerie.site.Setting;
import io.causerie.site.SiteSettings;
import io.causerie.text.FoldedText;
import java.util.List;
import java.util.function.Function;

/** Looks for the words of a list of the site in the name and in the body. */
public final class Words implements Screen {
  private final String adjective;
  private final Setting<List<String>> list;
  private final Function<String, Verdict> consequence;
  private final WordLists lists;

  private Words(
      String adjective,
      Setting<List<String>> list,
      Function<String, Verdict> consequence,
      WordLists lists) {
    this.adjective = adjective;
    this.list = list;
    this.consequence = consequence;
    this.lists = lists;
  }

  public static Words banned(WordLists lists) {
    return new Words("banned", SiteSettings.BANNED_WORDS, Verdict::reject, lists);
  }

  public static Words suspect(WordLists lists) {
    return new Words("suspect", SiteSettings.SUSPECT_WORDS, Verdict::hold, lists);
  }

  @Override
  public String name() {
    return adjective + "-word";
  }

  @Override
  public String explanation(String detail) {
    return "It has the " + adjective + " word “" + detail + "”.";
  }

  @Override
  public Verdict verdict(Candidate candidate) {
    List<String> words = candidate.setting(list);
    if (words.isEmpty()) {
      return Verdict.PASS;
    }
    WordList known = lists.compiled(words);
    String found = new WordSearch(known, FoldedText.of(candidate.words())).run();
    return found == null ? Verdict.PASS : consequence.apply(found);
  }
}
