package io.causerie.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class HealthTest {
  @Test
  void theProcessLivesWhateverTheDatabaseDoes() {
    HttpResponse<String> answer = ask("/live", () -> Future.failedFuture("away"));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"status\":\"up\"}");
    assertThat(answer.headers().firstValue("cache-control")).hasValue("no-store");
  }

  @Test
  void readyMeansThatTheDatabaseAnswers() {
    HttpResponse<String> answer = ask("/ready", Future::succeededFuture);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("content-type")).hasValue("application/json");
    assertThat(answer.body()).isEqualTo("{\"status\":\"up\",\"checks\":{\"database\":\"up\"}}");
  }

  @Test
  void aDatabaseThatRefusesIsDownAndNobodyIsToldWhy() {
    assertDown(ask("/ready", () -> Future.failedFuture("secret reason")));
  }

  @Test
  void aDatabaseThatDoesNotAnswerInTimeIsDown() {
    assertDown(ask("/ready", () -> Promise.<Void>promise().future()));
  }

  @Test
  void aCheckThatBreaksIsDown() {
    assertDown(ask("/ready", () -> {
      throw new IllegalStateException("secret reason");
    }));
  }

  @Test
  void theDatabaseIsAskedOnceASecondHoweverManyAsk() {
    AtomicInteger asked = new AtomicInteger();
    AtomicLong nanos = new AtomicLong();
    Promise<String> slow = Promise.promise();
    EverySecond<String> answer = new EverySecond<>(
        () -> {
          asked.incrementAndGet();
          return slow.future();
        },
        nanos::get);

    Future<String> first = answer.get();
    nanos.addAndGet(5_000_000_000L);
    assertThat(answer.get()).isSameAs(first);
    assertThat(asked).hasValue(1);
    slow.complete("up");
    assertThat(answer.get().result()).isEqualTo("up");

    assertThat(asked).hasValue(2);
    nanos.addAndGet(999_999_999L);
    answer.get();
    assertThat(asked).hasValue(2);
    nanos.addAndGet(1);
    answer.get();
    assertThat(asked).hasValue(3);
  }

  private static void assertDown(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).isEqualTo("{\"status\":\"down\",\"checks\":{\"database\":\"down\"}}");
  }

  private static HttpResponse<String> ask(String path, Supplier<Future<Void>> database) {
    Health health = new Health(database, Duration.ofMillis(200));
    try (TestServer server = TestServer.with(router -> {
      router.get("/live").handler(health::live);
      router.get("/ready").handler(health::ready);
    })) {
      return server.get(path);
    }
  }
}
