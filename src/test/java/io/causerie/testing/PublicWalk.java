package io.causerie.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Asks for everything that anybody may read of a site, in every way it can be asked for, with as many
 * requests at once as the client has connections.
 */
public final class PublicWalk {
  private static final String ROOT = "/api/v1/sites/:site";
  private static final Map<String, String> GZIP = Map.of("Accept-Encoding", "gzip");

  /** What one request was answered with. */
  public record Seen(int status, @Nullable String tag, Buffer body) {}

  private final TestApp app;
  private final List<String> threads;
  private final List<String> ids;
  private final String stamp;
  private final Map<String, Seen> requestToSeen = new ConcurrentSkipListMap<>();
  private final List<Future<?>> asked = new ArrayList<>();
  private final Map<String, Consumer<String>> routeToRequests = Map.of(
      "/comments", this::pages,
      "/counts", this::counts,
      "/comments/:id", this::permalinks,
      "/comments/:id/replies", this::branches,
      "/comments/:id/source", this::permalinks,
      "/comments/:id/look", this::looks,
      "/me", this::pages,
      // It tells the time, and nothing of comments.
      "/form", route -> {});

  /**
   * @param threads whose pages are walked
   * @param ids of comments to ask for, whoever may see them
   * @param stamp that allows to look at another comment
   */
  public PublicWalk(TestApp app, List<String> threads, List<String> ids, String stamp) {
    this.app = app;
    this.threads = threads;
    this.ids = ids;
    this.stamp = stamp;
  }

  /** Fails for a route that answers anybody and is not known here. */
  public Map<String, Seen> run() {
    requestToSeen.clear();
    asked.clear();
    routes().forEach(route -> {
      Consumer<String> requests = routeToRequests.get(route);
      if (requests == null) {
        assertClosed(route);
      } else {
        requests.accept(route);
      }
    });
    preview();
    asked.forEach(TestApp::await);
    return Map.copyOf(requestToSeen);
  }

  /** The paths below a site that answer a GET. */
  private Stream<String> routes() {
    return app.routes().stream()
        .filter(Route::isExactPath)
        .filter(route -> route.methods() != null && route.methods().contains(HttpMethod.GET))
        .map(Route::getPath)
        .filter(path -> path != null && path.startsWith(ROOT))
        .map(path -> path.substring(ROOT.length()))
        .distinct();
  }

  private void assertClosed(String route) {
    assertThat(app.get(route.replaceAll(":\\w+", "0000000000001")).status())
        .as("%s answers anybody: the walk has to know it", route)
        .isEqualTo(401);
  }

  private void pages(String route) {
    for (String thread : threads) {
      for (String sort : List.of("newest", "oldest", "best")) {
        for (String limit : List.of("1", "3", "100")) {
          String query = "?thread=" + TestApp.encode(thread) + "&sort=" + sort + "&limit=" + limit;
          inBothFormats(route + query);
        }
      }
    }
  }

  private void counts(String route) {
    threads.forEach(thread -> asked.add(ask(route + "?thread=" + TestApp.encode(thread))));
    asked.add(ask(route + "?thread="
        + String.join("&thread=", threads.stream().map(TestApp::encode).toList())));
  }

  private void permalinks(String route) {
    ids.forEach(id -> inBothFormats(route.replace(":id", id)));
  }

  private void looks(String route) {
    permalinks(route);
    for (String id : ids) {
      String path = route.replace(":id", id);
      asked.add(see("stamped " + path, app.getting(path, Team.bearer(stamp))));
    }
  }

  private void branches(String route) {
    for (String id : ids) {
      for (String limit : List.of("1", "2", "100")) {
        inBothFormats(route.replace(":id", id) + "?limit=" + limit);
      }
    }
  }

  private void preview() {
    Buffer body = new JsonObject().put("body", "*Anything*").toBuffer();
    asked.add(
        see("preview", app.sending(HttpMethod.POST, app.path() + "/preview", TestApp.JSON, body)));
  }

  private void inBothFormats(String path) {
    for (String format : List.of("html", "nodes")) {
      String all = path + (path.contains("?") ? "&" : "?") + "body=" + format;
      asked.add(toTheEnd(all, ask(all)));
    }
  }

  private Future<Answer> toTheEnd(String path, Future<Answer> asking) {
    return asking.compose(answer -> {
      String next = answer.status() == 200 ? answer.json().getString("next") : null;
      if (next == null) {
        return Future.succeededFuture(answer);
      }
      String page = path + "&after=" + next;
      return toTheEnd(path, see(page, app.getting(page, Map.of())));
    });
  }

  /** The plain answer, when all others are there too. */
  private Future<Answer> ask(String path) {
    Future<Answer> plain = see(path, app.getting(path, Map.of()));
    return Future.all(
            see("gzip " + path, app.getting(path, GZIP)),
            see("HEAD " + path, app.sending(HttpMethod.HEAD, app.path() + path, Map.of(), null)),
            plain.compose(answer -> again(path, answer)))
        .compose(all -> plain);
  }

  private Future<Answer> again(String path, Answer answer) {
    String tag = answer.header("ETag");
    return tag == null
        ? Future.succeededFuture(answer)
        : see("again " + path, app.getting(path, Map.of("If-None-Match", tag)));
  }

  private Future<Answer> see(String request, Future<Answer> asking) {
    return asking.onSuccess(answer -> requestToSeen.put(
        request, new Seen(answer.status(), answer.header("ETag"), answer.body())));
  }

  /** The requests that are answered differently, or only in one of the two. */
  public static List<String> differences(Map<String, Seen> before, Map<String, Seen> after) {
    List<String> different = new ArrayList<>();
    before.forEach((request, seen) -> {
      if (!seen.equals(after.get(request))) {
        different.add(request + "\n was " + seen + "\n is  " + after.get(request));
      }
    });
    after.keySet().stream().filter(request -> !before.containsKey(request)).forEach(different::add);
    return different;
  }
}
