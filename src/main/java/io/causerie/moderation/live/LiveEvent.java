package io.causerie.moderation.live;

import io.causerie.core.Id;
import io.causerie.event.CommentEvent;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** Something that a live stream tells. */
record LiveEvent(String name, JsonObject data) {
  static LiveEvent of(CommentEvent happening) {
    JsonObject data = new JsonObject().put("id", Id.format(happening.commentId()));
    return switch (happening.kind()) {
      case "posted" -> new LiveEvent("arrived", data.put("status", happening.status()));
      case "flagged" -> new LiveEvent("flagged", data.put("flagCount", happening.flagCount()));
      default ->
        new LiveEvent(
            "decided",
            data.put("status", happening.kind())
                .put("by", known(happening.by()))
                .put("at", happening.at().toString()));
    };
  }

  /** As it goes over the wire: JSON has no line ends that could begin another field. */
  Buffer frame() {
    return Buffer.buffer("event: " + name + "\ndata: " + data.encode() + "\n\n");
  }

  /** An event of a node of an older version has no name of its actor. */
  private static String known(@Nullable String by) {
    return by == null ? "" : by;
  }
}
