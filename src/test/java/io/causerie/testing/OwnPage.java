package io.causerie.testing;

import static io.vertx.core.http.HttpMethod.DELETE;
import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;
import static io.vertx.core.http.HttpMethod.PUT;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A browser on a page of the service's own: it keeps cookies and says where its page is from. */
public final class OwnPage {
  public static final String PASSWORD = "correct horse battery staple";

  /** Where the pages are of a service with {@link #HOSTED}. */
  public static final String ORIGIN = "https://talk.example";

  /** The setting for passkeys and authenticator apps, which are for one address. */
  public static final String HOSTED = "CAUSERIE_URL=" + ORIGIN;

  private final TestApp app;
  private final CookieJar cookies = new CookieJar();
  private String account = "";
  private @Nullable String userAgent;

  public OwnPage(TestApp app) {
    this.app = app;
  }

  /** For the owner of a new account, who has not signed in. */
  public static OwnPage of(TestApp app, String name) {
    app.team().account(name);
    OwnPage page = new OwnPage(app);
    page.account = name;
    return page;
  }

  /** For the owner of a new account, signed in. */
  public static OwnPage signedIn(TestApp app, String name) {
    return of(app, name).signedIn(name);
  }

  /** The token in a link that invites somebody. */
  public static String tokenOf(String link) {
    return link.substring(link.indexOf("#invitation=") + "#invitation=".length());
  }

  /** Another browser of the same person, where nobody has signed in. */
  public OwnPage elsewhere() {
    OwnPage page = new OwnPage(app);
    page.account = account;
    return page;
  }

  /** With the same cookies as this one has now. */
  public OwnPage copy() {
    OwnPage copy = elsewhere();
    copy.cookies.putAll(cookies);
    return copy;
  }

  /** What the browser calls itself from now on. */
  public OwnPage as(String userAgent) {
    this.userAgent = userAgent;
    return this;
  }

  /** With one of the cookies changed a little. */
  public OwnPage forged(String name) {
    cookies.forge(name);
    return this;
  }

  /** Signs in, which must succeed. */
  public OwnPage signedIn(String name) {
    account = name;
    Answer answer = signIn(name, PASSWORD);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return this;
  }

  public Answer signIn(String name, String password) {
    return post("/session", new JsonObject().put("name", name).put("password", password));
  }

  /** The owner's password, with a code of theirs. */
  public Answer signIn(@Nullable String code) {
    return TestApp.await(signingIn(code));
  }

  public Future<Answer> signingIn(@Nullable String code) {
    JsonObject given = new JsonObject().put("name", account).put("password", PASSWORD);
    return sending(POST, "/session", code == null ? given : given.put("code", code));
  }

  public Answer confirm(String password) {
    return post("/session/confirmation", new JsonObject().put("password", password));
  }

  /** Moves the last confirmation so far back that the next act needs a new one. */
  public void waitForStepUp() {
    app.database()
        .execute("update sessions set confirmed_at = confirmed_at - interval '11 minutes'"
            + " where account_id = " + accountId());
  }

  /** The owner's. */
  public long accountId() {
    return app.database().count("select id from accounts where sign_in_name = '" + account + "'");
  }

  /** The account as the session shows it. */
  public JsonObject account() {
    return taken(get("/session")).getJsonObject("account");
  }

  /** What is answered to a request that must be taken. */
  public JsonObject ask(String path) {
    return taken(post(path, new JsonObject()));
  }

  public Answer get(String path) {
    return send(GET, path, null);
  }

  public Answer post(String path, JsonObject body) {
    return send(POST, path, body);
  }

  public Answer put(String path, JsonObject body) {
    return send(PUT, path, body);
  }

  public Answer delete(String path) {
    return send(DELETE, path, null);
  }

  /** Asks something below {@code /api/v1}. */
  public Answer send(HttpMethod method, String path, @Nullable JsonObject body) {
    return TestApp.await(sending(method, path, body));
  }

  public Future<Answer> sending(HttpMethod method, String path, @Nullable JsonObject body) {
    Map<String, String> headers = new HashMap<>(body == null ? Map.of() : TestApp.JSON);
    headers.put("Origin", app.ownOrigin());
    cookies.sendWith(headers);
    if (userAgent != null) {
      headers.put("User-Agent", userAgent);
    }
    Buffer bytes = body == null ? null : body.toBuffer();
    return app.sending(method, "/api/v1" + path, headers, bytes).onSuccess(cookies::keep);
  }

  /** As a browser sends them. */
  public String cookies() {
    return cookies.toString();
  }

  /** Null when there is none of that name. */
  @Nullable
  public String cookie(String name) {
    return cookies.get(name);
  }

  private static JsonObject taken(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }
}
