package io.causerie.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FingerprintTest {
  private static final String LONG =
      "The night train from Vienna was late again and nobody told the passengers on the platform why"
          + " it stood for an hour outside the station while the buffet car had run out of coffee"
          + " and the heating of the second carriage did not work at all so that most of us sat"
          + " in our coats until the border where another engine was found and things went on";
  private static final String LONG_IN_CHINESE =
      "昨天晚上从维也纳开来的夜车又晚点了站台上没有人告诉旅客为什么列车在车站外面停了一个小时餐车里的咖啡也卖完了"
          + "第二节车厢的暖气完全不能用所以我们大多数人穿着大衣一直坐到边境在那里换了一台机车以后才继续往前走";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Buy now            | buy   NOW!!!
          Buy now            | Βuy nоw
          Купи сейчас        | КУПИ, СЕЙЧАС
          来这里             | 来 这 里。
          اشتر الآن           | اشتر، الآن!
          """)
  void caseSpacingPunctuationAndLookalikesMakeNoOtherText(String one, String other) {
    assertThat(Fingerprint.of(one).digest()).isEqualTo(Fingerprint.of(other).digest());
  }

  @ParameterizedTest
  @CsvSource({"Buy now, Buy later", "👍, 👎", "!!!, ???", "来这里, 来那里", "ma, má"})
  void otherWordsMakeAnotherText(String one, String other) {
    assertThat(Fingerprint.of(one).digest()).isNotEqualTo(Fingerprint.of(other).digest());
  }

  @ParameterizedTest
  @ValueSource(strings = {LONG, LONG_IN_CHINESE})
  void aLongTextIsNearToItselfWithLittleChanged(String text) {
    assertThat(distance(text, text + " !")).isZero();
    assertThat(distance(text, text + " x9")).isLessThanOrEqualTo(3);
    assertThat(distance(text, text.replace("coffee", "tea").replace("咖啡", "茶")))
        .isLessThanOrEqualTo(3);
  }

  @Test
  void otherLongTextsAreFar() {
    String other =
        "Somebody asked about the price of bread in the market yesterday and I can only say"
            + " that it has doubled since spring although flour costs the same as ever before";

    assertThat(distance(LONG, other)).isGreaterThan(10);
    assertThat(distance(LONG_IN_CHINESE, "我觉得这篇文章写得很好希望以后还能看到更多这样的作品")).isGreaterThan(10);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Thanks!", "I think so too, and thank you very much", "谢谢你的文章"})
  void aShortTextHasNothingToBeNearTo(String text) {
    assertThat(Fingerprint.of(text).minhash()).isNull();
  }

  private static int distance(String one, String other) {
    long a = Objects.requireNonNull(Fingerprint.of(one).minhash());
    long b = Objects.requireNonNull(Fingerprint.of(other).minhash());
    return Long.bitCount(a ^ b);
  }
}
