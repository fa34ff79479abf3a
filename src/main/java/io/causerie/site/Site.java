package io.causerie.site;

import io.causerie.cache.Sizes;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A web site whose pages carry threads.
 *
 * @param id its slug, the tenant of everything it owns
 * @param origins from whose pages browsers may write: see {@link Origins}
 */
public record Site(String id, List<String> origins, SiteSettings settings) {
  static final String KEY = Site.class.getName();
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

  /** The site of the request, behind {@link SiteGuard}. */
  public static Site of(RoutingContext ctx) {
    return Objects.requireNonNull(ctx.<Site>get(KEY), "the route has no guard for its site");
  }

  /** Whether a site may be called that. */
  public static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  /** What it takes in the heap. */
  int bytes() {
    return Sizes.of(id) + Sizes.ofAll(origins) + settings.bytes();
  }

  public boolean allows(String origin) {
    return Origins.allow(origins, origin);
  }

  /** Whether an address is of a page of this site; the client that posts can name any. */
  public boolean hasPage(String address) {
    String origin = Origins.of(address);
    return origin != null && allows(origin);
  }
}
