package io.causerie.posting;

import static io.causerie.testing.TestApp.JSON;
import static io.causerie.testing.TestApp.comment;
import static io.causerie.testing.TestApp.id;
import static io.causerie.testing.TestApp.token;
import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.testing.Answer;
import io.causerie.testing.ServiceTest;
import io.causerie.testing.TestApp;
import io.causerie.testing.TestDatabase;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ServiceTest
final class PostedTextTest {
  private final TestDatabase database;
  private final TestApp app;

  PostedTextTest(TestApp app) {
    this.app = app;
    database = app.database();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "مرحبا بالعالم، كيف الحال؟",
        "สวัสดีชาวโลก",
        "សួស្តី​ពិភពលោក",
        "नमस्ते दुनिया, क्षमा कीजिए",
        "שלום עולם",
        "👩‍👩‍👧‍👦 🏳️‍🌈 𝒳 🇰🇭",
        "Tiếng Việt, straße, İstanbul, ﬁn",
        "日本語と한국어"
      })
  void everyScriptComesBackAsTyped(String text) {
    JsonObject comment = comment("/scripts/" + text, text);
    comment.getJsonObject("author").put("name", "नमस्ते");

    Answer posted = app.post(comment);

    JsonObject shown = app.page("/scripts/" + text, "").getJsonArray("comments").getJsonObject(0);
    assertThat(shown.getString("bodyHtml")).contains(text);
    assertThat(shown.getJsonObject("author").getString("name")).isEqualTo("नमस्ते");
    Map<String, String> author = Map.of("Authorization", "Bearer " + token(posted));
    assertThat(app.get("/comments/" + id(posted) + "/source", author).json().getString("body"))
        .isEqualTo(text);
  }

  @Test
  void manyLinksToWhatIsSaidOnceAreRefusedWithAdvice() {
    String body = "[a]: http://x.example/" + "a".repeat(1_900) + "\n\n" + "[a]\n".repeat(2_000);

    Answer preview = app.send(
        HttpMethod.POST,
        app.path() + "/preview",
        JSON,
        new JsonObject().put("body", body).toBuffer());

    for (Answer refused : List.of(app.post(comment("/swollen", body)), preview)) {
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.badFields()).containsExactly("body");
      assertThat(refused.text()).contains("please leave some out").hasSizeLessThan(1_000);
    }
  }

  @Test
  void aBodyIsMeasuredInCharactersAndNotInUnits() {
    assertThat(app.post(comment("/long", "😀".repeat(10_000))).status()).isEqualTo(201);

    Answer refused = app.post(comment("/long", "😀".repeat(10_001)));

    assertThat(refused.badFields()).containsExactly("body");
  }

  @Test
  void allBadFieldsAreNamedAtOnce() {
    JsonObject bad = new JsonObject()
        .put("thread", "")
        .put("url", "javascript:alert(1)")
        .put("parentId", "not an id")
        .put("author", new JsonObject().put("name", "").put("email", "nobody"))
        .put("body", " \n ");

    Answer refused = app.post(bad);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.badFields())
        .containsExactlyInAnyOrder(
            "thread", "url", "parentId", "author.name", "author.email", "body");
  }

  @Test
  void fieldsOfTheWrongTypeAreAllNamed() {
    JsonObject bad = new JsonObject()
        .put("thread", 1)
        .put("url", true)
        .put("title", new JsonArray())
        .put("parentId", new JsonObject())
        .put("author", "Ann")
        .put("body", 1.5);

    assertThat(app.post(bad).badFields())
        .contains("thread", "url", "title", "parentId", "author", "body");
  }

  @Test
  void fieldsNobodyKnowsAreIgnored() {
    assertThat(app.post(comment("/unknown", "1").put("moderator", true)).status())
        .isEqualTo(201);
  }

  @Test
  void aNameOfControlOrOverrideCharactersIsRefused() {
    for (String name : List.of("a\u202Eb", "a\u0007b", " ", "x".repeat(61))) {
      JsonObject comment = comment("/names", "1");
      comment.getJsonObject("author").put("name", name);

      assertThat(app.post(comment).badFields()).containsExactly("author.name");
    }
  }

  @Test
  void nulAndLoneSurrogatesAreRefusedByField() {
    for (String escape : List.of("\\u0000", "\\ud800", "\\udc00x")) {
      Answer refused =
          raw("{'thread':'/a','author':{'name':'A" + escape + "'},'body':'b" + escape + "'}");

      assertThat(refused.status()).as(escape).isEqualTo(400);
      assertThat(refused.badFields()).as(escape).containsExactlyInAnyOrder("author.name", "body");
    }
  }

  @Test
  void invalidUtf8IsRefused() {
    Buffer body =
        Buffer.buffer("{\"thread\":\"/a\",\"body\":\"").appendByte((byte) 0xC3).appendString("\"}");

    assertThat(app.send(HttpMethod.POST, app.path() + "/comments", JSON, body).status())
        .isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "null",
        "1",
        "'text'",
        "{'body':NaN}",
        "{'body':'a','body':'b'}",
        "{'thread':'/a'} trailing"
      })
  void whatIsNotOneJsonObjectIsRefused(String body) {
    Answer refused = raw(body);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.code()).isEqualTo("invalid");
  }

  @Test
  void nestingWithoutEndIsRefused() {
    assertThat(raw("{'body':" + "[".repeat(50_000) + "]".repeat(50_000) + "}").status())
        .isEqualTo(400);
  }

  @Test
  void moreThan128KibibytesAreTooLarge() {
    Answer refused = app.post(comment("/large", "x".repeat(128 * 1024)));

    assertThat(refused.status()).isEqualTo(413);
    assertThat(refused.code()).isEqualTo("too_large");
  }

  @Test
  void onlyJsonInUtf8IsTaken() {
    for (String type : List.of(
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/json; charset=iso-8859-1")) {
      Answer refused = app.post(comment("/types", "1"), Map.of("Content-Type", type));

      assertThat(refused.status()).as(type).isEqualTo(415);
    }
    assertThat(app.post(
                comment("/types", "1"), Map.of("Content-Type", "Application/JSON;charset=UTF-8"))
            .status())
        .isEqualTo(201);
  }

  @Test
  void aPreviewShowsWhatAPostWouldAndStoresNothing() {
    String text = "Read *this*, 👩‍👩‍👧‍👦";
    Buffer body = new JsonObject().put("body", text).toBuffer();

    Answer preview = app.send(HttpMethod.POST, app.path() + "/preview", JSON, body);

    assertThat(database.count("select count(*) from comments where body = '" + text
            + "' and site_id = '" + app.site() + "'"))
        .isZero();
    JsonObject posted = app.post(comment("/preview", text)).json().getJsonObject("comment");
    assertThat(preview.json().getString("bodyHtml")).isEqualTo(posted.getString("bodyHtml"));
  }

  /** Single quotes stand for double ones. */
  private Answer raw(String body) {
    return app.send(
        HttpMethod.POST, app.path() + "/comments", JSON, Buffer.buffer(body.replace('\'', '"')));
  }
}
