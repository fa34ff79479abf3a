package io.causerie.moderation.threads;

import io.causerie.account.Actor;
import io.causerie.core.Id;
import io.causerie.http.JsonFields;
import io.causerie.site.Site;
import io.causerie.site.ThreadField;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a moderator wants a thread to be; null is as it is.
 *
 * @param threadKey of the thread, now or formerly
 * @param pinned what shall be pinned, and nothing else
 * @param newKey what the thread is to be called from now on
 */
record ThreadChange(
    Site site,
    Actor actor,
    String threadKey,
    @Nullable Boolean closed,
    @Nullable Boolean premoderated,
    @Nullable Integer slowModeSeconds,
    @Nullable List<Long> pinned,
    @Nullable String newKey,
    @Nullable String reason) {
  static final int MOST_PINNED = 3;
  private static final int SLOWEST = 86_400;

  /** Fails with INVALID, naming every bad field. */
  static ThreadChange from(JsonFields json, Site site, Actor actor) {
    var change = new ThreadChange(
        site,
        actor,
        ThreadField.required(json, "thread", site),
        json.bool("closed"),
        json.bool("premoderated"),
        json.integer("slowModeSeconds", 0, SLOWEST),
        pinned(json),
        ThreadField.optional(json, "key", site),
        reason(json));
    json.check();
    return change;
  }

  private static @Nullable List<Long> pinned(JsonFields json) {
    List<String> asked = json.strings("pinned", MOST_PINNED);
    if (asked == null) {
      return null;
    }
    List<Long> ids = new ArrayList<>();
    for (String text : asked) {
      long id = Id.parse(text);
      String field = "pinned[" + ids.size() + "]";
      if (id == Id.NONE) {
        json.error(field, "is not an id");
      } else if (ids.contains(id)) {
        json.error(field, "is there twice");
      }
      ids.add(id);
    }
    return ids;
  }

  static @Nullable String reason(JsonFields json) {
    String reason = json.string("reason");
    if (reason != null && reason.codePointCount(0, reason.length()) > 1_000) {
      json.error("reason", "is longer than 1000 characters");
    }
    return reason == null || reason.isBlank() ? null : reason;
  }
}
