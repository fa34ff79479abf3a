package io.causerie.moderation.decision;

import io.causerie.account.Actor;
import io.causerie.comment.Status;
import io.causerie.comment.StatusChange;
import io.causerie.comment.StatusStore.Outcome;
import io.causerie.core.Id;
import io.causerie.http.JsonFields;
import io.causerie.http.Problem;
import io.causerie.http.Problem.FieldError;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a moderator decides about some comments.
 *
 * @param basedOn the status the moderator saw; null to decide regardless of the current one
 */
record DecisionRequest(
    List<Long> ids, Status status, @Nullable Status basedOn, @Nullable String reason) {
  private static final int MOST_IDS = 100;
  private static final int LONGEST_REASON = 500;

  /** Fails with INVALID and every bad field. */
  static DecisionRequest from(JsonFields fields) {
    List<Long> ids = ids(fields);
    Status status = status(fields, "status");
    if (!fields.has("status")) {
      fields.error("status", "is required");
    }
    Status basedOn = status(fields, "basedOn");
    String reason = reason(fields);
    fields.check();
    return new DecisionRequest(ids, status == null ? Status.PENDING : status, basedOn, reason);
  }

  StatusChange change(String siteId, Actor actor) {
    return StatusChange.decision(siteId, ids, status, actor).basedOn(basedOn).because(reason);
  }

  /** Names the ids that are no comments of the site. */
  Problem unknown(Set<Long> known) {
    return Problem.notFound(IntStream.range(0, ids.size())
        .filter(i -> !known.contains(ids.get(i)))
        .mapToObj(i -> new FieldError(field(i), "is no comment of this site"))
        .toList());
  }

  JsonObject result(Outcome outcome) {
    JsonObject json = new JsonObject()
        .put("id", Id.format(outcome.id()))
        .put("status", outcome.status().word())
        .put("changed", outcome.changed())
        .put("was", outcome.was().word())
        .put("overtaken", basedOn != null && outcome.was() != basedOn);
    if (outcome.decidedBy() != null && outcome.decidedAt() != null) {
      json.put("decidedBy", outcome.decidedBy())
          .put("decidedAt", outcome.decidedAt().toString());
    }
    return json;
  }

  private static List<Long> ids(JsonFields fields) {
    List<String> texts = fields.strings("ids", MOST_IDS);
    if (texts == null || texts.isEmpty()) {
      fields.error("ids", "must be a list of 1 to " + MOST_IDS + " ids");
      return List.of();
    }
    List<Long> ids = new ArrayList<>();
    for (String text : texts) {
      long id = Id.parse(text);
      if (id == Id.NONE) {
        fields.error(field(ids.size()), "is not an id");
      } else if (ids.contains(id)) {
        fields.error(field(ids.size()), "is the same as " + field(ids.indexOf(id)));
      }
      ids.add(id);
    }
    return ids;
  }

  private static String field(int index) {
    return "ids[" + index + "]";
  }

  private static @Nullable Status status(JsonFields fields, String name) {
    String word = fields.string(name);
    if (word == null) {
      return null;
    }
    return Stream.of(Status.values())
        .filter(status -> status.word().equals(word))
        .findFirst()
        .orElseGet(() -> {
          fields.error(name, "must be one of " + Status.words());
          return null;
        });
  }

  private static @Nullable String reason(JsonFields fields) {
    String reason = fields.string("reason");
    if (reason == null || reason.isBlank()) {
      return null;
    }
    String stripped = reason.strip();
    if (stripped.codePointCount(0, stripped.length()) > LONGEST_REASON) {
      fields.error("reason", "must be at most " + LONGEST_REASON + " characters");
    }
    return stripped;
  }
}
