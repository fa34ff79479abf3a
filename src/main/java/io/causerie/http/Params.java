package io.causerie.http;

import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/** The only way requests are read: what cannot be read is a problem with status 400 or 415. */
public final class Params {
  private Params() {}

  /** The JSON object in the body; fails with UNSUPPORTED_MEDIA_TYPE or INVALID. */
  public static JsonFields body(RoutingContext ctx) {
    JsonMedia.check(ctx.request());
    return JsonFields.parse(RequestBodies.of(ctx));
  }

  public static QueryFields query(RoutingContext ctx) {
    return new QueryFields(Utf8Query.of(ctx));
  }

  /** The part of the path that the route calls {@code name}; what cannot be a name is not found. */
  public static String path(RoutingContext ctx, String name) {
    @Nullable String value = ctx.pathParam(name);
    if (value == null) {
      throw new IllegalStateException("no path parameter is called " + name);
    }
    if (Text.problem(value) != null) {
      throw Problem.notFound(name);
    }
    return value;
  }
}
