package io.causerie.moderation.threads;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is done to a thread, as the log will tell it.
 *
 * @param commentId what is pinned or unpinned; null for the other acts
 */
record ThreadAct(String action, @Nullable Long commentId, JsonObject before, JsonObject after) {
  private static final String CLOSE = "close";
  private static final String REOPEN = "reopen";

  /** What has to be done to make the thread what is wanted; nothing when it is so already. */
  static List<ThreadAct> between(ModeratedThread now, ThreadChange wanted) {
    List<ThreadAct> acts = new ArrayList<>();
    if (wanted.closed() != null) {
      addClosing(now, wanted.closed(), acts);
    }
    add("premoderate", "premoderated", now.premoderated(), wanted.premoderated(), acts);
    add("slow", "slowModeSeconds", now.slowModeSeconds(), wanted.slowModeSeconds(), acts);
    if (wanted.pinned() != null) {
      addPinning(now.pinned(), wanted.pinned(), acts);
    }
    add("rename", "key", now.key(), wanted.newKey(), acts);
    return acts;
  }

  boolean isClosing() {
    return action.equals(CLOSE) || action.equals(REOPEN);
  }

  JsonObject toJson() {
    return new JsonObject()
        .put("action", action)
        .put("comment", commentId)
        .put("before", before)
        .put("after", after);
  }

  /** Closing by hand what its age has closed is a change: it will not open with the site's settings. */
  private static void addClosing(ModeratedThread now, boolean wanted, List<ThreadAct> acts) {
    if (wanted ? !"hand".equals(now.closedBy()) : now.closed()) {
      JsonObject before = new JsonObject().put("closedBy", now.closedBy());
      JsonObject after = new JsonObject().put("closedBy", wanted ? "hand" : null);
      acts.add(new ThreadAct(wanted ? CLOSE : REOPEN, null, before, after));
    }
  }

  private static void addPinning(List<Long> now, List<Long> wanted, List<ThreadAct> acts) {
    now.stream().filter(id -> !wanted.contains(id)).forEach(id -> acts.add(pinning(id, false)));
    wanted.stream().filter(id -> !now.contains(id)).forEach(id -> acts.add(pinning(id, true)));
  }

  private static ThreadAct pinning(Long id, boolean pinned) {
    return new ThreadAct(
        pinned ? "pin" : "unpin",
        id,
        new JsonObject().put("pinned", !pinned),
        new JsonObject().put("pinned", pinned));
  }

  private static void add(
      String action, String name, Object now, @Nullable Object wanted, List<ThreadAct> acts) {
    if (wanted != null && !Objects.equals(now, wanted)) {
      acts.add(new ThreadAct(
          action, null, new JsonObject().put(name, now), new JsonObject().put(name, wanted)));
    }
  }
}
