package io.causerie.moderation.live;

import io.causerie.core.Id;
import io.vertx.core.json.JsonObject;

/** A moderator with a comment open. */
record Presence(String actor, String name, long commentId) {
  JsonObject toJson() {
    return new JsonObject().put("comment", Id.format(commentId)).put("name", name);
  }
}
