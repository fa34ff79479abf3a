package io.causerie.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.causerie.http.Problem.FieldError;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFieldsTest {
  @Test
  void fieldsAreReadByNameAndUnknownOnesAreIgnored() {
    JsonFields fields = parse("{'thread':'/a','author':{'name':'Ann'},'other':[1,2.5,true]}");

    assertThat(fields.required("thread")).isEqualTo("/a");
    assertThat(fields.object("author").required("name")).isEqualTo("Ann");
    assertThat(fields.string("url")).isNull();
    fields.check();
  }

  @Test
  void nullCountsAsAbsent() {
    JsonFields fields = parse("{'parentId':null,'author':null}");

    assertThat(fields.string("parentId")).isNull();
    assertThat(fields.object("author").string("name")).isNull();
    fields.check();
  }

  @Test
  void allBadFieldsAreToldAtOnceByTheirPaths() {
    JsonFields fields = parse("{'thread':1,'author':{'name':['Ann']},'title':''}");
    fields.required("thread");
    fields.required("title");
    fields.required("body");
    fields.object("author").string("name");
    fields.error("url", "must be absolute");

    assertThat(errors(fields))
        .containsExactly(
            new FieldError("thread", "must be a string"),
            new FieldError("title", "is required"),
            new FieldError("body", "is required"),
            new FieldError("author.name", "must be a string"),
            new FieldError("url", "must be absolute"));
  }

  @Test
  void theFirstErrorOfAFieldIsTheOneTold() {
    JsonFields fields = parse("{}");
    fields.required("body");
    fields.error("body", "is too short");

    assertThat(errors(fields)).containsExactly(new FieldError("body", "is required"));
  }

  @Test
  void anObjectThatIsNoneIsAnErrorOfItsOwnName() {
    JsonFields fields = parse("{'author':'Ann'}");
    fields.object("author");

    assertThat(errors(fields)).containsExactly(new FieldError("author", "must be an object"));
  }

  @Test
  void textThatCannotBeKeptIsAnErrorWhereverItStands() {
    JsonFields fields = parse("{'body':'a\\u0000','x':[{'y':'\\ud83d'}],'z':'\\ude00\\ud83d'}");

    assertThat(errors(fields))
        .containsExactly(
            new FieldError("body", "must not contain U+0000"),
            new FieldError("x[0].y", "must not contain half of a surrogate pair"),
            new FieldError("z", "must not contain half of a surrogate pair"));
  }

  @Test
  void anEmojiIsNoHalfPair() {
    JsonFields fields = parse("{'body':'\\ud83d\\ude00 and 😀'}");

    assertThat(fields.required("body")).isEqualTo("😀 and 😀");
    fields.check();
  }

  @Test
  void aNumberBeyondAllBoundsIsAnError() {
    assertThat(errors(parse("{'score':1e400}")))
        .containsExactly(new FieldError("score", "is too large a number"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "[]",
        "null",
        "'text'",
        "{",
        "{'a':1} x",
        "{'a':1}{'b':2}",
        "{'a':1,'a':2}",
        "{'a':{'b':1,'b':1}}",
        "{'a':NaN}",
        "{'a':01}",
        "{a:1}",
        "{'a':'\\x'}",
        "{'a':1,}",
        "/* no */ {}"
      })
  void whatIsNotOneStrictObjectIsInvalid(String text) {
    assertInvalid(Buffer.buffer(text.replace('\'', '"')));
  }

  @Test
  void bytesThatAreNotUtf8AreInvalid() {
    assertInvalid(bytes('{', '"', 'a', '"', ':', '"', 0xff, '"', '}'));
    assertInvalid(bytes('{', '"', 'a', '"', ':', '"', 0xc0, 0x80, '"', '}'));
    assertInvalid(bytes('{', '"', 'a', '"', ':', '"', 0xed, 0xa0, 0x80, '"', '}'));
    assertInvalid(Buffer.buffer("{}", "UTF-16"));
  }

  @Test
  void depthEndsAtThirtyTwo() {
    parse("{'a':" + "[".repeat(31) + "]".repeat(31) + "}").check();
    assertInvalid(Buffer.buffer("{\"a\":" + "[".repeat(32) + "]".repeat(32) + "}"));
    assertInvalid(Buffer.buffer("[".repeat(100_000)));
  }

  @Test
  void nothingOfTheBodyIsRepeatedInTheRefusal() {
    assertThatThrownBy(() -> parse("{'secret': hunter2}")).message().doesNotContain("hunter2");
  }

  private static Buffer bytes(int... bytes) {
    Buffer buffer = Buffer.buffer();
    for (int value : bytes) {
      buffer.appendByte((byte) value);
    }
    return buffer;
  }

  private static void assertInvalid(Buffer body) {
    Problem problem =
        catchThrowableOfType(Problem.class, () -> JsonFields.parse(body).check());
    assertThat(problem.code()).isEqualTo(Problem.Code.INVALID);
  }

  private static JsonFields parse(String json) {
    return JsonFields.parse(Buffer.buffer(json.replace('\'', '"')));
  }

  private static List<FieldError> errors(JsonFields fields) {
    return catchThrowableOfType(Problem.class, fields::check).errors();
  }
}
