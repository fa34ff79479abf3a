package io.causerie.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorNameTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ann",
        "Nguyễn Thị Ánh",
        "محمد",
        "ณัฐพงศ์",
        "แม่",
        "O’Brien",
        "李 明",
        "👩‍🚀 Ann",
        "علی‌رضا",
        "श्री",
        "Ł",
        "J.-P. d'Arc",
        "1",
        "🏴󠁧󠁢󠁳󠁣󠁴󠁿"
      })
  void namesOfEveryScriptAreFineAsTheyAre(String name) {
    assertThat(AuthorName.normalise(name)).isEqualTo(name);
    assertThat(AuthorName.problem(name)).isNull();
  }

  @Test
  void spacesAreTrimmedAndBecomeOne() {
    assertThat(AuthorName.normalise(" \u00A0Ann \u3000 Lee\n")).isEqualTo("Ann Lee");
  }

  @Test
  void invisibleCharactersInANameAreGone() {
    assertThat(AuthorName.normalise("ad\u200Bmi\u200Dn\uFEFF")).isEqualTo("admin");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\nb",
        "a\u0000b",
        "a\u001Bb",
        "a\u2028b",
        "a\u202Eb",
        "\u2066a\u2069",
        "\u202E",
        "a\u0085b"
      })
  void lineBreaksControlsAndTurnsOfDirectionAreProblems(String typed) {
    assertThat(AuthorName.problem(AuthorName.normalise(typed))).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "\u200B\u200D", "\u3164", "\u2800 \u2800", "\u0301", "\u115F", "\uFFA0"})
  void aNameOfWhichNothingIsSeenIsAProblem(String typed) {
    assertThat(AuthorName.problem(AuthorName.normalise(typed))).isNotNull();
  }

  @Test
  void sixtyVisibleCharactersAreTheMost() {
    for (String c : new String[] {"a", "é", "ก", "😀", "👨‍👩‍👧‍👦", "🇰🇭", "Ạ̈"}) {
      assertThat(AuthorName.problem(AuthorName.normalise(c.repeat(60)))).isNull();
      assertThat(AuthorName.problem(AuthorName.normalise(c.repeat(61)))).isNotNull();
    }
  }

  @Test
  void aSingleCharacterCannotBeEndless() {
    String chain = "👩" + "\u200D👩".repeat(20_000);
    assertThat(AuthorName.problem(AuthorName.normalise(chain))).isNotNull();
  }
}
