package io.causerie.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.causerie.cache.CacheMemory;
import io.causerie.site.SiteSettings;
import io.causerie.text.FoldedText;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WordsTest {
  private static final int LONGEST_TEXT = 65_536;
  private static final int LONGEST_LIST = 5_000;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          casino      | Best CASINO ever
          casino      | best casino!
          casino      | сasіnо with Cyrillic letters
          casino      | СASINO with a Cyrillic capital
          casino      | ｃａｓｉｎｏ in full width
          casino      | cas\u200Bi\u00ADno with what nobody sees
          casino      | cas\u0131no
          casino      | casin0
          bit.ly      | see https://bit.ly/x
          buy now     | Buy,  now!
          casin*      | casinos
          *casino     | onlinecasino
          *casino*    | onlinecasinos
          c*o         | casino
          vi*g*a      | viiaagra
          cheap vi*ra | a cheap viagra here
          buy *gra    | buy viagra
          straße      | STRASSE
          viagra      | νiagra with a Greek nu
          казино      | лучшее КАЗИНО здесь
          ВОР         | он вор
          καζίνο      | το ΚΑΖΊΝΟ μας
          cờ bạc      | chơi CỜ BẠC online
          كازينو      | أفضل كازينو هنا
          كازينو*     | كازينوهات
          קזינו       | זה קזינו טוב
          赌场         | 我去赌场玩
          赌*场        | 去赌博场玩
          カジノ        | オンラインカジノです
          คาสิโน      | เล่นคาสิโนออนไลน์
          카지노*       | 카지노는
          🎰          | spin 🎰🎰
          """)
  void aWordIsFound(String word, String text) {
    assertThat(judged(word, text)).isEqualTo(Verdict.hold(word));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          bum      | a burn
          com      | popcorn and corn
          casino   | casinos
          casino   | occasion
          casino   | ca sino
          c*o      | cash and gold
          casin*   | occasins
          a*a*b    | ab a b
          lol      | اها
          вор      | говорить
          вор      | ворота
          ma       | má mạ mà
          cờ bạc   | cờ vua và bạc hà
          قمار     | أقمارنا
          קזינו    | קזינואים
          赌场       | 赌博的场所
          กา       | ก่า
          카지노      | 카지노는
          loo      | 100
          *        | anything
          * **     | anything
          !!!      | really!!!
          """)
  void whatIsAnotherWordIsNot(String word, String text) {
    assertThat(judged(word, text)).isEqualTo(Verdict.PASS);
  }

  @Test
  void markupHidesNoWordAndAddsNone() {
    Specimen specimen = new Specimen()
        .body("ca**si**no & more")
        .html("<p>ca<strong>si</strong>no &amp; more</p><p>x</p>");

    assertThat(Words.suspect(new WordLists(CacheMemory.ofCommand()))
            .verdict(listing(specimen, "casino").candidate()))
        .isEqualTo(Verdict.hold("casino"));
    for (String none : List.of("amp", "strong", "morex")) {
      assertThat(Words.suspect(new WordLists(CacheMemory.ofCommand()))
              .verdict(listing(specimen, none).candidate()))
          .as(none)
          .isEqualTo(Verdict.PASS);
    }
  }

  @Test
  void theNameIsReadToo() {
    Specimen specimen =
        new Specimen().name("Best Casino").with(SiteSettings.BANNED_WORDS, List.of("casino"));

    assertThat(Words.banned(new WordLists(CacheMemory.ofCommand())).verdict(specimen.candidate()))
        .isEqualTo(Verdict.reject("casino"));
  }

  @Test
  void aListThatIsChangedIsInForceAtOnce() {
    Words words = Words.suspect(new WordLists(CacheMemory.ofCommand()));
    Specimen specimen = new Specimen().body("one two");

    assertThat(words.verdict(listing(specimen, "one").candidate())).isEqualTo(Verdict.hold("one"));
    assertThat(words.verdict(listing(specimen, "two").candidate())).isEqualTo(Verdict.hold("two"));
    assertThat(words.verdict(listing(specimen, "six").candidate())).isEqualTo(Verdict.PASS);
  }

  /** Each character is looked at for every length of a segment, each node once for every word. */
  @Test
  void noListAndNoTextMakeTheSearchGoBack() {
    List<String> many = IntStream.range(0, LONGEST_LIST)
        .mapToObj(i -> "*a*a*a*b" + (i % 2 == 0 ? "*" : "") + Integer.toString(i, 36) + "q")
        .toList();

    for (String text : List.of("a".repeat(LONGEST_TEXT), "ab".repeat(LONGEST_TEXT / 2))) {
      assertThat(steps(many, text)).isLessThan(3L * LONGEST_TEXT + 4L * LONGEST_LIST);
    }
  }

  @Test
  void wordsThatEndInEachOtherCostTheirLengthsOnly() {
    List<String> nested =
        IntStream.rangeClosed(1, 100).mapToObj(i -> "*" + "a".repeat(i) + "*b").toList();

    assertThat(steps(nested, "a".repeat(LONGEST_TEXT))).isLessThan(201L * LONGEST_TEXT);
  }

  /** The screen has failed then, which holds. */
  @Test
  void aListThatIsMadeToBeSlowIsGivenUpOn() {
    List<String> slow = IntStream.range(0, LONGEST_LIST)
        .mapToObj(i -> "*a*" + Integer.toString(i, 36) + "q*")
        .toList();
    WordSearch search =
        new WordSearch(new WordList(slow), FoldedText.of("a ".repeat(LONGEST_TEXT / 2)));

    assertThatThrownBy(search::run).isInstanceOf(IllegalStateException.class);
    assertThat(search.steps()).isLessThan(WordSearch.MOST_STEPS + 3L * LONGEST_LIST);
  }

  @Test
  void whatTheBudgetLetsThroughIsCompiledToAFewMebibytes() {
    List<String> long50 = IntStream.range(0, LONGEST_LIST)
        .mapToObj(i -> new StringBuilder("w".repeat(44) + Integer.toString(100_000 + i, 36))
            .reverse()
            .toString())
        .toList();
    List<String> wildcards = IntStream.range(0, LONGEST_LIST)
        .mapToObj(i -> Integer.toString(i, 36) + "*a".repeat(20))
        .toList();

    for (List<String> list : List.of(long50, wildcards)) {
      assertThat(WordBudget.problem(SiteSettings.BANNED_WORDS, list)).isNull();
      assertThat(new WordList(list).bytes()).isLessThan(6L * 1024 * 1024);
    }
  }

  @Test
  void aListThatIsTooLargeIsNotCompiled() {
    List<String> growing = IntStream.range(0, LONGEST_LIST)
        .mapToObj(i -> Integer.toString(i, 36) + "\uFDFA".repeat(96))
        .toList();

    assertThat(WordBudget.problem(SiteSettings.BANNED_WORDS, growing)).contains("[0]");
    assertThatThrownBy(() -> new WordList(growing)).isInstanceOf(IllegalStateException.class);
  }

  private static long steps(List<String> words, String text) {
    WordSearch search = new WordSearch(new WordList(words), FoldedText.of(text));
    assertThat(search.run()).isNull();
    return search.steps();
  }

  private static Verdict judged(String word, String text) {
    List<String> others = Stream.of("qwxz", word, "z*w", "*" + "y".repeat(50)).toList();
    Specimen specimen = new Specimen().body(text).with(SiteSettings.SUSPECT_WORDS, others);
    return Words.suspect(new WordLists(CacheMemory.ofCommand())).verdict(specimen.candidate());
  }

  private static Specimen listing(Specimen specimen, String word) {
    return specimen.with(SiteSettings.SUSPECT_WORDS, List.of(word));
  }
}
