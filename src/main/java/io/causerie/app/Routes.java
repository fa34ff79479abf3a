package io.causerie.app;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Routes in the order in which they are tried. Each event loop gets a router of the same ones. */
final class Routes {
  private final List<Consumer<Router>> all;
  private final String prefix;

  Routes() {
    this(new ArrayList<>(), "");
  }

  private Routes(List<Consumer<Router>> all, String prefix) {
    this.all = all;
    this.prefix = prefix;
  }

  /** The same routes; paths that are added here begin with one more prefix. */
  Routes below(String path) {
    return new Routes(all, prefix + path);
  }

  /**
   * Adds a route.
   *
   * @param guards what the request has to pass first, in this order: see {@link Guards}
   * @param answer the body, as JSON when it is a JSON object; a Future of nothing for a handler that
   *     has written the answer itself, or else for 204
   */
  <T> Routes add(
      HttpMethod method,
      String path,
      List<Handler<RoutingContext>> guards,
      Function<RoutingContext, Future<T>> answer) {
    String address = prefix + path;
    all.add(router -> {
      Route route = router.route(method, address);
      guards.forEach(route::handler);
      route.respond(answer);
    });
    return this;
  }

  void addTo(Router router) {
    all.forEach(route -> route.accept(router));
  }
}
