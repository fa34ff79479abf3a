package io.causerie.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.causerie.testing.Eventually;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class RequestBodiesTest {
  private static final int BUDGET = 64 * 1024;
  private static final ClientAddress ADDRESSES =
      new ClientAddress(List.of(Cidr.parse("127.0.0.1")));

  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private final RequestBodies bodies = new RequestBodies(BUDGET, ADDRESSES, new Refusals(metrics));

  @Test
  void aBodyIsReadWholeAndItsBytesAreGivenBackWithTheAnswer() {
    try (TestServer server = TestServer.with(this::routes)) {
      assertThat(server
              .post("/echo", "x".repeat(1000).getBytes(StandardCharsets.US_ASCII))
              .body())
          .hasSize(1000);
      Eventually.is("all is given back", () -> bodies.taken() == 0);
    }
  }

  @Test
  void aBodyThatIsTooLargeIsRefusedByWhatItSaysOfItself() throws IOException {
    try (TestServer server = TestServer.with(this::routes);
        Socket socket = server.connect()) {
      send(socket, "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 10001\r\n\r\n");

      assertThat(firstLine(socket)).startsWith("HTTP/1.1 413 ");
    }
  }

  @Test
  void aBodyThatTurnsOutTooLargeIsRefused() throws IOException {
    try (TestServer server = TestServer.with(this::routes);
        Socket socket = server.connect()) {
      send(socket, "POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n");
      send(socket, "2711\r\n" + "x".repeat(10_001) + "\r\n0\r\n\r\n");

      assertThat(firstLine(socket)).startsWith("HTTP/1.1 413 ");
      Eventually.is("all is given back", () -> bodies.taken() == 0);
    }
  }

  @Test
  void oneAddressTakesAQuarterOfTheBudgetAndOthersStillGetTheirs() throws IOException {
    try (TestServer server = TestServer.with(this::routes);
        Socket holder = server.connect()) {
      hold(holder, "6.6.6.6", BUDGET / 2 / 4);

      assertThat(
              server.post("/echo", new byte[64], "X-Forwarded-For", "6.6.6.6").statusCode())
          .isEqualTo(503);
      assertThat(
              server.post("/echo", new byte[64], "X-Forwarded-For", "7.7.7.7").statusCode())
          .isEqualTo(200);
    }
  }

  @Test
  void whatIsOverTheBudgetIsUnavailableForAMoment() throws IOException {
    try (TestServer server = TestServer.with(this::routes)) {
      Socket[] holders = new Socket[4];
      for (int i = 0; i < holders.length; i++) {
        holders[i] = server.connect();
        hold(holders[i], "6.6.6." + i, BUDGET / 2 / 4);
      }

      var refused = server.post("/echo", new byte[64], "X-Forwarded-For", "7.7.7.7");

      assertThat(refused.statusCode()).isEqualTo(503);
      assertThat(refused.headers().firstValue("retry-after")).hasValue("2");
      assertThat(metrics.counter("causerie.refused", "reason", "bodies").count())
          .isEqualTo(1);
      for (Socket holder : holders) {
        holder.close();
      }
      Eventually.is("those who left hold nothing", () -> bodies.taken() == 0);
      assertThat(server.post("/echo", new byte[64]).statusCode()).isEqualTo(200);
    }
  }

  /** Vert.x closes it before an answer can leave. */
  @Test
  void aChunkThatIsNoneClosesTheConnectionAndIsNoFailureOfOurs() throws IOException {
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    Logger log = (Logger) LoggerFactory.getLogger(ProblemHandler.class);
    lines.start();
    log.addAppender(lines);
    try (TestServer server = TestServer.with(this::routes);
        Socket socket = server.connect()) {
      send(socket, "POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n");
      send(socket, "2\r\n{}XX\r\n0\r\n\r\n");

      assertThat(TestServer.readToEnd(socket)).doesNotContain("HTTP/1.1 5");
      assertThat(lines.list).noneMatch(line -> line.getLevel() == Level.ERROR);
    } finally {
      log.detachAppender(lines);
    }
  }

  @Test
  void whoeverAsksFirstWhetherABodyIsWantedIsTold() throws IOException {
    try (TestServer server = TestServer.with(this::routes);
        Socket socket = server.connect()) {
      send(
          socket,
          "POST /echo HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
      assertThat(firstLine(socket)).startsWith("HTTP/1.1 100 ");

      send(socket, "{}");

      assertThat(firstLine(socket)).startsWith("HTTP/1.1 200 ");
    }
  }

  private void routes(Router router) {
    router
        .post("/echo")
        .handler(bodies.upTo(10_000))
        .handler(
            ctx -> ctx.end(Objects.requireNonNullElseGet(RequestBodies.of(ctx), Buffer::buffer)));
  }

  /** Sends all of a body but its last byte. */
  private void hold(Socket socket, String address, int bytes) throws IOException {
    long before = bodies.taken();
    send(
        socket,
        "POST /echo HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: " + address + "\r\nContent-Length: "
            + (bytes + 1) + "\r\n\r\n" + "x".repeat(bytes));
    Eventually.is("it is held", () -> bodies.taken() == before + 2L * bytes);
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static String firstLine(Socket socket) throws IOException {
    byte[] bytes = new byte[4096];
    int length = socket.getInputStream().read(bytes);
    return length < 0 ? "" : new String(bytes, 0, length, StandardCharsets.US_ASCII);
  }
}
