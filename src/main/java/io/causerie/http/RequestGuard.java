package io.causerie.http;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Refuses requests that no route should ever see, and lets HEAD be answered by GET's route. */
public final class RequestGuard implements Handler<RoutingContext> {
  private static final List<HttpMethod> METHODS = List.of(
      HttpMethod.GET,
      HttpMethod.HEAD,
      HttpMethod.POST,
      HttpMethod.PUT,
      HttpMethod.PATCH,
      HttpMethod.DELETE,
      HttpMethod.OPTIONS);
  private static final String ALLOW =
      METHODS.stream().map(HttpMethod::name).collect(Collectors.joining(", "));
  private static final Pattern BAD_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

  @Override
  public void handle(RoutingContext ctx) {
    HttpServerRequest request = ctx.request();
    if (!METHODS.contains(request.method())) {
      ctx.response().putHeader(HttpHeaders.ALLOW, ALLOW);
      throw Problem.methodNotAllowed();
    }
    @Nullable String path = request.path();
    if (path == null || !path.startsWith("/") || BAD_ESCAPE.matcher(path).find()) {
      throw Problem.invalid("the path of the address cannot be read");
    }
    if (request.method().equals(HttpMethod.HEAD)) {
      // The response still knows that it must not have a body.
      ctx.reroute(HttpMethod.GET, request.uri());
      return;
    }
    ctx.next();
  }
}
