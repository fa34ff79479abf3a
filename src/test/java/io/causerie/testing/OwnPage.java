package io.causerie.testing;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A browser on a page of the service's own: it keeps cookies and says where its page is from. */
public final class OwnPage {
  public static final String PASSWORD = "correct horse battery staple";

  private final TestApp app;
  private final Map<String, String> nameToCookie = new LinkedHashMap<>();
  private @Nullable String userAgent;

  public OwnPage(TestApp app) {
    this.app = app;
  }

  /** The origin of the service's own pages. */
  public static String origin(TestApp app) {
    return "http://127.0.0.1:" + app.port();
  }

  /** The token in a link that invites somebody. */
  public static String tokenOf(String link) {
    return link.substring(link.indexOf("#invitation=") + "#invitation=".length());
  }

  /** Signs in, which must succeed. */
  public OwnPage signedIn(String name) {
    Answer answer = signIn(name, PASSWORD);
    if (answer.status() != 200) {
      throw new AssertionError("not signed in: " + answer.status() + " " + answer.text());
    }
    return this;
  }

  public Answer signIn(String name, String password) {
    return post("/session", new JsonObject().put("name", name).put("password", password));
  }

  public Answer confirm(String password) {
    return post("/session/confirmation", new JsonObject().put("password", password));
  }

  public Answer get(String path) {
    return send(HttpMethod.GET, path, null);
  }

  public Answer post(String path, JsonObject body) {
    return send(HttpMethod.POST, path, body);
  }

  public Answer delete(String path) {
    return send(HttpMethod.DELETE, path, null);
  }

  /** Asks something below {@code /api/v1}. */
  public Answer send(HttpMethod method, String path, @Nullable JsonObject body) {
    return TestApp.await(sending(method, path, body));
  }

  public Future<Answer> sending(HttpMethod method, String path, @Nullable JsonObject body) {
    Map<String, String> headers = new HashMap<>(body == null ? Map.of() : TestApp.JSON);
    headers.put("Origin", origin(app));
    if (!nameToCookie.isEmpty()) {
      headers.put("Cookie", cookies());
    }
    if (userAgent != null) {
      headers.put("User-Agent", userAgent);
    }
    Buffer bytes = body == null ? null : body.toBuffer();
    return app.sending(method, "/api/v1" + path, headers, bytes).map(this::kept);
  }

  /** As a browser sends them. */
  public String cookies() {
    return nameToCookie.entrySet().stream()
        .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
        .collect(Collectors.joining("; "));
  }

  /** Null when there is none of that name. */
  @Nullable
  public String cookie(String name) {
    return nameToCookie.get(name);
  }

  /** What the browser calls itself from now on. */
  public OwnPage as(String userAgent) {
    this.userAgent = userAgent;
    return this;
  }

  /** With one of the cookies changed a little. */
  public OwnPage forged(String name) {
    nameToCookie.computeIfPresent(
        name,
        (same, value) -> "A".equals(value.substring(value.length() - 1))
            ? value.substring(0, value.length() - 1) + "Q"
            : value.substring(0, value.length() - 1) + "A");
    return this;
  }

  /** With the same cookies as this one has now. */
  public OwnPage copy() {
    OwnPage copy = new OwnPage(app);
    copy.nameToCookie.putAll(nameToCookie);
    return copy;
  }

  private Answer kept(Answer answer) {
    for (String header : answer.headers().getAll("Set-Cookie")) {
      String[] pair = header.split(";", 2)[0].split("=", 2);
      if (pair[1].isEmpty()) {
        nameToCookie.remove(pair[0]);
      } else {
        nameToCookie.put(pair[0], pair[1]);
      }
    }
    return answer;
  }
}
