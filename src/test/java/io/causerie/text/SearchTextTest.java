package io.causerie.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What texts and searches are made into. */
final class SearchTextTest {
  @ParameterizedTest
  @CsvSource({
    "Hello World, hello world",
    "don't, don t",
    "STRASSE straße, strasse strasse",
    "ΟΔΟΣ οδός, οδοσ οδόσ",
    "ｆｕｌｌ－ｗｉｄｔｈ, full width",
    "İstanbul IŞIK ışık, istanbul işik işik",
    "soft\u00adhyphen, softhyphen",
    "hard-won a_b c@d.example/e?f=3.14, hard won a b c d example e f 3 14",
    "हिन्दी में, हिन्दी में",
    "tiếng Việt, tiếng việt",
    "人工智能, 人工 工智 智能 能",
    "猫, 猫",
    "2026年AI技術, 2026 年 ai 技術 術",
    "ラーメンを, ラー ーメ メン ンを を",
    "ไทย, ไท ทย ย",
    "한국 사람, 한국 사람",
    "😀 <b>bold</b> &amp;, b bold b amp",
    "…!?, ''"
  })
  void aTextIsToldByItsWords(String text, String words) {
    assertThat(SearchText.of("", text)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "→",
      value = {
        "two Words → 'two' & 'words':*",
        "人工智能 → '人工' & '工智' & '智能'",
        "猫 → '猫':*",
        "GPT 猫 again → 'gpt' & '猫':* & 'again':*",
        "a & !b <-> (c:*) | 'd' → 'a' & 'b' & 'c' & 'd':*",
        "%_'\\ → ''",
        "&|!():*<-> → ''"
      },
      quoteCharacter = '`')
  void aSearchWantsAllWordsAndTheBeginningOfTheLast(String typed, String query) {
    assertThat(SearchText.query(typed)).isEqualTo(query.equals("''") ? "" : query);
  }

  @Test
  void theNameIsFoundToo() {
    assertThat(SearchText.of("Ann Lee", "Hi")).isEqualTo("ann lee hi");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "猫"})
  void aWordWithoutEndIsCut(String letter) {
    String term = SearchText.of("", letter.repeat(10_000)).split(" ", 2)[0];

    assertThat(term.codePointCount(0, term.length())).isLessThanOrEqualTo(64);
  }
}
