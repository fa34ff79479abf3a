package io.causerie.site;

import io.causerie.cache.Sizes;
import java.util.List;

/**
 * A web site whose pages carry threads.
 *
 * @param id its slug, the tenant of everything it owns
 * @param origins who may write from a browser: see {@link Origins}
 */
public record Site(String id, List<String> origins, SiteSettings settings) {
  /** What it takes in the heap. */
  int bytes() {
    return Sizes.of(id) + Sizes.ofAll(origins) + settings.bytes();
  }

  public boolean allows(String origin) {
    return Origins.allow(origins, origin);
  }

  /** Whether an address is of a page of this site: whoever posts can name any. */
  public boolean hasPage(String address) {
    String origin = Origins.of(address);
    return origin != null && allows(origin);
  }
}
