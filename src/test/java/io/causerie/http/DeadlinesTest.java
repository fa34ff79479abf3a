package io.causerie.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Promise;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DeadlinesTest {
  private static final Deadlines SOON = new Deadlines(Duration.ofMillis(300));

  @Test
  void whatIsNotAnsweredInTimeIsUnavailableAndTheLateAnswerIsDropped() {
    Promise<String> late = Promise.promise();
    try (TestServer server = TestServer.with(router -> {
      router.get("/slow").handler(SOON.begin());
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
  void guardsCountAndNothingFollowsThemOnceTheAnswerIsGiven() {
    Promise<Void> guard = Promise.promise();
    AtomicInteger reached = new AtomicInteger();
    try (TestServer server = TestServer.with(router -> router
        .get("/guarded")
        .handler(SOON.begin())
        .handler(ctx -> guard.future().onSuccess(passed -> ctx.next()))
        .handler(Deadlines::pause)
        .handler(ctx -> ctx.end("reached " + reached.incrementAndGet())))) {
      assertThat(server.get("/guarded").statusCode()).isEqualTo(503);
      guard.complete();

      assertThat(server.get("/guarded").body()).isEqualTo("reached 1");
    }
  }

  @Test
  void theTimeInWhichTheBodyIsReadDoesNotCount() {
    try (TestServer server = TestServer.with(router -> router
        .get("/read")
        .handler(SOON.begin())
        .handler(Deadlines::pause)
        .handler(ctx -> ctx.vertx().timer(600).onSuccess(read -> ctx.next()))
        .handler(Deadlines::goOn)
        .handler(ctx -> ctx.end("read")))) {
      assertThat(server.get("/read").body()).isEqualTo("read");
    }
  }
}
