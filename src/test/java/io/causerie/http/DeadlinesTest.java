package io.causerie.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Promise;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeadlinesTest {
  private static final Deadlines SOON =
      new Deadlines(Duration.ofMillis(300), Duration.ofMillis(300));

  @Test
  void whatIsNotAnsweredInTimeIsUnavailableAndTheLateAnswerIsDropped() {
    Promise<String> late = Promise.promise();
    try (TestServer server = TestServer.with(router -> {
      router.get("/slow").handler(SOON.answer());
      router.get("/slow").respond(ctx -> late.future());
    })) {
      HttpResponse<String> answer = server.get("/slow");
      late.complete("too late");

      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.headers().firstValue("retry-after")).hasValue("2");
      assertThat(answer.body()).contains("retry with the same Idempotency-Key");
    }
  }

  @Test
  void aBodyThatDoesNotArriveInTimeCutsTheConnection() throws IOException {
    assertThat(answerToBody("half")).isEmpty();
  }

  @Test
  void aBodyThatArrivesIsAnswered() throws IOException {
    assertThat(answerToBody("ten bytes!")).startsWith("HTTP/1.1 200 OK").endsWith("ten bytes!");
  }

  private static String answerToBody(String body) throws IOException {
    try (TestServer server = TestServer.with(DeadlinesTest::echo);
        Socket socket = server.connect()) {
      String head = "POST /echo HTTP/1.1\r\nHost: x\r\nConnection: close\r\n";
      String request = head + "Content-Length: 10\r\n\r\n" + body;
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));

      return TestServer.readToEnd(socket);
    }
  }

  private static void echo(Router router) {
    router.post("/echo").handler(SOON.body());
    router.post("/echo").handler(BodyHandler.create(false));
    router.post("/echo").handler(ctx -> ctx.end(ctx.body().buffer()));
  }
}
