package io.causerie.testing;

import io.causerie.db.Id;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Sites with settings of their own, and what became of comments on them. */
public final class ScreenedSites implements AutoCloseable {
  private final AtomicInteger made = new AtomicInteger();
  private final TestApp app = TestApp.start(Map.of("CAUSERIE_TRUSTED_PROXIES", "127.0.0.1"));

  /** With the site {@code blog}, whose settings are the default. */
  public TestApp app() {
    return app;
  }

  /** The slug of another. */
  public String site(JsonObject settings) {
    String slug = "screened-" + made.incrementAndGet();
    app.addSite(slug, "https://" + slug + ".example", settings.encode());
    return slug;
  }

  public Answer post(String site, JsonObject comment, Map<String, String> headers) {
    Map<String, String> all = new HashMap<>(TestApp.JSON);
    all.putAll(headers);
    return app.send(
        HttpMethod.POST, "/api/v1/sites/" + site + "/comments", all, comment.toBuffer());
  }

  public Answer get(String site, String path, Map<String, String> headers) {
    return app.send(HttpMethod.GET, "/api/v1/sites/" + site + path, headers, null);
  }

  public void approve(String site, Answer posted) {
    JsonObject decision =
        new JsonObject().put("ids", List.of(TestApp.id(posted))).put("status", "approved");
    Map<String, String> all = new HashMap<>(TestApp.JSON);
    all.put("Authorization", "Bearer " + TestApp.ADMIN_TOKEN);
    String target = "/api/v1/sites/" + site + "/moderation/decisions";
    app.send(HttpMethod.POST, target, all, decision.toBuffer());
  }

  public List<String> heldFor(Answer posted) {
    String sql = "select held_for from comments where id = " + Id.parse(TestApp.id(posted));
    return List.of(app.database().rows(sql).get(0).getArrayOfStrings(0));
  }

  /** As the author of that comment. */
  public static Map<String, String> bearer(Answer posted) {
    return Map.of("Authorization", "Bearer " + TestApp.token(posted));
  }

  @Override
  public void close() {
    app.close();
  }
}
