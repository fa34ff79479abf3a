package io.causerie.event;

import io.causerie.cache.Sizes;

/** A thread as callers name it: a site and a normalised key. There may be no such thread yet. */
public record ThreadRef(String siteId, String key) {
  /** What it takes in the heap. */
  public int bytes() {
    return Sizes.OBJECT + Sizes.of(siteId) + Sizes.of(key);
  }
}
