package io.causerie.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SiteTest {
  @ParameterizedTest
  @ValueSource(strings = {"blog", "b", "0-a", "a--", "9"})
  void aSiteIsCalledByLowerCaseLettersDigitsAndHyphens(String id) {
    assertThat(Site.isId(id)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-blog", "Blog", "b_log", "b log", "b.log", "é", "blog\n", "b/log"})
  void anotherNameIsNone(String id) {
    assertThat(Site.isId(id)).isFalse();
  }

  @Test
  void aNameHasSixtyThreeCharactersAtMost() {
    assertThat(Site.isId("b".repeat(63))).isTrue();
    assertThat(Site.isId("b".repeat(64))).isFalse();
  }
}
