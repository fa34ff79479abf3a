package io.causerie.testing;

import static io.vertx.core.http.HttpMethod.DELETE;
import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;
import static io.vertx.core.http.HttpMethod.PUT;
import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.db.Id;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Somebody with an account and a password, before our own pages in a browser. */
public final class Person {
  public static final String ORIGIN = "https://talk.example";
  /** What the service of these tests has to be set to. */
  public static final Map<String, String> SETTINGS = Map.of("CAUSERIE_URL", ORIGIN);

  public static final String PASSWORD = "correct horse battery staple";
  private static final String COOKIE = "__Host-causerie";
  /** Of that password, at little cost. */
  private static final String HASH = "$argon2id$v=19$m=1024,t=1,p=1$MDEyMzQ1Njc4OWFiY2RlZg"
      + "$azTLujkK55NJiAE0/I6dV5rdvW8MXmLElyGGkdLnuXA";

  private final TestApp app;
  private final String name;
  private final long accountId;
  private volatile @Nullable String cookie;

  private Person(TestApp app, String name, long accountId) {
    this.app = app;
    this.name = name;
    this.accountId = accountId;
  }

  /** With a new account. */
  public static Person with(TestApp app, String name) {
    long id = Id.at(Instant.now());
    app.database()
        .execute("insert into accounts (id, name, created_at, password_hash)"
            + " values (%d, '%s', now(), '%s')".formatted(id, name, HASH));
    return new Person(app, name, id);
  }

  public static Person signedIn(TestApp app, String name) {
    Person person = with(app, name);
    assertThat(person.signIn(null).status()).isEqualTo(200);
    return person;
  }

  public long accountId() {
    return accountId;
  }

  /** The same account before another browser, where nobody has signed in. */
  public Person elsewhere() {
    return new Person(app, name, accountId);
  }

  public Answer signIn(@Nullable String code) {
    return TestApp.await(signingIn(code));
  }

  public Future<Answer> signingIn(@Nullable String code) {
    JsonObject given = new JsonObject().put("name", name).put("password", PASSWORD);
    return sending(POST, "/session", code == null ? given : given.put("code", code));
  }

  /** The account as the session shows it. */
  public JsonObject account() {
    Answer shown = get("/session");
    assertThat(shown.status()).as(shown.text()).isEqualTo(200);
    return shown.json().getJsonObject("account");
  }

  /** Makes what was confirmed until now too long ago. */
  public void waitForStepUp() {
    app.database()
        .execute("update sessions set confirmed_at = confirmed_at - interval '11 minutes'"
            + " where account_id = " + accountId);
  }

  public Answer get(String path) {
    return TestApp.await(sending(GET, path, null));
  }

  public Answer post(String path, JsonObject body) {
    return TestApp.await(sending(POST, path, body));
  }

  /** What is answered to a request that must be taken. */
  public JsonObject ask(String path) {
    Answer answer = post(path, new JsonObject());
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  public Answer put(String path, JsonObject body) {
    return TestApp.await(sending(PUT, path, body));
  }

  public Answer delete(String path) {
    return TestApp.await(sending(DELETE, path, null));
  }

  /** Asks below {@code /api/v1} as the browser would. */
  public Future<Answer> sending(HttpMethod method, String path, @Nullable JsonObject body) {
    Map<String, String> headers = new HashMap<>(body == null ? Map.of() : TestApp.JSON);
    headers.put("Origin", ORIGIN);
    @Nullable String held = cookie;
    if (held != null) {
      headers.put("Cookie", COOKIE + "=" + held);
    }
    return app.sending(method, "/api/v1" + path, headers, body == null ? null : body.toBuffer())
        .onSuccess(this::keepCookie);
  }

  private void keepCookie(Answer answer) {
    for (String set : answer.headers().getAll("Set-Cookie")) {
      if (set.startsWith(COOKIE + "=")) {
        cookie = set.substring(COOKIE.length() + 1, set.indexOf(';'));
      }
    }
  }
}
