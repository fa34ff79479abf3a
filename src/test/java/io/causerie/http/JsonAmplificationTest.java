package io.causerie.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** However a body of 128 KiB is wrong, the answer that says so is short. */
class JsonAmplificationTest {
  private static final int LARGEST_BODY = 128 * 1024;
  private static final int LARGEST_PROBLEM = 16 * 1024;
  private static final TestServer SERVER = TestServer.with(router -> {
    router.post("/team").handler(TestServer.bodies(2 * LARGEST_BODY));
    router.post("/team").handler(ctx -> Params.body(ctx).check());
    router.post("/").handler(TestServer.bodies(LARGEST_BODY));
    router.post("/").handler(ctx -> {
      JsonFields fields = Params.body(ctx);
      fields.required("body");
      fields.check();
      ctx.end();
    });
  });

  @AfterAll
  static void close() {
    SERVER.close();
  }

  static Stream<String> bodies() {
    String name = "a".repeat(49_000);
    return Stream.of(
        "{\"%s\":[%s]}".formatted(name, list("1e999", 13_600)),
        "{\"%s\":[%s]}".formatted(name, list("\"\\u0000\"", 8_000)),
        "{\"%s\":{\"%s\":[1e999]}}".formatted(name, name),
        "{\"" + "\\u0001".repeat(20_000) + "\":[1e999,1e999]}",
        "{%s}".formatted(fields("\\u0001".repeat(100), 190)),
        "{%s}".formatted(fields("\\u0000".repeat(50), 400)),
        "{%s}".formatted(fields("x".repeat(300), 400)),
        "{\"a\":".repeat(30) + "[" + list("1e999", 15_000) + "]" + "}".repeat(30),
        "{\"" + "\\ud83d\\ude00".repeat(64) + "\":1e999, \"" + "x".repeat(63)
            + "\\ud83d\\ude00\":1e999}");
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void theAnswerToAWrongBodyIsShortAndNamesTheFirstFields(String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    assertThat(bytes.length).isLessThanOrEqualTo(LARGEST_BODY);

    var answer = SERVER.post("/", bytes, "Content-Type", "application/json");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body().getBytes(StandardCharsets.UTF_8))
        .hasSizeLessThanOrEqualTo(LARGEST_PROBLEM);
    assertThat(new JsonObject(answer.body()).getJsonArray("errors").size()).isBetween(1, 20);
  }

  @Test
  void beyondTwentyWrongFieldsItSaysThatThereAreMore() {
    var answer = post("{%s}".formatted(fields("x", 21)));

    assertThat(answer.getString("detail")).isEqualTo("20 fields are not valid, and more");
    assertThat(answer.getJsonArray("errors")).hasSize(20);
  }

  @Test
  void twentyWrongFieldsAreAllNamed() {
    var answer = post("{\"body\":\"b\",%s}".formatted(fields("x", 20)));

    assertThat(answer.getString("detail")).isEqualTo("20 fields are not valid");
    assertThat(answer.getJsonArray("errors")).hasSize(20);
  }

  @Test
  void aTreeOfTooManyValuesIsRefusedBeforeItIsBuilt() {
    byte[] body = "{\"x\":[%s]}".formatted(list("{}", 60_000)).getBytes(StandardCharsets.UTF_8);

    var answer = SERVER.post("/team", body, "Content-Type", "application/json");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("100000 names and values");
  }

  private static JsonObject post(String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return new JsonObject(
        SERVER.post("/", bytes, "Content-Type", "application/json").body());
  }

  private static String list(String value, int times) {
    return String.join(",", Collections.nCopies(times, value));
  }

  /** Fields with numbers that are too large. */
  private static String fields(String name, int number) {
    List<String> fields =
        IntStream.range(0, number).mapToObj(i -> "\"" + i + name + "\":1e999").toList();
    return String.join(",", fields);
  }
}
