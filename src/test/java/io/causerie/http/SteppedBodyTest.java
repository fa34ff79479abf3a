package io.causerie.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.testing.Eventually;
import io.netty.util.internal.PlatformDependent;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("http")
final class SteppedBodyTest {
  /** Far more than the operating system keeps for a connection. */
  private static final int LARGE = 32 * 1024 * 1024;

  private static final Duration SOON = Duration.ofMillis(300);
  private static final Duration LATE = Duration.ofMinutes(1);

  private final Queue<Future<Void>> sent = new ConcurrentLinkedQueue<>();

  @Test
  void aLargeBodyArrivesWholeWithItsLength() {
    String body = "0123456789".repeat(200_000) + "the end";
    try (TestServer server = serving(Buffer.buffer(body), LATE)) {
      HttpResponse<String> answer = server.get("/body");

      assertThat(answer.body()).isEqualTo(body);
      assertThat(answer.headers().firstValue("content-length"))
          .hasValue(String.valueOf(body.length()));
      assertThat(answer.headers().firstValue("transfer-encoding")).isEmpty();
      assertThat(server.get("/body").body()).as("the connection goes on").isEqualTo(body);
    }
  }

  @Test
  void headIsAnsweredWithoutTheBody() {
    try (TestServer server = serving(Buffer.buffer(new byte[LARGE]), LATE)) {
      HttpResponse<String> answer = server.head("/body");

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).isEmpty();
      assertThat(server.head("/body").statusCode()).as("the connection goes on").isEqualTo(200);
    }
  }

  @Test
  void aReaderWhoReadsNothingIsCutAtTheDeadline() throws IOException {
    try (TestServer server = serving(Buffer.buffer(new byte[LARGE]), SOON);
        Socket socket = server.connect()) {
      ask(socket);

      Eventually.is(
          "the answer is given up", () -> !sent.isEmpty() && sent.element().failed());
      assertThat(readable(socket)).as("what was on the way").isLessThan(LARGE);
    }
  }

  @Test
  void aReaderWhoTakesAllInTimeIsNotCut() throws IOException {
    try (TestServer server = serving(Buffer.buffer(new byte[LARGE]), LATE);
        Socket socket = server.connect()) {
      ask(socket);

      assertThat(socket.getInputStream().readNBytes(LARGE)).hasSize(LARGE);
    }
  }

  @Test
  void slowReadersHoldOneStepEach() throws IOException {
    try (TestServer server = serving(Buffer.buffer(new byte[LARGE]), LATE)) {
      long before = PlatformDependent.usedDirectMemory();
      Socket[] sockets = new Socket[8];
      for (int i = 0; i < sockets.length; i++) {
        sockets[i] = server.connect();
        ask(sockets[i]);
      }
      Eventually.is("all are answered", () -> sent.size() == sockets.length);

      assertThat(PlatformDependent.usedDirectMemory() - before).isLessThan(LARGE);
      for (Socket socket : sockets) {
        socket.close();
      }
      Eventually.is(
          "writes to closed connections fail", () -> sent.stream().allMatch(Future::failed));
    }
  }

  private TestServer serving(Buffer body, Duration deadline) {
    return TestServer.with((Router router) -> router
        .get("/body")
        .handler((RoutingContext ctx) -> sent.add(SteppedBody.send(ctx, body, deadline))));
  }

  private static void ask(Socket socket) throws IOException {
    socket
        .getOutputStream()
        .write("GET /body HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
  }

  /** How many bytes come before the end, whether that is in order or not. */
  private static long readable(Socket socket) {
    long bytes = 0;
    try {
      byte[] some = new byte[64 * 1024];
      for (int n = 0; n >= 0; n = socket.getInputStream().read(some)) {
        bytes += n;
      }
    } catch (IOException reset) {
      return bytes;
    }
    return bytes;
  }
}
