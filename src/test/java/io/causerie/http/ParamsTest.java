package io.causerie.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.ext.web.Router;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParamsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "Application/JSON",
        "application/json; charset=utf-8",
        "application/json;charset=\"UTF-8\""
      })
  void jsonInUtf8IsRead(String type) {
    assertThat(status("{\"name\":\"Ann\"}", "Content-Type", type)).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/json; charset=latin1",
        "application/jsonp",
        "text/plain; application/json",
        "application/problem+json"
      })
  void anotherMediaTypeIsUnsupported(String type) {
    assertThat(status("{\"name\":\"Ann\"}", "Content-Type", type)).isEqualTo(415);
  }

  @Test
  void formsAreUnsupportedAndLeaveNoFile() {
    String parts =
        "--x\r\nContent-Disposition: form-data; name=\"a\"; filename=\"a\"\r\n\r\n1\r\n--x--";

    assertThat(status(parts, "Content-Type", "multipart/form-data; boundary=x")).isEqualTo(415);
    assertThat(status("a=1&b=2", "Content-Type", "application/x-www-form-urlencoded"))
        .isEqualTo(415);
    assertThat(Path.of("file-uploads")).doesNotExist();
  }

  @Test
  void aQueryIsUtf8AlsoWhenItIsNotEscaped() throws IOException {
    String accented = new String("é".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    try (TestServer server = TestServer.with(router -> router
        .get("/echo")
        .handler(ctx -> ctx.end("same: " + Params.query(ctx).required("q").equals("é"))))) {
      assertThat(server.get("/echo?q=%C3%A9").body()).isEqualTo("same: true");
      assertThat(server.exchange(
              "GET /echo?q=" + accented + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
          .endsWith("same: true");
    }
  }

  @Test
  void noMediaTypeAtAllIsUnsupported() {
    assertThat(status("{\"name\":\"Ann\"}", "Accept", "*/*")).isEqualTo(415);
  }

  @Test
  void aCompressedBodyIsUnsupported() {
    String[] headers = {"Content-Type", "application/json", "Content-Encoding", "gzip"};
    assertThat(status("{\"name\":\"Ann\"}", headers)).isEqualTo(415);
  }

  @Test
  void anEmptyBodyIsInvalid() {
    assertThat(status("", "Content-Type", "application/json")).isEqualTo(400);
  }

  @Test
  void aBodyOverTheLimitIsTooLarge() {
    String body = "{\"name\":\"" + "x".repeat(1024) + "\"}";
    assertThat(status(body, "Content-Type", "application/json")).isEqualTo(413);
  }

  @Test
  void aPathParameterThatCannotBeANameIsNotFound() {
    try (TestServer server = TestServer.with(ParamsTest::routes)) {
      assertThat(server.get("/things/a%20b").body()).isEqualTo("a b");
      assertThat(server.get("/things/%00").statusCode()).isEqualTo(404);
    }
  }

  private static int status(String body, String... headers) {
    try (TestServer server = TestServer.with(ParamsTest::routes)) {
      return server
          .post("/things", body.getBytes(StandardCharsets.UTF_8), headers)
          .statusCode();
    }
  }

  private static void routes(Router router) {
    router
        .post("/things")
        .handler(TestServer.bodies(1024))
        .handler(ctx -> ctx.end(Params.body(ctx).required("name")));
    router.get("/things/:name").handler(ctx -> ctx.end(Params.path(ctx, "name")));
  }
}
