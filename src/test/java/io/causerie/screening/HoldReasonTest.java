package io.causerie.screening;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HoldReasonTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ban                 | A shadow ban is in force: only its author sees the comment.
          flags:4             | Readers reported it, with a weight of 4 together.
          screening:late      | The automatic checks took too long, so that a person has to look.
          repeats:failed      | The check “repeats” failed, so that a person has to look.
          premoderation       | Every comment of this site waits for a moderator.
          premoderation:thread| Every comment of this thread waits for a moderator.
          suspect-word:cas*no | It has the suspect word “cas*no”.
          repeats:near        | It says nearly the same as another comment of late.
          form-time:young     | It was sent sooner after the form was opened than people write.
          """)
  void aReasonIsToldInWords(String stored, String explanation) {
    assertThat(HoldReason.of(stored).explanation()).isEqualTo(explanation);
  }

  @Test
  void theDetailIsWhatFollowsTheFirstColon() {
    assertThat(HoldReason.of("banned-word:a:b"))
        .isEqualTo(new HoldReason("banned-word", "a:b", "It has the banned word “a:b”."));
    assertThat(HoldReason.of("first-links").detail()).isNull();
  }

  @Test
  void aReasonNobodyKnowsIsStillShown() {
    assertThat(HoldReason.of("moon:full").explanation()).isEqualTo("moon: full");
    assertThat(HoldReason.of("moon").explanation()).isEqualTo("Held by “moon”.");
  }
}
