package io.causerie.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.ext.web.Router;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrossOriginTest {
  private static final String OURS = "https://blog.example";
  private static final String ALLOW = "access-control-allow-origin";

  private final TestServer server = TestServer.with(CrossOriginTest::routes);

  @AfterEach
  void close() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/sites/blog/comments", "/sites/blog/broken"})
  void everyPageMayReadWhatIsPublicAndWhyItFailed(String path) {
    HttpResponse<String> answer = server.get(path, "Origin", "https://evil.example");

    assertThat(header(answer, ALLOW)).isEqualTo("*");
    assertThat(header(answer, "vary")).isEqualTo("none");
    assertThat(header(answer, "access-control-expose-headers"))
        .isEqualTo("Location, Retry-After, ETag, Idempotency-Replayed");
  }

  @Test
  void aPageOfTheSiteMayWriteAndReadTheAnswer() {
    HttpResponse<String> answer = post("Origin", OURS);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("hello");
    assertThat(header(answer, ALLOW)).isEqualTo(OURS);
    assertThat(header(answer, "vary")).isEqualToIgnoringCase("Origin");
  }

  @Test
  void aPageOfTheSiteMayReadWhyItWasRefused() {
    HttpResponse<String> answer = server.get("/sites/blog/me", "Origin", OURS);

    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(header(answer, ALLOW)).isEqualTo(OURS);
  }

  @Test
  void whatIsNoBrowserNeedsNoOrigin() {
    HttpResponse<String> answer = post("Accept", "*/*");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, ALLOW)).isEqualTo("none");
    assertThat(header(answer, "vary")).isEqualToIgnoringCase("Origin");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "https://evil.example",
        "http://blog.example",
        "https://blog.example:8443",
        "https://blog.example.evil",
        "https://blogxexample",
        "https://site@blog.example",
        "*"
      })
  void aForeignPageIsRefusedAndMayNotReadWhy(String origin) {
    assertRefused(post("Origin", origin));
    assertRefused(server.get("/sites/blog/me", "Origin", origin));
    assertRefused(server.options("/sites/blog/comments", "Origin", origin));
  }

  private static void assertRefused(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(header(answer, ALLOW)).isEqualTo("none");
  }

  @Test
  void preflightTellsThePagesOfTheSiteWhatTheyMaySend() {
    HttpResponse<String> answer = server.options(
        "/sites/blog/comments", "Origin", OURS, "Access-Control-Request-Method", "POST");

    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(header(answer, ALLOW)).isEqualTo(OURS);
    assertThat(header(answer, "access-control-allow-methods")).isEqualTo("GET, POST");
    assertThat(header(answer, "access-control-allow-headers"))
        .isEqualTo("Authorization, Content-Type, Idempotency-Key");
    assertThat(header(answer, "access-control-max-age")).isEqualTo("7200");
    assertThat(header(answer, "access-control-allow-credentials")).isEqualTo("none");
    assertThat(header(answer, "vary")).isEqualToIgnoringCase("Origin");
  }

  @Test
  void preflightWithoutAnOriginIsRefused() {
    assertThat(server.options("/sites/blog/comments").statusCode()).isEqualTo(403);
  }

  private HttpResponse<String> post(String... headers) {
    return server.post("/sites/blog/comments", "hello".getBytes(StandardCharsets.UTF_8), headers);
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("none");
  }

  private static void routes(Router router) {
    CrossOrigin origins = new CrossOrigin((ctx, origin) -> origin.equals(OURS));
    router.get("/sites/:site/comments").handler(origins.publicRead()).handler(ctx -> ctx.end("[]"));
    router.get("/sites/:site/broken").handler(origins.publicRead()).handler(ctx -> ctx.fail(500));
    router
        .get("/sites/:site/me")
        .handler(origins.ownOrigins())
        .handler(ctx -> ctx.fail(Problem.tooManyRequests(Duration.ofSeconds(1))));
    router.options("/sites/:site/*").handler(origins.ownOrigins()).respond(CrossOrigin::preflight);
    router
        .post("/sites/:site/*")
        .handler(origins.ownOrigins())
        .handler(TestServer.bodies(1024))
        .handler(ctx -> ctx.end(RequestBodies.of(ctx)));
  }
}
