package io.causerie.moderation.threads;

import io.causerie.account.Actor;
import io.causerie.http.JsonFields;
import io.causerie.site.Site;
import io.causerie.site.ThreadField;
import org.jspecify.annotations.Nullable;

/**
 * Two threads that are to be one.
 *
 * @param from a key of the thread that ends
 * @param into a key of the thread that goes on
 */
record ThreadMerge(Site site, Actor actor, String from, String into, @Nullable String reason) {
  /** Fails with INVALID, naming every bad field. */
  static ThreadMerge from(JsonFields json, Site site, Actor actor) {
    var merge = new ThreadMerge(
        site,
        actor,
        ThreadField.required(json, "from", site),
        ThreadField.required(json, "into", site),
        ThreadChange.reason(json));
    json.check();
    return merge;
  }
}
