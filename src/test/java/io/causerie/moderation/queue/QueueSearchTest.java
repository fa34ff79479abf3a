package io.causerie.moderation.queue;

import static io.causerie.testing.TestApp.ADMIN;
import static io.causerie.testing.TestApp.comment;
import static io.causerie.testing.TestApp.encode;
import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.testing.Answer;
import io.causerie.testing.ServiceTest;
import io.causerie.testing.TestApp;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Words that moderators look for, in any language. */
@ServiceTest
final class QueueSearchTest {
  private static TestApp app;

  @BeforeAll
  static void post(TestApp given) {
    app = given;
    for (String body : List.of(
        "Straße und Brücke",
        "Le café d’été, c'est l'idéal",
        "Φίλος του ΟΔΥΣΣΕΑΣ",
        "Đường đến Hà Nội",
        "Поезд на Москву",
        "قطار الليل إلى مسقط",
        "रात की ट्रेन से दिल्ली",
        "밤 기차를 타고 부산으로",
        "人工智能改变世界，开放模型。",
        "夜行列車でラーメンを食べた",
        "รถไฟกลางคืนไปเชียงใหม่",
        "ລົດໄຟກາງຄືນ",
        "រថភ្លើងពេលយប់",
        "ညရထား စီးမယ်",
        "Discount 50% on path/to/file.txt_old at shop.example v2.10",
        "İstanbul treni")) {
      app.postId(comment("/search", body));
    }
    app.postId(
        comment("/search", "No matter").put("author", new JsonObject().put("name", "Zoë Quinn")));
  }

  @ParameterizedTest
  @CsvSource({
    "STRASSE, Straße",
    "brücke stra, Straße",
    "été, Le café",
    "cafe\u0301, Le café",
    "οδυσσέας οδυσσεασ, ''",
    "οδυσσεασ, Φίλος",
    "οδυσσ, Φίλος",
    "hà NỘI, Đường",
    "москв, Поезд",
    "مسقط, قطار",
    "दिल्ली ट्रेन, रात",
    "दिल्, रात",
    "부산, 밤",
    "智, 人工",
    "能, 人工",
    "智能, 人工",
    "人工智能, 人工",
    "人工模型, ''",
    "開放, ''",
    "世界 开放, 人工",
    "ラーメン, 夜行",
    "ｒａ, ''",
    "列車, 夜行",
    "ﾗｰﾒﾝ, 夜行",
    "กลางคืน, รถไฟ",
    "ຄືນ, ລົດ",
    "ពេល, រថ",
    "ထား, ညရ",
    "50%, Discount",
    "file, Discount",
    "txt_old, Discount",
    "example, Discount",
    "v2.10, Discount",
    "istanbul, İstanbul",
    "zoë, No matter",
    "quin, No matter",
    "cafe, ''",
    "xylophone, ''"
  })
  void aSearchFindsWhatHasItsWords(String typed, String beginning) {
    List<String> found = search(typed);

    if (beginning.isEmpty()) {
      assertThat(found).isEmpty();
    } else {
      assertThat(found).hasSize(1);
      assertThat(found.get(0)).startsWith(beginning);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%_'\\",
        "'",
        "''",
        "\\",
        "\\\\'",
        "&",
        "|",
        "!",
        "a &",
        "!(",
        ":*",
        "a:*b",
        "<->",
        "<2>",
        "'a' <-> 'b'",
        "a\\'b",
        "\"",
        "$1",
        "--",
        "/*",
        ";drop table comments",
        "  ",
        "\t",
        "😀",
        "\u200d",
        "\u0301",
        "…",
        "٣",
        "a\u00adb"
      })
  void nothingThatIsTypedIsAnError(String typed) {
    assertThat(search(typed)).as(typed).hasSizeLessThan(17);
  }

  @Test
  void whatHasNoWordsFindsNothing() {
    for (String typed : List.of("", " ", "%_'\\", "&|!():*<->", "…")) {
      assertThat(search(typed)).as(typed).isEmpty();
    }
  }

  @Test
  void aSearchOfTenThousandCharactersIsRefusedByName() {
    assertThat(answer("y".repeat(10_000)).badFields()).containsExactly("q");
    assertThat(answer("y".repeat(201)).badFields()).containsExactly("q");
    assertThat(answer("y".repeat(200)).status()).isEqualTo(200);
    assertThat(answer("ﷺ".repeat(200)).status()).isEqualTo(200);
    assertThat(answer("\0").badFields()).containsExactly("q");
  }

  private static List<String> search(String typed) {
    Answer answer = answer(typed);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json().getJsonArray("comments").stream()
        .map(item -> ((JsonObject) item).getString("body"))
        .toList();
  }

  private static Answer answer(String typed) {
    return app.get("/moderation/comments?q=" + encode(typed), ADMIN);
  }
}
