package io.causerie.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThreadKeyTest {
  private static final List<String> OWN = List.of("from", "Ref");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          https://x.example                        | https://x.example
          https://x.example/                       | https://x.example
          https://x.example?                       | https://x.example
          https://x.example/#                      | https://x.example
          https://x.example//                      | https://x.example
          http://x.example/a                       | https://x.example/a
          HTTPS://X.Example/A                      | https://x.example/A
          https://x.example/a/                     | https://x.example/a
          https://x.example/a#comments             | https://x.example/a
          https://x.example/a?#c?d                 | https://x.example/a
          https://x.example:443/a                  | https://x.example/a
          http://x.example:80/a                    | https://x.example/a
          http://x.example:443/a                   | https://x.example/a
          https://x.example:/a                     | https://x.example/a
          https://x.example:8443/a                 | https://x.example:8443/a
          https://x.example:08443/a                | https://x.example:8443/a
          https://x.example:80/a                   | https://x.example:80/a
          https://user:pw@x.example/a              | https://x.example/a
          https://u@v@x.example/a                  | https://x.example/a
          https://x.example/a/index.html           | https://x.example/a
          https://x.example/index.htm              | https://x.example
          https://x.example/index.php?p=1          | https://x.example?p=1
          https://x.example/index%2Ehtml           | https://x.example
          https://x.example/index.html/            | https://x.example
          https://x.example/index.php/post         | https://x.example/index.php/post
          https://x.example/myindex.html           | https://x.example/myindex.html
          https://x.example/a?utm_source=x         | https://x.example/a
          https://x.example/a?UTM_Source=x&fbclid  | https://x.example/a
          https://x.example/a?gclid=1&b=2&_ga=3    | https://x.example/a?b=2
          https://x.example/a?mc_cid=1&mc_eid=2    | https://x.example/a
          https://x.example/a?from=share&ref=1     | https://x.example/a
          https://x.example/a?b=2&a=1              | https://x.example/a?a=1&b=2
          https://x.example/a?a=1&&b=2&            | https://x.example/a?a=1&b=2
          https://x.example/a?utm=1&xfbclid=2      | https://x.example/a?utm=1&xfbclid=2
          https://x.example/%7ejo/%e0%b8%81        | https://x.example/~jo/%E0%B8%81
          https://x.example/ก                      | https://x.example/%E0%B8%81
          https://x.example/e\u0301                | https://x.example/%C3%A9
          https://x.example/a b                    | https://x.example/a%20b
          https://x.example/100%                   | https://x.example/100%25
          https://x.example/a%2Fb                  | https://x.example/a%2Fb
          https://x.example/a/./b/../c             | https://x.example/a/c
          https://x.example/../../a                | https://x.example/a
          https://x.example/%2e%2E/a               | https://x.example/a
          https://x.example/a/..                   | https://x.example
          https://bücher.example/                  | https://xn--bcher-kva.example
          https://BÜCHER.example/                  | https://xn--bcher-kva.example
          https://[2001:DB8::1]:443/a              | https://[2001:db8::1]/a
          https://127.0.0.1:9001/a                 | https://127.0.0.1:9001/a
          """)
  void theAddressesOfOnePageAreOneKey(String asked, String key) {
    assertThat(ThreadKey.normalise(asked.translateEscapes(), OWN)).isEqualTo(key);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/2025/deepseek",
        "/2025/deepseek/",
        "/a/index.html",
        "Post 42?utm_source=x",
        "//x.example/a",
        "ftp://X.example/",
        "https:/x.example/",
        "https://",
        "https:///a",
        "https://?a",
        "https://x.example:port/",
        "https://x.example:99999/",
        "https://x y.example/",
        "https://[::1/a",
        "https://faß.example/",
        "https://a\uFF0Fb.example/",
        " https://x.example/",
        "mailto:a@b.example"
      })
  void anyOtherKeyIsTakenAsItIs(String key) {
    assertThat(ThreadKey.normalise(key, OWN)).isEqualTo(key);
  }

  @Test
  void anyOtherKeyIsComposed() {
    assertThat(ThreadKey.normalise("e\u0301", OWN)).isEqualTo("é");
  }

  @Test
  void pagesThatDifferByMoreStayApart() {
    assertThat(
            List.of("/a", "/a-2025", "/A", "/a?b=1", "/a?b=2", "/a?c=1", "/a%2Fb", "/a/b").stream()
                .map(path -> ThreadKey.normalise("https://x.example" + path, OWN)))
        .doesNotHaveDuplicates();
  }

  @Test
  void normalisingTwiceChangesNothingWhateverTheKey() {
    var random = new Random(20_261_124);
    String[] pieces = {
      "http",
      "https",
      "HTTP",
      "://",
      ":",
      "/",
      "//",
      "?",
      "#",
      "&",
      "=",
      "@",
      "..",
      ".",
      "%",
      "%2e",
      "%2F",
      "%41",
      "%zz",
      "%C3%A9",
      "%",
      "index.html",
      "index.php",
      "utm_a=1",
      "from",
      "a",
      "B",
      "é",
      "e\u0301",
      "ß",
      "ก",
      "😀",
      "\uD83D",
      " ",
      "\t",
      "\n",
      "\u0000",
      "\\",
      "|",
      "[",
      "]",
      "[::1]",
      "xn--",
      "xn--bcher-kva",
      ":80",
      ":443",
      ":99999",
      "x.example",
      "\u212A",
      "\uFF0F",
      "\u3002",
      "+"
    };
    for (int i = 0; i < 50_000; i++) {
      var typed = new StringBuilder(random.nextBoolean() ? "https://x.example" : "");
      random.ints(random.nextInt(12), 0, pieces.length).forEach(n -> typed.append(pieces[n]));
      String key = ThreadKey.normalise(typed.toString(), OWN);
      assertThat(ThreadKey.normalise(key, OWN)).as(typed.toString()).isEqualTo(key);
    }
  }

  @Test
  void veryLongKeysAreReadWithoutFailing() {
    for (String piece :
        new String[] {"/", "/index.html", "/..", "&", "a&", "%", ".", "@", "a.", ":"}) {
      String typed = "https://x.example" + piece.repeat(20_000);
      String key = ThreadKey.normalise(typed, OWN);
      assertThat(ThreadKey.normalise(key, OWN)).isEqualTo(key);
    }
  }

  @Test
  void aKeyHasOneToFiveHundredTwelveCharactersAndNoControls() {
    assertThat(problem("a")).isNull();
    assertThat(problem("ก".repeat(512))).isNull();
    assertThat(problem("😀".repeat(512))).isNull();
    assertThat(problem("https://x.example/" + "ก".repeat(200))).isNull();

    assertThat(problem("")).isNotNull();
    assertThat(problem("a".repeat(513))).isNotNull();
    assertThat(problem("a\u0000")).isNotNull();
    assertThat(problem("a\nb")).isNotNull();
    assertThat(problem("https://x.example/" + "😀".repeat(490))).isNotNull();
  }

  private static @org.jspecify.annotations.Nullable String problem(String asked) {
    return ThreadKey.problem(asked, ThreadKey.normalise(asked, OWN));
  }
}
