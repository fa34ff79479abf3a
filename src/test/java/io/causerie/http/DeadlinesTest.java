package io.causerie.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Promise;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeadlinesTest {
  private static final Deadlines SOON = new Deadlines(Duration.ofMillis(300));

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
}
