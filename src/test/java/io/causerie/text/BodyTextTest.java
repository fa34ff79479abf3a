package io.causerie.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "ที่นี่มีน้ำใจ ผู้ใหญ่ทั้งปวง กตัญญู",
        "សួស្តី\u200Bពិភពលោក ស្ត្រីខ្មែរ ក្រុមប្រឹក្សា",
        "क्षत्रिय श्री हिन्दी र्‍य क्‌ष कर्त्त्र्य",
        "ஸ்ரீ தமிழ் க்ஷ",
        "မြန်မာ ကျွန်ုပ် င်္ဂ လေ့\u200Bလာ",
        "བསྒྲུབས ཧྐྵྨླྺྼྻྂ རྒྱུད",
        "بِسْمِ ٱللَّهِ ٱلرَّحْمَٰنِ ٱلرَّحِيمِ",
        "می‌خواهم کتاب‌ها نامه‌ای مِی‌خواهَم تَصوِیرِ‌مان",
        "בְּרֵאשִׁ֖ית בָּרָ֣א אֱלֹהִ֑ים שָּׁ֧ם",
        "ශ්‍රී ලංකා ක්‍ෂ",
        "బ్రహ్మ క్‌ష ക്ഷ ന്‍റെ অ্যাপ র‍্যাব",
        "ລາວ ບໍ່ເປັນຫຍັງ ນ້ຳ",
        "Việt Nam, tiếng Việt, ǭ́, ǻ̱ ə̃̀",
        "𝄞 𠮷野家 葛󠄀",
        "한국어 日本語 が ﾊﾟ 中文",
        "👨‍👩‍👧‍👦 👩🏽‍🚀 🏳️‍🌈 🏴‍☠️ ❤️‍🔥 👁️‍🗨️",
        "🏴󠁧󠁢󠁳󠁣󠁴󠁿 🏴󠁧󠁢󠁥󠁮󠁧󠁿 🇰🇭🇫🇷",
        "1️⃣ #️⃣ ☺︎ ☺️ 👍🏿",
        "a\tb\n\n    code  \n\n\nc",
        "soft\u00ADhyphen, narrow\u202Fspace, a\u00A0b"
      })
  void naturalTextOfEveryScriptComesBackAsTyped(String typed) {
    assertThat(BodyText.normalise(typed)).isEqualTo(nfc(typed));
  }

  @Test
  void decomposedLettersAreComposed() {
    assertThat(BodyText.normalise("Vie\u0323\u0302t")).isEqualTo("Việt");
    assertThat(BodyText.normalise("e\u200B\u0301")).isEqualTo("é");
  }

  @Test
  void lineEndsAreOneAndSpacesAroundAreGone() {
    assertThat(BodyText.normalise(" \u00A0\u3000\r\n a\r\nb\rc \u2003\n\t")).isEqualTo("a\nb\nc");
  }

  @Test
  void controlsAndCharactersThatTurnTheDirectionAreGone() {
    assertThat(BodyText.normalise("a\u0000b\u0007c\u0085d\u009Be\u007F")).isEqualTo("abcde");
    assertThat(BodyText.normalise("\u202Etxt.exe\u202C \u2066x\u2069\u200E\u200F"))
        .isEqualTo("txt.exe x");
  }

  @Test
  void invisibleCharactersAreGoneWhereNoScriptNeedsThem() {
    assertThat(BodyText.normalise("ad\u200Bm\u200Ci\u200Dn\u2060\uFEFF")).isEqualTo("admin");
    assertThat(BodyText.normalise("a\uDB40\uDC41\uDB40\uDC7Fb")).isEqualTo("ab");
    assertThat(BodyText.normalise("🏴\uDB40\uDC41b")).isEqualTo("🏴b");
    assertThat(BodyText.normalise("م\u200C\u200C\u200Cم")).isEqualTo("م\u200Cم");
  }

  @Test
  void towersOfMarksAreCut() {
    assertThat(BodyText.normalise("Z" + "\u0335\u0327".repeat(50))).hasSizeLessThanOrEqualTo(5);
    assertThat(BodyText.normalise("ก" + "\u0E47".repeat(50))).hasSizeLessThanOrEqualTo(11);
    assertThat(BodyText.normalise("ا" + "\u064B".repeat(50))).hasSizeLessThanOrEqualTo(11);
  }

  @Test
  void manyBlankLinesAreAFew() {
    assertThat(BodyText.normalise("a" + "\n".repeat(60_000) + "b").split("\n", -1))
        .hasSizeBetween(3, 5);
    assertThat(BodyText.normalise("a" + " \n\t".repeat(20_000) + "b").split("\n", -1))
        .hasSizeBetween(3, 5);
    assertThat(BodyText.normalise("a\n\n\nb")).isEqualTo("a\n\n\nb");
  }

  @Test
  void aBodyOfWhichNothingIsSeenIsEmpty() {
    assertThat(BodyText.normalise(" \n\u200B\u200D\uFEFF\u2060\u3000")).isEmpty();
    assertThat(BodyText.normalise("\u3164\u2800 \u115F")).isEmpty();
  }

  @Test
  void lengthIsCountedInCodePoints() {
    assertThat(BodyText.length("a😀ก")).isEqualTo(3);
  }

  private static String nfc(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }
}
