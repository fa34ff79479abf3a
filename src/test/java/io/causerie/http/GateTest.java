package io.causerie.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.http.RateLimits.Action;
import io.causerie.testing.Eventually;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every request before a route is looked for. */
class GateTest {
  private static final String HOST = " HTTP/1.1\r\nHost: x\r\n";
  private static final String REQUEST = "GET /here" + HOST + "\r\n";

  @Test
  void anAddressGetsANewConnectionForItsOldestIdleOne() throws IOException {
    try (TestServer server = capped(100, 2);
        Socket first = server.connect();
        Socket second = server.connect()) {
      assertThat(ask(first)).startsWith("HTTP/1.1 200");
      assertThat(ask(second)).startsWith("HTTP/1.1 200");

      try (Socket third = server.connect()) {
        assertThat(ask(third)).startsWith("HTTP/1.1 200");
        assertThat(first.getInputStream().read()).isEqualTo(-1);
        assertThat(ask(second)).startsWith("HTTP/1.1 200");
      }
    }
  }

  @Test
  void anAddressWhoseConnectionsAreBusyGetsNoMore() throws IOException {
    try (TestServer server = capped(100, 2);
        Socket first = server.connect();
        Socket second = server.connect()) {
      send(first, "POST /body" + HOST + "Content-Length: 10\r\n\r\nhalf");
      send(second, "POST /body" + HOST + "Content-Length: 10\r\n\r\nhalf");
      Eventually.is("both are being read", () -> server.underWay() == 2);

      try (Socket third = server.connect()) {
        assertThat(TestServer.readToEnd(third)).isEmpty();
      }
      send(first, "-whole");
      assertThat(read(first)).startsWith("HTTP/1.1 200");
    }
  }

  @Test
  void thereAreNoMoreConnectionsThanTheCapAndOneThatClosesMakesRoom() throws IOException {
    try (TestServer server = capped(2, 2);
        Socket first = server.connect()) {
      try (Socket second = server.connect()) {
        assertThat(ask(first)).startsWith("HTTP/1.1 200");
        assertThat(ask(second)).startsWith("HTTP/1.1 200");
        assertThat(server.tryGet("/here")).isZero();
      }

      Eventually.is("there is room", () -> server.tryGet("/here") == 200);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"GET /here", "GET /nowhere", "FOO /here", "DELETE /here", "OPTIONS /x", "GET /%zz"
      })
  void whateverIsAskedCounts(String request) throws IOException {
    Gate gate = TestServer.gate(
        Map.of(Action.REQUEST, RateLimit.parse("3/1h")), new Connections.Caps(100, 100));
    try (TestServer server = TestServer.with(gate, GateTest::routes)) {
      for (int i = 0; i < 3; i++) {
        assertThat(server.exchange(request + HOST + "Connection: close\r\n\r\n"))
            .doesNotContain(" 429 ");
      }

      assertThat(server.exchange(request + HOST + "Connection: close\r\n\r\n"))
          .startsWith("HTTP/1.1 429 ")
          .containsIgnoringCase("retry-after: ")
          .contains("\"code\":\"too_many_requests\"");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Content-Length: 100000000", "Transfer-Encoding: chunked"})
  void theBodyOfAReadIsNotWaitedFor(String header) throws IOException {
    try (TestServer server = TestServer.withoutPatienceForTheRest(GateTest::routes);
        Socket socket = server.connect()) {
      send(socket, "GET /read" + HOST + header + "\r\n\r\n");

      assertThat(TestServer.readToEnd(socket)).startsWith("HTTP/1.1 200 ").endsWith("yes");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST /nowhere", "PUT /here", "POST /refused"})
  void aBodyThatNobodyReadsIsCutWhenItIsAnsweredAndStillComes(String request) throws IOException {
    try (TestServer server = TestServer.withoutPatienceForTheRest(GateTest::routes);
        Socket socket = server.connect()) {
      send(socket, request + HOST + "Content-Length: 100000000\r\n\r\nx");

      assertThat(TestServer.readToEnd(socket)).startsWith("HTTP/1.1 4");
    }
  }

  @Test
  void aBodyThatNobodyReadsButThatComesLeavesTheConnectionOpen() throws IOException {
    try (TestServer server = TestServer.with(GateTest::routes);
        Socket socket = server.connect()) {
      send(socket, "POST /refused" + HOST + "Content-Length: 4\r\n\r\nbody");
      assertThat(read(socket)).startsWith("HTTP/1.1 403");

      assertThat(ask(socket)).startsWith("HTTP/1.1 200");
    }
  }

  @Test
  void aBodyThatDoesNotArriveInTimeCutsTheConnection() throws IOException {
    try (TestServer server = TestServer.withoutPatienceForRequests(GateTest::routes);
        Socket socket = server.connect()) {
      send(socket, "POST /body" + HOST + "Content-Length: 10\r\n\r\nhalf");

      assertThat(TestServer.readToEnd(socket)).isEmpty();
    }
  }

  @Test
  void aSecondRequestThatDribblesIsCut() throws IOException {
    try (TestServer server = TestServer.withoutPatienceForTheNext(GateTest::routes);
        Socket socket = server.connect()) {
      assertThat(ask(socket)).startsWith("HTTP/1.1 200");

      send(socket, "GET /here HT");

      assertThat(TestServer.readToEnd(socket)).isEmpty();
    }
  }

  @Test
  void onlyCountsAreAskedForByALongAddress() throws IOException {
    String query = "?thread=" + "x".repeat(20_000) + HOST + "\r\n";
    try (TestServer server = TestServer.with(GateTest::routes)) {
      try (Socket socket = server.connect()) {
        send(socket, "GET /counts" + query);
        // It is closed, because it holds the memory for its longest line.
        assertThat(TestServer.readToEnd(socket)).startsWith("HTTP/1.1 200");
      }
      try (Socket socket = server.connect()) {
        send(socket, "GET /here" + query);
        assertThat(TestServer.readToEnd(socket)).startsWith("HTTP/1.1 413");
      }
    }
  }

  private static TestServer capped(int all, int ofAddress) {
    Gate gate = TestServer.gate(Map.of(), new Connections.Caps(all, ofAddress));
    return TestServer.with(gate, GateTest::routes);
  }

  private static void routes(Router router) {
    router.get("/here").handler(ctx -> ctx.end("yes"));
    router
        .get("/read")
        .handler(RequestBodies.later())
        .handler(TestServer.bodies(64))
        .handler(ctx -> ctx.end("yes"));
    router.get("/counts").handler(ctx -> ctx.end("yes"));
    router.post("/body").handler(TestServer.bodies(64)).handler(ctx -> ctx.end("yes"));
    router.post("/refused").handler(RequestBodies.later()).handler(ctx -> ctx.fail(403));
  }

  private static String ask(Socket socket) throws IOException {
    send(socket, REQUEST);
    return read(socket);
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
  }

  /** What is there of one short answer. */
  private static String read(Socket socket) throws IOException {
    byte[] bytes = new byte[4096];
    int length = socket.getInputStream().read(bytes);
    return length < 0 ? "" : new String(bytes, 0, length, StandardCharsets.US_ASCII);
  }
}
