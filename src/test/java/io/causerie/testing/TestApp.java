package io.causerie.testing;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.client.HttpRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** One site of a service in this process, and a client that holds the service to its contract. */
public final class TestApp implements AutoCloseable {
  public static final String ORIGIN = "https://blog.example";
  public static final String ADMIN_TOKEN = TestService.ADMIN_TOKEN;
  public static final Map<String, String> ADMIN = Map.of("Authorization", "Bearer " + ADMIN_TOKEN);
  public static final Map<String, String> JSON = Map.of("Content-Type", "application/json");
  private static final Contract CONTRACT = new Contract();
  private static final AtomicLong UNIQUE = new AtomicLong();
  private static final long DEADLINE_SECONDS = 60;

  private final TestService service;
  private final String site;
  private final boolean isAlone;

  private TestApp(TestService service, String site, boolean isAlone) {
    this.service = service;
    this.site = site;
    this.isAlone = isAlone;
  }

  /** A service with a database of its own, the site {@code blog}, and nothing limited. */
  public static TestApp start() {
    return start(Map.of());
  }

  /** With those settings over the usual ones; a database that they name has to have its sites. */
  public static TestApp start(Map<String, String> settings) {
    return alone(TestService.start(settings));
  }

  /** With nothing quicker or cheaper than operators have it. */
  public static TestApp startAsUsual(Map<String, String> settings) {
    return alone(TestService.startAsUsual(settings));
  }

  private static TestApp alone(TestService service) {
    TestApp app = new TestApp(service, "blog", true);
    if (service.hasOwnDatabase()) {
      app.addSite("blog", ORIGIN, "{}");
    }
    return app;
  }

  /** A new site of a service that others use too. */
  static TestApp on(TestService shared) {
    TestApp app = new TestApp(shared, "site-" + unique(), false);
    app.addSite(app.site, ORIGIN, "{}");
    return app;
  }

  /** Another site of the same service. */
  public TestApp neighbour() {
    return on(service);
  }

  /** Another node: a service of its own for the same site, on the same data. */
  public TestApp anotherNode() {
    Map<String, String> sameData = Map.of("DATABASE_URL", database().url());
    return new TestApp(TestService.start(sameData), site, true);
  }

  /** Not given to anybody else in this process: part of a name that has to be the only one. */
  public static long unique() {
    return UNIQUE.incrementAndGet();
  }

  /** The slug of the site. */
  public String site() {
    return site;
  }

  /** Of the service. */
  public String origin() {
    return "http://127.0.0.1:" + port();
  }

  /** Where everything about the site is, like {@code /api/v1/sites/blog}. */
  public String path() {
    return "/api/v1/sites/" + site;
  }

  public TestDatabase database() {
    return service.database();
  }

  /** Of the site. */
  public Team team() {
    return new Team(this, service.connection());
  }

  public void addSite(String slug, String origin, String settings) {
    database()
        .execute("insert into sites (id, origins, settings) values ('%s', array['%s'], '%s')"
            .formatted(slug, origin, settings));
  }

  /** The slug of one more site, with an origin and settings of its own. */
  public String anotherSite(String settings) {
    String slug = "site-" + unique();
    addSite(slug, "https://" + slug + ".example", settings);
    return slug;
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
    return sending(HttpMethod.POST, path() + "/moderation/decisions", all, decision.toBuffer());
  }

  /** Changes the settings of the site past the service, before anybody has asked for it. */
  public TestApp set(JsonObject settings) {
    database()
        .execute("update sites set settings = settings || '%s' where id = '%s'"
            .formatted(settings.encode(), site));
    return this;
  }

  /** Lets the pages of one more origin have the site, before anybody has asked for it. */
  public void allow(String origin) {
    database()
        .execute("update sites set origins = array_append(origins, '%s') where id = '%s'"
            .formatted(origin, site));
  }

  /** Stops the service; requests are refused from then on. */
  public void stop() {
    service.stop();
  }

  /** At the same address and on the same data. */
  public void startAgain() {
    service.startAgain();
  }

  public void restart() {
    service.restart();
  }

  public int port() {
    return service.service().port();
  }

  /** What a start prints about sites that nobody owns. */
  public List<String> linksToOwners() {
    return await(service.service().linksToOwners());
  }

  public List<Route> routes() {
    return service.service().routes();
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
    return sending(HttpMethod.POST, path() + "/comments", all, comment.toBuffer());
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
    return sending(HttpMethod.GET, path() + path, headers, null);
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
    HttpRequest<Buffer> request = service.client().request(method, port(), "127.0.0.1", target);
    headers.forEach(request::putHeader);
    return (body == null ? request.send() : request.sendBuffer(body)).map(response -> {
      Buffer answered = response.body() == null ? Buffer.buffer() : response.body();
      return CONTRACT.check(
          new Answer(method, target, response.statusCode(), response.headers(), answered));
    });
  }

  /** Of the service's own pages, as {@code CAUSERIE_URL} says if it is set. */
  public String ownOrigin() {
    String url = service.setting("CAUSERIE_URL");
    return url == null ? origin() : url;
  }

  /** Fails when the contract does not allow this answer. */
  public static Answer checked(Answer answer) {
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
    if (isAlone) {
      service.close();
    } else {
      service.freeNames();
    }
  }
}
