package io.causerie.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Knows the requests that are HTTP and that still no router should ever see. */
final class RequestShape {
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

  private static final int USUAL_LINE = 16 * 1024;
  /** The one address that is asked for with a list. */
  private static final String COUNTS = "/counts";

  private RequestShape() {}

  /** Null when the router may see the request. */
  static @Nullable Problem problem(HttpServerRequest request) {
    if (!isMethod(request.method())) {
      request.response().putHeader(HttpHeaders.ALLOW, ALLOW);
      return Problem.methodNotAllowed();
    }
    if (isLong(request) && !isForCounts(request)) {
      return Problem.tooLarge("the address is longer than " + USUAL_LINE + " bytes");
    }
    if (!namesOneHost(request)) {
      return Problem.invalid("the Host header is missing, there twice, or cannot be read");
    }
    return isReadable(request) ? null : Problem.invalid("the address cannot be read");
  }

  static boolean isMethod(HttpMethod method) {
    return METHODS.contains(method);
  }

  /** Whether the request line is longer than that of nearly all requests. */
  static boolean isLong(HttpServerRequest request) {
    return request.uri().length() > USUAL_LINE;
  }

  private static boolean isForCounts(HttpServerRequest request) {
    @Nullable String path = request.path();
    return path != null && path.endsWith(COUNTS);
  }

  private static boolean isReadable(HttpServerRequest request) {
    @Nullable String path = request.path();
    return path != null
        && path.startsWith("/")
        && !BAD_ESCAPE.matcher(request.uri()).find();
  }

  /** RFC 9112 §3.2; HTTP/1.0 may do without. */
  private static boolean namesOneHost(HttpServerRequest request) {
    int hosts = request.headers().getAll(HttpHeaders.HOST).size();
    return hosts == 0
        ? request.version() != HttpVersion.HTTP_1_1
        : hosts == 1 && request.authority() != null;
  }
}
