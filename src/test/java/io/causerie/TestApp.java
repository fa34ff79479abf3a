package io.causerie;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.causerie.testing.Answer;
import io.causerie.testing.Contract;
import io.causerie.testing.TestDatabase;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The whole service in this process, with a site, and a client that holds it to its contract. */
public final class TestApp implements AutoCloseable {
  public static final String SITE = "/api/v1/sites/blog";
  public static final String ORIGIN = "https://blog.example";
  public static final String ADMIN_TOKEN = "an-admin-token-of-32-characters-or-more";
  public static final Map<String, String> ADMIN = Map.of("Authorization", "Bearer " + ADMIN_TOKEN);
  public static final Map<String, String> JSON = Map.of("Content-Type", "application/json");
  private static final Contract CONTRACT = new Contract();
  private static final String DATABASE_URL = "DATABASE_URL";
  private static final long DEADLINE_SECONDS = 60;

  private final Vertx vertx = Vertx.vertx();
  private final WebClient client = WebClient.create(
      vertx,
      new WebClientOptions().setFollowRedirects(false),
      new PoolOptions().setHttp1MaxSize(32));
  private final @Nullable TestDatabase database;
  private final Config config;
  private Service service;

  private TestApp(Map<String, String> settings) {
    Map<String, String> all = new HashMap<>(Map.of(
        "CAUSERIE_PORT", "0", "CAUSERIE_LIMITS", "off", "CAUSERIE_ADMIN_TOKEN", ADMIN_TOKEN));
    this.database = settings.containsKey(DATABASE_URL) ? null : new TestDatabase(vertx);
    if (database != null) {
      all.put(DATABASE_URL, database.url());
    }
    all.putAll(settings);
    this.config = Config.from(all);
    this.service = startService();
  }

  /** With a database of its own, the site {@code blog}, and nothing limited. */
  public static TestApp start() {
    return start(Map.of());
  }

  /** With those settings over the usual ones; a database that they name has to have its sites. */
  public static TestApp start(Map<String, String> settings) {
    TestApp app = new TestApp(settings);
    if (app.database != null) {
      app.addSite("blog", ORIGIN, "{}");
    }
    return app;
  }

  public TestDatabase database() {
    return Objects.requireNonNull(database, "somebody else's database is used");
  }

  public void addSite(String slug, String origin, String settings) {
    database()
        .execute("insert into sites (id, origins, settings) values ('%s', array['%s'], '%s')"
            .formatted(slug, origin, settings));
  }

  /** The administrator's decision, which must be taken. */
  public void setStatus(String commentId, String status) {
    Answer answer = await(deciding(List.of(commentId), status, ADMIN));
    if (answer.status() != 200) {
      throw new AssertionError("not decided: " + answer.status() + " " + answer.text());
    }
  }

  public Future<Answer> deciding(List<String> ids, String status, Map<String, String> headers) {
    JsonObject decision = new JsonObject().put("ids", new JsonArray(ids)).put("status", status);
    return deciding(decision, headers);
  }

  public Future<Answer> deciding(JsonObject decision, Map<String, String> headers) {
    Map<String, String> all = new HashMap<>(JSON);
    all.putAll(headers);
    return sending(HttpMethod.POST, SITE + "/moderation/decisions", all, decision.toBuffer());
  }

  public void restart() {
    service.close();
    service = startService();
  }

  public int port() {
    return service.port();
  }

  /** What a start prints about sites that nobody owns. */
  List<String> linksToOwners() {
    return await(service.linksToOwners());
  }

  List<Route> routes() {
    return service.routes();
  }

  /** A comment as a client asks to post it. */
  public static JsonObject comment(String thread, String body) {
    return new JsonObject()
        .put("thread", thread)
        .put("author", new JsonObject().put("name", "Ann"))
        .put("body", body);
  }

  public static JsonObject reply(String thread, String parentId, String body) {
    return comment(thread, body).put("parentId", parentId);
  }

  public Answer post(JsonObject comment) {
    return post(comment, Map.of());
  }

  public Answer post(JsonObject comment, Map<String, String> headers) {
    return await(posting(comment, headers));
  }

  public Future<Answer> posting(JsonObject comment, Map<String, String> headers) {
    Map<String, String> all = new HashMap<>(JSON);
    all.putAll(headers);
    return sending(HttpMethod.POST, SITE + "/comments", all, comment.toBuffer());
  }

  /** The id of the comment that must be taken. */
  public String postId(JsonObject comment) {
    return id(post(comment));
  }

  public static String id(Answer posted) {
    if (posted.status() > 202) {
      throw new AssertionError("not posted: " + posted.status() + " " + posted.text());
    }
    return posted.json().getJsonObject("comment").getString("id");
  }

  public static String token(Answer posted) {
    return posted.json().getJsonObject("viewer").getString("token");
  }

  /** Asks below the site, like {@code /counts?thread=a}. */
  public Answer get(String path) {
    return get(path, Map.of());
  }

  public Answer get(String path, Map<String, String> headers) {
    return await(getting(path, headers));
  }

  public Future<Answer> getting(String path, Map<String, String> headers) {
    return sending(HttpMethod.GET, SITE + path, headers, null);
  }

  /** The first page of a thread, with more of the query such as {@code &limit=1}. */
  public JsonObject page(String thread, String more) {
    return get(pagePath(thread) + more).json();
  }

  public static String pagePath(String thread) {
    return "/comments?thread=" + encode(thread);
  }

  public static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** Sends anything anywhere. */
  public Answer send(
      HttpMethod method, String target, Map<String, String> headers, @Nullable Buffer body) {
    return await(sending(method, target, headers, body));
  }

  public Future<Answer> sending(
      HttpMethod method, String target, Map<String, String> headers, @Nullable Buffer body) {
    HttpRequest<Buffer> request = client.request(method, port(), "127.0.0.1", target);
    headers.forEach(request::putHeader);
    return (body == null ? request.send() : request.sendBuffer(body)).map(response -> {
      Buffer answered = response.body() == null ? Buffer.buffer() : response.body();
      return CONTRACT.check(
          new Answer(method, target, response.statusCode(), response.headers(), answered));
    });
  }

  /** Fails when the contract does not allow this answer. */
  static Answer checked(Answer answer) {
    return CONTRACT.check(answer);
  }

  public static <T> T await(Future<T> future) {
    try {
      return future.await(DEADLINE_SECONDS, SECONDS);
    } catch (TimeoutException late) {
      throw new AssertionError("no answer within " + DEADLINE_SECONDS + " s", late);
    }
  }

  @Override
  public void close() {
    service.close();
    if (database != null) {
      database.close();
    }
    await(vertx.close());
  }

  private Service startService() {
    try {
      return Service.start(config, false);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
