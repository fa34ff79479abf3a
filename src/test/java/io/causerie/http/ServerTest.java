package io.causerie.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/here",
        "/nowhere",
        "/broken",
        "/here/big",
      })
  void everyAnswerCarriesTheSecurityHeaders(String path) {
    try (TestServer server = TestServer.with(ServerTest::routes)) {
      HttpResponse<String> answer = server.post(path, new byte[64]);

      assertThat(answer.headers().firstValue("x-content-type-options")).hasValue("nosniff");
      assertThat(answer.headers().firstValue("referrer-policy")).hasValue("no-referrer");
      assertThat(answer.headers().firstValue("cross-origin-resource-policy"))
          .hasValue("same-origin");
      assertThat(answer.headers().firstValue("content-security-policy"))
          .hasValue("default-src 'none'; frame-ancestors 'none'; sandbox");
      assertThat(answer.headers().firstValue("server")).isEmpty();
    }
  }

  @Test
  void aRouteMayPutItsOwnHeadersOverTheStrictOnes() {
    try (TestServer server = TestServer.with(router -> router.get("/").handler(ctx -> ctx.response()
        .putHeader("Content-Security-Policy", "default-src 'self'")
        .end()))) {
      assertThat(server.get("/").headers().allValues("content-security-policy"))
          .containsExactly("default-src 'self'");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TRACE", "FOO", "PROPFIND", "get"})
  void anUnknownMethodIsNotAllowedAndSaysWhichAre(String method) throws IOException {
    String answer = exchange(method + " /here HTTP/1.1");

    assertThat(answer)
        .startsWith("HTTP/1.1 405 ")
        .containsIgnoringCase("\r\nallow: GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS\r\n")
        .contains("\"code\":\"method_not_allowed\"");
  }

  @Test
  void connectIsNotAllowed() throws IOException {
    assertThat(exchange("CONNECT example.org:443 HTTP/1.1")).startsWith("HTTP/1.1 405 ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/%zz", "/here/%", "/%4", "*"})
  void aPathThatCannotBeReadIsInvalid(String path) throws IOException {
    assertThat(exchange("GET " + path + " HTTP/1.1"))
        .startsWith("HTTP/1.1 400 ")
        .contains("\"code\":\"invalid\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"//nowhere", "/..%2f", "/../../etc", "/%2e%2e/x", "/%c0%af", "/%00", "/\\x", "/;"})
  void aPathThatLeadsNowhereIsNotFound(String path) throws IOException {
    assertThat(exchange("GET " + path + " HTTP/1.1"))
        .startsWith("HTTP/1.1 404 ")
        .contains("\"code\":\"not_found\"");
  }

  @Test
  void aQueryThatCannotBeReadIsInvalid() throws IOException {
    assertThat(exchange("GET /query?a=%zz HTTP/1.1")).startsWith("HTTP/1.1 400 ");
  }

  @Test
  void headIsAnsweredAsGetWithoutABody() throws IOException {
    try (TestServer server = TestServer.with(ServerTest::routes)) {
      HttpResponse<String> head = server.head("/here?x=1");

      assertThat(head.statusCode()).isEqualTo(200);
      assertThat(head.body()).isEmpty();
      assertThat(head.headers().firstValue("etag")).hasValue("\"x=1\"");
      assertThat(server.head("/nowhere").statusCode()).isEqualTo(404);
    }
    assertThat(exchange("HEAD /here HTTP/1.1")).endsWith("\r\n\r\n");
    assertThat(exchange("HEAD /nowhere HTTP/1.1")).endsWith("\r\n\r\n");
  }

  @Test
  void aConnectionWithoutARequestIsCutEvenIfItDribbles() throws IOException {
    try (TestServer server = TestServer.withoutPatienceForRequests(ServerTest::routes);
        Socket socket = server.connect()) {
      socket.getOutputStream().write("GET /here HT".getBytes(StandardCharsets.US_ASCII));

      assertThat(TestServer.readToEnd(socket)).isEmpty();
    }
  }

  @Test
  void aConnectionWithARequestOutlivesTheFirstDeadline() throws IOException {
    try (TestServer server = TestServer.withoutPatienceForRequests(ServerTest::routes);
        Socket busy = answered(server);
        Socket later = server.connect()) {
      assertThat(TestServer.readToEnd(later)).isEmpty();

      String last = "GET /here HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
      busy.getOutputStream().write(last.getBytes(StandardCharsets.US_ASCII));

      assertThat(TestServer.readToEnd(busy).split("TTP/1.1 200 OK", -1)).hasSize(3);
    }
  }

  /** A connection whose answer has begun. On a slow machine one may be cut before it has asked. */
  private static Socket answered(TestServer server) throws IOException {
    String request = "GET /here HTTP/1.1\r\nHost: x\r\n\r\n";
    while (true) {
      Socket socket = server.connect();
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      if (socket.getInputStream().read() == 'H') {
        return socket;
      }
      socket.close();
    }
  }

  @Test
  void lengthAndChunksTogetherAreRefused() throws IOException {
    assertThat(exchange(
            "POST /here HTTP/1.1", "Content-Length: 3", "Transfer-Encoding: chunked", "", "0", ""))
        .startsWith("HTTP/1.1 400 ")
        .contains("\"code\":\"invalid\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 3\r\nContent-Length: 4",
        "Transfer-Encoding: chunked, xchunked",
        "Bad Header: x",
        "Content-Length: -1"
      })
  void headersThatTwoServersCouldReadInTwoWaysAreRefused(String header) throws IOException {
    assertThat(exchange("POST /here HTTP/1.1", header)).startsWith("HTTP/1.1 400 ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Host: x\r\nHost: y\r\n", "Host: a b\r\n"})
  void aRequestNamesOneHost(String hosts) throws IOException {
    try (TestServer server = TestServer.with(router -> {})) {
      assertThat(server.exchange("GET / HTTP/1.1\r\n" + hosts + "Connection: close\r\n\r\n"))
          .startsWith("HTTP/1.1 400 ")
          .contains("\"code\":\"invalid\"");
    }
  }

  @Test
  void anAddressOrHeadersTooLongAreTooLarge() throws IOException {
    List<String> answers = List.of(
        exchange("GET /" + "x".repeat(140_000) + " HTTP/1.1"),
        exchange("GET /here HTTP/1.1", "X: " + "x".repeat(9000)));

    assertThat(answers).allSatisfy(answer -> assertThat(answer)
        .contains(" 413 ")
        .containsIgnoringCase("x-content-type-options: nosniff")
        .contains("\"code\":\"too_large\""));
  }

  @Test
  void anUpgradeToHttp2IsIgnored() throws IOException {
    assertThat(exchange(
            "GET /here HTTP/1.1",
            "Connection: Upgrade, HTTP2-Settings",
            "Upgrade: h2c",
            "HTTP2-Settings: AAMAAABkAAQCAAAAAAIAAAAA",
            "Connection: close"))
        .startsWith("HTTP/1.1 200 ");
  }

  /** One request with these lines; the server closes after it. */
  private static String exchange(String... lines) throws IOException {
    try (TestServer server = TestServer.with(ServerTest::routes)) {
      return server.exchange(lines[0] + "\r\nHost: x\r\nConnection: close\r\n"
          + String.join("\r\n", List.of(lines).subList(1, lines.length))
          + (lines.length > 1 ? "\r\n\r\n" : "\r\n"));
    }
  }

  private static void routes(Router router) {
    router.get("/here").handler(ctx -> ctx.response()
        .putHeader("ETag", '"' + String.valueOf(ctx.request().query()) + '"')
        .end("yes"));
    router.get("/query").handler(ctx -> ctx.end(Params.query(ctx).all("a").toString()));
    router.post("/here/big").handler(TestServer.bodies(8)).handler(ctx -> ctx.end());
    router.post("/here").handler(TestServer.bodies(1024)).handler(ctx -> ctx.end());
    router.post("/broken").handler(ctx -> ctx.fail(500));
  }
}
