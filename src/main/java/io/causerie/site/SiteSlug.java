package io.causerie.site;

import io.causerie.http.Problem;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.regex.Pattern;

/**
 * Fails with NOT_FOUND where the path names a site that cannot exist, before anybody looks it up or
 * keeps its name.
 */
public final class SiteSlug implements Handler<RoutingContext> {
  private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

  private final String before;

  /** @param before what paths begin with that go on with the name of a site */
  public SiteSlug(String before) {
    this.before = before;
  }

  /** Whether a site may be called that. */
  public static boolean isValid(String id) {
    return SLUG.matcher(id).matches();
  }

  @Override
  public void handle(RoutingContext ctx) {
    String path = ctx.normalizedPath();
    if (path != null && path.startsWith(before)) {
      int end = path.indexOf('/', before.length());
      if (!isValid(path.substring(before.length(), end < 0 ? path.length() : end))) {
        throw Problem.notFound("site");
      }
    }
    ctx.next();
  }
}
