package io.causerie.http;

import static io.causerie.testing.TestApp.ADMIN;
import static io.causerie.testing.TestApp.JSON;
import static io.causerie.testing.TestApp.ORIGIN;
import static io.causerie.testing.TestApp.comment;
import static io.causerie.testing.TestApp.pagePath;
import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.testing.Answer;
import io.causerie.testing.RawClient;
import io.causerie.testing.ServiceTest;
import io.causerie.testing.TestApp;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands between strangers and the service, as the whole of it is put together. */
@ServiceTest
final class DefencesTest {
  private static final Map<String, String> FROM_THE_SITE = Map.of("Origin", ORIGIN);
  private static final Map<String, String> FROM_ELSEWHERE =
      Map.of("Origin", "https://evil.example");
  private final TestApp app;

  DefencesTest(TestApp app) {
    this.app = app;
  }

  @ParameterizedTest
  @ValueSource(strings = {"-blog", "Blog", "b_log", "bl%20og", "%62log%2f", "b.log"})
  void whatCannotNameASiteIsNotFound(String slug) {
    assertNoSuchSite(slug);
    assertNoSuchSite("b".repeat(64));
    assertNoSuchSite("b".repeat(7_000));
  }

  private void assertNoSuchSite(String slug) {
    String path = "/api/v1/sites/" + slug + "/comments?thread=x";
    assertThat(app.send(HttpMethod.GET, path, Map.of(), null).code()).isEqualTo("not_found");
    assertThat(app.send(HttpMethod.OPTIONS, path, FROM_THE_SITE, null).status()).isEqualTo(404);
    String ofTheTeam = "/api/v1/sites/" + slug + "/moderation/comments";
    assertThat(app.send(HttpMethod.GET, ofTheTeam, Map.of(), null).code()).isEqualTo("not_found");
  }

  @Test
  void anAddressLongerThanAnyIsTooLargeBeforeItIsLookedAt() {
    String path = "/api/v1/sites/" + "b".repeat(60_000) + "/comments";

    assertThat(app.send(HttpMethod.OPTIONS, path, FROM_THE_SITE, null).status()).isEqualTo(413);
  }

  @Test
  void preflightsAndRefusedOriginsAreLimitedBeforeTheSiteIsLookedUp() {
    try (TestApp limited = limited("CAUSERIE_LIMIT_READ", "2/1h")) {
      assertThat(preflight(limited, FROM_THE_SITE)).isEqualTo(204);
      assertThat(preflight(limited, FROM_ELSEWHERE)).isEqualTo(403);
      assertThat(preflight(limited, FROM_THE_SITE)).isEqualTo(429);
    }
    try (TestApp limited = limited("CAUSERIE_LIMIT_POST", "1/1h")) {
      assertThat(limited.post(comment("/x", "1"), FROM_ELSEWHERE).status()).isEqualTo(403);

      Answer refused = limited.post(comment("/x", "1"), FROM_THE_SITE);

      assertThat(refused.status()).isEqualTo(429);
      assertThat(refused.header("Access-Control-Allow-Origin")).isEqualTo("*");
    }
  }

  @Test
  void nothingIsAskedWithoutALimit() throws IOException {
    String[] paths = {"/health/live", "/health/ready", "/metrics", "/nowhere", "/widget.js"};
    try (TestApp limited = limited("CAUSERIE_LIMIT_REQUEST", paths.length + "/1h");
        RawClient client = new RawClient("127.0.0.1", limited.port())) {
      for (String path : paths) {
        assertThat(client.ask("GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n"))
            .doesNotContain(" 429 ");
      }

      for (String path : paths) {
        assertThat(client.ask("GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n"))
            .isEqualTo("HTTP/1.1 429 Too Many Requests");
      }
    }
  }

  @Test
  void theBodyOfTheTeamIsReadWhenTheCallerIsKnown() throws IOException {
    try (Socket stranger = new Socket(InetAddress.getLoopbackAddress(), app.port());
        Socket admin = new Socket(InetAddress.getLoopbackAddress(), app.port())) {
      String request = "PATCH " + app.path() + "/moderation/settings HTTP/1.1\r\nHost: x\r\n"
          + "Content-Type: application/json\r\nContent-Length: 2000000\r\n";
      send(stranger, request + "\r\n{");
      send(admin, request + "Authorization: " + ADMIN.get("Authorization") + "\r\n\r\n{");

      assertThat(firstLine(stranger)).isEqualTo("HTTP/1.1 401 Unauthorized");
      send(admin, " ".repeat(1_999_998) + "}");
      assertThat(firstLine(admin)).isEqualTo("HTTP/1.1 200 OK");
    }
  }

  @Test
  void methodsThatAreMadeUpAreOneSeriesOfTheMetrics() throws IOException {
    for (int i = 0; i < 100; i++) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), app.port())) {
        send(socket, "MADEUP" + i + " / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertThat(firstLine(socket)).startsWith("HTTP/1.1 405");
      }
    }

    String metrics = app.send(HttpMethod.GET, "/metrics", Map.of(), null).text();

    assertThat(metrics).contains("method=\"other\"").doesNotContain("MADEUP");
    assertThat(app.get(pagePath("/x")).status()).isEqualTo(200);
  }

  @Test
  void whatIsRefusedShowsInTheMetrics() {
    try (TestApp limited = limited("CAUSERIE_LIMIT_POST", "1/1h")) {
      limited.postId(comment("/x", "1"));
      limited.post(comment("/x", "2"));

      assertThat(limited.send(HttpMethod.GET, "/metrics", Map.of(), null).text())
          .contains("causerie_refused_total{reason=\"limit_post\"} 1.0");
    }
  }

  @Test
  void aWrongBodyIsAnsweredShortlyByEveryRoute() {
    Buffer body =
        Buffer.buffer("{\"" + "a".repeat(49_000) + "\":[" + "1e999,".repeat(13_000) + "1e999]}");
    for (String path : new String[] {"/preview", "/comments"}) {
      Answer answer = app.send(HttpMethod.POST, app.path() + path, JSON, body);

      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.body().length()).isLessThanOrEqualTo(16 * 1024);
    }
  }

  private static int preflight(TestApp app, Map<String, String> headers) {
    return app.send(HttpMethod.OPTIONS, app.path() + "/comments", headers, null).status();
  }

  /** A service of its own, to count from zero. */
  private static TestApp limited(String setting, String limit) {
    return TestApp.start(Map.of("CAUSERIE_LIMITS", "on", setting, limit));
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static String firstLine(Socket socket) throws IOException {
    socket.setSoTimeout(15_000);
    InputStream in = socket.getInputStream();
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != '\r'; c = in.read()) {
      line.append((char) c);
    }
    return line.toString();
  }
}
