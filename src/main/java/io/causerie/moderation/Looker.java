package io.causerie.moderation;

import io.causerie.db.Id;
import io.vertx.core.json.JsonObject;

/** Who has which comment open. */
record Looker(String actor, String name, long commentId) {
  JsonObject toJson() {
    return new JsonObject().put("comment", Id.format(commentId)).put("name", name);
  }
}
