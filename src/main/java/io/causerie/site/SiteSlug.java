package io.causerie.site;

import io.causerie.http.Params;
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

  /** Whether a site may be called that. */
  public static boolean isValid(String id) {
    return SLUG.matcher(id).matches();
  }

  @Override
  public void handle(RoutingContext ctx) {
    if (!isValid(Params.path(ctx, "site"))) {
      throw Problem.notFound("site");
    }
    ctx.next();
  }
}
