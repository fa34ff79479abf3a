package io.causerie.browser.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.causerie.http.Problem;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A fixture that breaks the contract fails its test, and so does a request that was not stated. */
final class ApiTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static FixtureServer server;

  private Api api;

  @BeforeAll
  static void start() {
    server = FixtureServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void begin() {
    api = server.next();
  }

  @Test
  void whatTheContractDoesNotAllowCannotBeStated() {
    JsonObject page = new Discussion().page();
    page.getJsonObject("thread").remove("commentCount");

    assertThatThrownBy(() -> api.answers("GET /comments", page))
        .hasMessageContaining("commentCount");
  }

  @Test
  void aRefusalThatTheOperationDoesNotHaveCannotBeStated() {
    assertThatThrownBy(() -> api.refuses("GET /counts", Problem.parentGone()))
        .hasMessageContaining("not in the contract");
  }

  @Test
  void whatTheContractDoesNotKnowCannotBeStated() {
    assertThatThrownBy(() -> api.accepts("GET /votes")).hasMessageContaining("has no GET /votes");
  }

  @Test
  void theLastAnswerThatFitsTheRequestCounts() throws Exception {
    JsonObject best = new Discussion().page().put("sort", "best");
    api.answers("GET /comments", new Discussion().page()).answers("GET /comments?sort=best", best);

    assertThat(get("/comments?thread=a&sort=newest")).contains("\"newest\"");
    assertThat(get("/comments?thread=a&sort=best")).contains("\"best\"");
    assertThat(api.faults()).isEmpty();
  }

  @Test
  void aRequestThatNothingWasStatedForIsAFault() throws Exception {
    get("/counts?thread=a");

    assertThat(api.faults()).singleElement().asString().contains("/counts?thread=a has no answer");
  }

  @Test
  void aBodyThatTheContractDoesNotAllowIsAFault() throws Exception {
    api.accepts("POST /comments/{id}/flags");

    post("/comments/0000000000001/flags", "{\"reason\": \"boring\"}");
    assertThat(api.faults()).singleElement().asString().contains("reason");
  }

  @Test
  void thePageOfAnEarlierTestIsNoFaultOfThisOne() throws Exception {
    Api later = server.next();
    get("/counts?thread=a");

    assertThat(api.faults()).isEmpty();
    assertThat(later.faults()).isEmpty();
  }

  private String get(String path) throws Exception {
    return send(HttpRequest.newBuilder().GET(), path).body();
  }

  private void post(String path, String json) throws Exception {
    send(HttpRequest.newBuilder().POST(BodyPublishers.ofString(json)), path);
  }

  private HttpResponse<String> send(HttpRequest.Builder request, String path) throws Exception {
    URI address = URI.create(server.origin() + "/api/v1/sites/" + api.site() + path);
    return CLIENT.send(request.uri(address).build(), BodyHandlers.ofString());
  }
}
