package io.causerie.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.net.ConnectException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class ProblemHandlerTest {
  private final Logger logger = (Logger) LoggerFactory.getLogger(ProblemHandler.class);
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  @BeforeEach
  void listen() {
    log.start();
    logger.addAppender(log);
  }

  @AfterEach
  void stopListening() {
    logger.detachAppender(log);
  }

  @Test
  void aProblemIsAnsweredAsRfc9457Says() {
    Problem problem = Problem.invalid(List.of(
        new Problem.FieldError("body", "is required"),
        new Problem.FieldError("author.name", "is too long")));

    HttpResponse<String> answer = answerTo(problem);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
    assertThat(answer.headers().firstValue("cache-control")).hasValue("no-store");
    assertThat(new JsonObject(answer.body()))
        .isEqualTo(new JsonObject()
            .put("type", "urn:causerie:problem:invalid")
            .put("title", "The request is not valid")
            .put("status", 400)
            .put("detail", "2 fields are not valid")
            .put("code", "invalid")
            .put(
                "errors",
                new JsonArray()
                    .add(new JsonObject().put("field", "body").put("detail", "is required"))
                    .add(new JsonObject()
                        .put("field", "author.name")
                        .put("detail", "is too long"))));
    assertThat(log.list).noneMatch(event -> event.getLevel().isGreaterOrEqual(Level.INFO));
  }

  @Test
  void whenToTryAgainIsToldInWholeSecondsRoundedUp() {
    assertThat(retryAfter(Duration.ofMillis(1))).isEqualTo("1");
    assertThat(retryAfter(Duration.ofMillis(1001))).isEqualTo("2");
    assertThat(retryAfter(Duration.ofSeconds(2))).isEqualTo("2");
  }

  @Test
  void whoIsNotKnownIsToldHowToSayWhoTheyAre() {
    HttpResponse<String> answer = answerTo(Problem.unauthenticated("a token is needed"));

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("www-authenticate")).hasValue("Bearer");
    assertThat(answerTo(Problem.forbidden("not yours")).headers().firstValue("www-authenticate"))
        .isEmpty();
  }

  private static String retryAfter(Duration duration) {
    return answerTo(Problem.tooManyRequests(duration))
        .headers()
        .firstValue("retry-after")
        .orElse("none");
  }

  @Test
  void aFailureNobodyForesawSaysNothingFromInsideAndIsLoggedOnceUnderItsReference() {
    HttpResponse<String> answer = answerTo(new IllegalStateException("password is hunter2"));

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).doesNotContain("hunter2").doesNotContain("IllegalState");
    String instance = new JsonObject(answer.body()).getString("instance");
    String reference = instance.substring("urn:causerie:failure:".length());
    assertThat(log.list)
        .filteredOn(event -> event.getLevel() == Level.ERROR)
        .singleElement()
        .satisfies(event -> assertThat(event.getFormattedMessage()).contains(reference));
  }

  static List<Throwable> outages() {
    return List.of(
        new ConnectionPoolTooBusyException("pool"),
        ClosedConnectionException.INSTANCE,
        new ConnectException("refused"),
        new TimeoutException("own deadline"),
        new CompletionException(new TimeoutException("wrapped")),
        new io.vertx.core.VertxException("Timeout waiting for connection", true),
        sqlState("57014"),
        sqlState("55P03"),
        sqlState("53300"),
        sqlState("57P01"),
        sqlState("08006"));
  }

  @ParameterizedTest
  @MethodSource("outages")
  void anOutageBelowIsUnavailableAndSaysWhenToTryAgain(Throwable outage) {
    HttpResponse<String> answer = answerTo(outage);

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("retry-after")).hasValue("2");
    assertThat(answer.body()).contains("\"code\":\"unavailable\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"22021", "22P05"})
  void textThatTheDatabaseCannotKeepIsTheCallersMistake(String state) {
    assertThat(answerTo(sqlState(state)).statusCode()).isEqualTo(400);
  }

  @Test
  void anyOtherRefusalOfTheDatabaseIsOurs() {
    assertThat(answerTo(sqlState("42601")).statusCode()).isEqualTo(500);
  }

  @Test
  void jsonThatCannotBeDecodedIsTheCallersMistake() {
    assertThat(answerTo(new DecodeException("secret detail")).body())
        .contains("\"status\":400")
        .doesNotContain("secret");
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 405, 413, 415, 503})
  void aStatusOfTheFrameworkKeepsItsMeaning(int status) {
    HttpResponse<String> answer = answerTo(new HttpException(status));

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
  }

  @Test
  void anAddressThatDoesNotExistIsNotFoundInJson() {
    try (TestServer server = TestServer.with(router -> {})) {
      HttpResponse<String> answer = server.get("/nowhere");

      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(answer.body()).contains("\"code\":\"not_found\"").doesNotContain("<");
    }
  }

  @Test
  void anotherMethodOfAKnownAddressIsNotAllowedAndSaysWhichAre() {
    try (TestServer server = TestServer.with(router -> {
      router.get("/sites/:site/known").handler(ctx -> ctx.end());
      router.put("/sites/:site/known").handler(ctx -> ctx.end());
      router.delete("/sites/:site/*").handler(ctx -> ctx.end());
      router.get().handler(RoutingContext::next);
    })) {
      HttpResponse<String> answer = server.post("/sites/a/known", new byte[0]);

      assertThat(answer.statusCode()).isEqualTo(405);
      assertThat(answer.body()).contains("\"code\":\"method_not_allowed\"");
      assertThat(answer.headers().firstValue("allow")).hasValue("GET, HEAD, PUT");
      assertThat(server.post("/sites/a/unknown", new byte[0]).statusCode()).isEqualTo(404);
      assertThat(server.post("/unknown", new byte[0]).statusCode()).isEqualTo(404);
    }
  }

  @Test
  void halfAnAnswerIsCutOff() {
    try (TestServer server =
        TestServer.with(router -> router.get("/half").handler(ctx -> ctx.response()
            .setChunked(true)
            .write("half")
            .onSuccess(written -> ctx.fail(new IllegalStateException("too late")))))) {
      assertThatThrownBy(() -> server.get("/half")).hasMessage("no answer");
    }
  }

  @Test
  void whatTheRouteSaidOfItsOwnAnswerIsNotSaidOfTheProblem() {
    try (TestServer server = TestServer.with(router -> router.get("/x").handler(ctx -> {
      ctx.response().putHeader("ETag", "\"1\"").putHeader("Content-Encoding", "gzip");
      throw Problem.threadClosed();
    }))) {
      HttpResponse<String> answer = server.get("/x");

      assertThat(answer.statusCode()).isEqualTo(409);
      assertThat(answer.headers().map()).doesNotContainKeys("etag", "content-encoding");
    }
  }

  private static Throwable sqlState(String state) {
    return new PgException("from inside", "ERROR", state, "detail from inside");
  }

  private static HttpResponse<String> answerTo(Throwable failure) {
    try (TestServer server =
        TestServer.with(router -> router.get("/").handler(ctx -> ctx.fail(failure)))) {
      return server.get("/");
    }
  }
}
